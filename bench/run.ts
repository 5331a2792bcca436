/** `npm run bench`: what is fast, proven side by side. docs/performance.md says what each figure means. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { resolve } from "node:path";
import { build } from "../bin/build.mjs";
import { measureBrowser } from "./browser";
import { measureChoosing } from "./choosing";
import { measureDraws } from "./draws";
import { measureFiles } from "./files";
import { buildFloors } from "./floors/build";
import { verdictsOf } from "./goals";
import { type Grown, measureGrowth, type Size } from "./growth";
import { measureImport } from "./importing";
import { measurePage, type PageFigures } from "./measure";
import { measureMoves } from "./moves";
import { HELP, type Options, readOptions, UsageProblem } from "./options";
import { isOfTheList, PAGES, type Page } from "./pages";
import { stopServer } from "./postgres";
import { prepare } from "./prepared";
import { measureRanking } from "./ranking";
import type { Machine, Result } from "./result";
import { measureSimilar } from "./similar";
import { type Floors, type Stand, serve, serveFloors } from "./stand";
import { tableOf } from "./table";
import { measureWrites } from "./writes";

const SMALL = { cases: 1_000, reports: 10_000 };
const TEN = 10;
const MOST_CASES = 100_000;
const BUSY = 0.5;
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

function machine(): Machine {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? "unknown",
    processors: availableParallelism(),
    memoryMegabytes: Math.round(totalmem() / 1024 ** 2),
    load: (loadavg()[0] ?? 0) / availableParallelism(),
  };
}

function commit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return null;
  }
}

/** @throws UsageProblem when there is none of that name */
function pagesOf(only: readonly string[] | null): readonly Page[] {
  const names = PAGES.map(({ name }) => name);
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new UsageProblem(`There is no page ${unknown.join(", ")}: there are ${names.join(", ")}.`);
  return PAGES.filter(({ name }) => !only || only.includes(name));
}

/** Another size beside the one that is measured, for as long as `measure` takes. */
async function beside<Found>(options: Options, size: Size, measure: (other: Grown) => Promise<Found>): Promise<Found> {
  const database = await prepare({ ...options, ...size }, say);
  const other = await serve(database.url);
  try {
    say(`Measuring beside ${size.cases} use cases…`);
    return await measure({ size, server: other.product, caller: other.reader });
  } finally {
    await other.product.stop();
    await database.remove();
  }
}

async function grow(options: Options, pages: readonly Page[], stand: Stand, floors: Floors) {
  const { cases, reports } = options;
  const here: Grown = { size: { cases, reports }, server: stand.product, caller: stand.reader };
  const effort = { ...options, seconds: 0 };
  const tenth = { cases: Math.max(100, Math.floor(cases / 10)), reports: Math.floor(reports / 10) };
  const growth = await beside(options, cases > SMALL.cases ? SMALL : tenth, (small) =>
    measureGrowth(pages, small, here, floors.bare.port, effort),
  );
  const lists = pages.filter(isOfTheList);
  if (lists.length === 0 || cases * TEN > MOST_CASES) return { growth, tenfold: null };
  const tenfold = await beside(options, { cases: cases * TEN, reports }, (large) =>
    measureGrowth(lists, here, large, null, effort),
  );
  return { growth, tenfold };
}

async function bench(options: Options): Promise<Result> {
  const pages = pagesOf(options.only);
  const here = machine();
  if (here.load > BUSY) say("Other programs are busy on this machine: only the ratios of this run say something.");
  await build(say);
  const floorsAt = await buildFloors();
  const database = await prepare(options, say);
  const file = resolve(`.cache/bench/statements-${process.pid}.json`);
  const stand = await serve(database.url);
  try {
    const floors = await serveFloors(stand, pages, floorsAt, file);
    const ports = { product: stand.product.port, bare: floors.bare.port, framework: floors.framework.port };
    const measured: PageFigures[] = [];
    for (const page of pages) {
      say(`Measuring ${page.name}…`);
      measured.push(await measurePage(page, ports, stand.reader, options));
    }
    const grown = options.growth ? await grow(options, pages, stand, floors) : { growth: null, tenfold: null };
    const similar = pages.some(({ name }) => name === "similar") ? await measureSimilar() : null;
    const shown = pages.filter(({ bearer, asked }) => !bearer && !asked);
    if (options.browser) say("Measuring in the browser…");
    const browser = options.browser
      ? await measureBrowser(
          shown.map(({ name, path }) => ({ name, url: `http://127.0.0.1:${ports.product}${path}` })),
          { name: "bare Remix", url: `http://127.0.0.1:${ports.framework}/${shown[0]?.name}` },
          stand.reader.cookie,
          options.rounds,
          say,
        )
      : null;
    await Promise.all([floors.bare.stop(), floors.framework.stop()]);
    if (options.writes) say("Measuring writes…");
    const { rounds, samples, writeSeconds } = options;
    const cookie = stand.writer.cookie;
    const writes = options.writes
      ? await measureWrites(ports.product, cookie, { rounds, samples, seconds: writeSeconds })
      : null;
    // Last of what the browser sees: it changes what the pages show.
    const moves =
      options.browser && options.writes && pages.some(({ name }) => name === "board")
        ? await measureMoves(`http://127.0.0.1:${ports.product}/pipeline`, cookie, options.samples, say)
        : null;
    const files = options.writes ? await measureFiles(stand.product, cookie, rounds) : null;
    const imported = options.writes ? await measureImport(ports.product, cookie, options.importRows) : null;
    return {
      version: 1,
      date: new Date().toISOString(),
      commit: commit(),
      machine: here,
      engine: options.engine,
      cases: options.cases,
      reports: options.reports,
      builtMs: database.builtMs,
      startMs: stand.startMs,
      pages: measured,
      similar,
      draws: measureDraws(),
      ranking: database.url.startsWith("file:") ? await measureRanking(database.url.slice("file:".length)) : null,
      choosing: await measureChoosing(),
      writes,
      imported,
      files,
      moves,
      ...grown,
      browser,
      peakMegabytes: stand.product.peakMegabytes(),
    };
  } finally {
    rmSync(file, { force: true });
    await stand.product.stop();
    await database.remove();
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(HELP);
  } else {
    const result = await bench(options);
    const json = `${JSON.stringify({ ...result, verdicts: verdictsOf(result) }, null, 2)}\n`;
    if (options.out) writeFileSync(options.out, json);
    process.stdout.write(options.json ? json : `${tableOf(result)}\n`);
  }
} catch (problem) {
  process.stderr.write(
    `${problem instanceof UsageProblem ? problem.message : ((problem as Error).stack ?? problem)}\n`,
  );
  process.exitCode = problem instanceof UsageProblem ? 2 : 1;
} finally {
  await stopServer();
}
process.exit();
