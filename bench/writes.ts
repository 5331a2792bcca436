/** Durable writes through the site's own forms: a case submitted, a value reported. */
import { parse } from "node-html-parser";
import { form } from "./people";
import { wordsOf } from "./register";
import { over, percentile, type Round } from "./statistics";
import { requestOf, Wire } from "./wire";

export interface WriteFigures {
  submit: Round;
  /** A line of quick capture. */
  capture: Round;
  report: Round | null;
  /** All KPIs of a person in one go, up to five hundred. */
  grid: { rows: number; round: Round } | null;
  /** Sixty-four at once for a while. */
  storm: Storm;
}

export interface Storm {
  connections: number;
  seconds: number;
  written: number;
  perSecond: number;
  errors: number;
  p50: number;
  p95: number;
  slowest: number;
}

const AT_ONCE = 64;
/** Whole grids saved in one round. */
const GRIDS = 10;

let submitted = 0;

/** Each time another case, like no other. */
function submission(cookie: string, departmentId: string, ownerId: string): Buffer {
  const seed = 1_000_000 + submitted++;
  const { headers, ...rest } = form({
    intent: "submit",
    "title.fr": wordsOf(seed, 4),
    "need.fr": wordsOf(seed + 3, 14),
    "affected.fr": wordsOf(seed + 5, 3),
    "expectedBenefit.fr": wordsOf(seed + 9, 8),
    departmentId,
    ownerId,
  });
  return requestOf("/use-cases/new", { ...rest, headers: { ...headers, Cookie: cookie } });
}

/** Each time another line, as in a workshop. */
function capturing(cookie: string, departmentId: string): Buffer {
  const { headers, ...rest } = form({ line: wordsOf(1_000_000 + submitted++, 7), departmentId });
  return requestOf("/capture", { ...rest, headers: { ...headers, Cookie: cookie } });
}

/** One KPI of the person's grid, whose value goes up and down a little: each time another version of its report. */
interface Reported {
  kpiId: string;
  quarter: string;
  version: number | null;
  value: number;
}

function rowOf(kpi: Reported, at: number): [string, string][] {
  kpi.value = kpi.value > 100 ? kpi.value - 1 : kpi.value + 1;
  const row = { kpiId: kpi.kpiId, version: kpi.version === null ? "" : String(kpi.version), evidence: "1", was: "" };
  const words = { actual: String(kpi.value).replace(".", ","), words: "Compté à la fin du trimestre" };
  kpi.version = (kpi.version ?? 0) + 1;
  return Object.entries({ ...row, ...words }).map(([name, value]) => [`rows.${at}.${name}`, value]);
}

/** Rows of the quarterly grid, saved together. */
function reporting(cookie: string, kpis: readonly Reported[]): Buffer {
  const quarter = kpis[0]?.quarter ?? "";
  const { headers, ...rest } = form({ quarter, ...Object.fromEntries(kpis.flatMap(rowOf)) });
  return requestOf("/report", { ...rest, headers: { ...headers, Cookie: cookie } });
}

async function page(port: number, path: string, cookie: string) {
  const wire = new Wire(port);
  const { status, body } = await wire.ask(requestOf(path, { headers: { Cookie: cookie } })).finally(() => wire.close());
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
  return parse(body.toString());
}

async function kpisOf(port: number, cookie: string): Promise<Reported[]> {
  const grid = await page(port, "/report", cookie);
  const value = (name: string) => grid.querySelector(`[name="${name}"]`)?.getAttribute("value") ?? "";
  return grid.querySelectorAll('[name$=".kpiId"]').map((field) => {
    const row = (field.getAttribute("name") ?? "").replace(/kpiId$/, "");
    const version = value(`${row}version`);
    const shown = Number(value(`${row}actual`).replace(/\s/g, "").replace(",", "."));
    return {
      kpiId: field.getAttribute("value") ?? "",
      quarter: value("quarter"),
      version: version === "" ? null : Number(version),
      value: shown || 50,
    };
  });
}

/** Writes one after the other. @throws when one is not answered with the way on */
async function oneByOne(port: number, samples: number, request: () => Buffer): Promise<Round> {
  const wire = new Wire(port);
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const { status, milliseconds } = await wire.time(request());
    if (status !== 303) throw new Error(`A write answered ${status}.`);
    times.push(milliseconds);
  }
  wire.close();
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  const sum = times.reduce((total, time) => total + time, 0);
  return { p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0, perSecond: (times.length * 1000) / sum };
}

/** Half of them submit; the others report, each on a KPI of its own, as long as there are any. */
async function storm(port: number, seconds: number, requests: readonly (() => Buffer)[]): Promise<Storm> {
  const times: number[] = [];
  let errors = 0;
  const from = performance.now();
  await Promise.all(
    requests.map(async (request) => {
      const wire = new Wire(port);
      while (performance.now() - from < seconds * 1000) {
        const answer = await wire.time(request()).catch(() => null);
        if (answer?.status !== 303) errors += 1;
        if (answer) times.push(answer.milliseconds);
      }
      wire.close();
    }),
  );
  const took = (performance.now() - from) / 1000;
  return {
    connections: requests.length,
    seconds: took,
    written: times.length - errors,
    perSecond: (times.length - errors) / took,
    errors,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    slowest: percentile(times, 1),
  };
}

export async function measureWrites(
  port: number,
  cookie: string,
  { rounds, samples, seconds }: { rounds: number; samples: number; seconds: number },
): Promise<WriteFigures> {
  const fresh = await page(port, "/use-cases/new", cookie);
  const first = (name: string) =>
    fresh.querySelector(`select[name="${name}"] option[value]:not([value=""])`)?.getAttribute("value") ?? "";
  const departmentId = first("departmentId");
  const ownerId = fresh.querySelector('[name="ownerId"]')?.getAttribute("value") ?? "";
  const submit = () => submission(cookie, departmentId, ownerId);
  const kpis = await kpisOf(port, cookie);
  const [kpi] = kpis;
  const submits: Round[] = [];
  const captures: Round[] = [];
  const reports: Round[] = [];
  const grids: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    submits.push(await oneByOne(port, samples, submit));
    captures.push(await oneByOne(port, samples, () => capturing(cookie, departmentId)));
    if (kpi) reports.push(await oneByOne(port, samples, () => reporting(cookie, [kpi])));
    if (kpi) grids.push(await oneByOne(port, Math.min(samples, GRIDS), () => reporting(cookie, kpis)));
  }
  const requests = Array.from({ length: AT_ONCE }, (_, at) => {
    const own = at % 2 === 1 ? kpis[(at + 1) / 2] : undefined;
    return own ? () => reporting(cookie, [own]) : submit;
  });
  return {
    submit: over(submits),
    capture: over(captures),
    report: kpi ? over(reports) : null,
    grid: kpi ? { rows: kpis.length, round: over(grids) } : null,
    storm: await storm(port, seconds, requests),
  };
}
