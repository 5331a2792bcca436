/**
 * `npm run bench`: how long the server takes for the pages that people open most, on the demonstration with a register
 * of some two thousand cases on top. It starts the built production server in its own process and asks it over loopback,
 * so that each figure includes the network stack, reception and permissions.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shownAccounts } from "#seeds/accounts";

const REGISTER = "../shared/data/inventories/us-2024_cp1252.csv";
const WARM_UP = 30;
const SAMPLES = 200;
const CONNECTIONS = 16;
const LOAD_MS = 3_000;

const PAGES = [
  { name: "list, first page", path: "/use-cases" },
  { name: "list, filtered and sorted", path: "/use-cases?stage=production&sort=title" },
  { name: "list, full text", path: "/use-cases?q=customer" },
  { name: "case", path: "/use-cases/UC-0001" },
  { name: "board", path: "/pipeline" },
  { name: "prioritise", path: "/prioritise" },
  { name: "dashboard", path: "/dashboard" },
];

interface Answer {
  status: number;
  bytes: number;
  milliseconds: number;
  cookie: string | undefined;
  etag: string | undefined;
}

export interface Figure {
  page: string;
  /** Of a page that is made anew each time, one after the other, in milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  /** The same at sixteen connections. */
  renderedPerSecond: number;
  /** Of a page that did not change since it was made: answered whole from memory, and to who has it already. */
  keptPerSecond: number;
  unchangedPerSecond: number;
  bytes: number;
}

function ask(
  port: number,
  agent: Agent,
  path: string,
  cookie: string,
  form?: URLSearchParams,
  etag?: string,
): Promise<Answer> {
  const body = form?.toString();
  const headers = {
    Cookie: cookie,
    "Accept-Language": "fr",
    ...(etag && { "If-None-Match": etag }),
    ...(body && { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": Buffer.byteLength(body) }),
  };
  const started = performance.now();
  return new Promise((answered, failed) => {
    const asked = request(
      { host: "127.0.0.1", port, path, agent, method: body ? "POST" : "GET", headers },
      (response: IncomingMessage) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("end", () =>
          answered({
            status: response.statusCode ?? 0,
            bytes,
            milliseconds: performance.now() - started,
            etag: response.headers.etag,
            cookie: response.headers["set-cookie"]?.map((line) => line.split(";")[0]).join("; "),
          }),
        );
      },
    );
    asked.on("error", failed);
    asked.end(body);
  });
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Sixteen connections that ask as fast as they are answered; `path` is asked for anew each time. */
async function rate(port: number, path: () => string, cookie: string, etag?: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const started = performance.now();
  const end = started + LOAD_MS;
  let served = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) {
        await ask(port, agent, path(), cookie, undefined, etag);
        served += 1;
      }
    }),
  );
  agent.destroy();
  return served / ((performance.now() - started) / 1000);
}

async function measure(port: number, { name, path }: (typeof PAGES)[number], cookie: string): Promise<Figure> {
  const single = new Agent({ keepAlive: true, maxSockets: 1 });
  let turn = 0;
  // A parameter that no page reads makes an address of its own, whose page nobody has made yet.
  const anew = () => `${path}${path.includes("?") ? "&" : "?"}turn=${turn++}`;
  let bytes = 0;
  const times: number[] = [];
  while (turn < WARM_UP + SAMPLES) {
    const answer = await ask(port, single, anew(), cookie);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    bytes = answer.bytes;
    if (turn > WARM_UP) times.push(answer.milliseconds);
  }
  const { etag } = await ask(port, single, path, cookie);
  single.destroy();
  times.sort((a, b) => a - b);
  return {
    page: name,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    renderedPerSecond: await rate(port, anew, cookie),
    keptPerSecond: await rate(port, () => path, cookie),
    unchangedPerSecond: await rate(port, () => path, cookie, etag),
    bytes,
  };
}

function run(file: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [file, ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
    child.on("exit", (code) =>
      code === 0 ? done() : failed(new Error(`${file} ${args.join(" ")} ended with ${code}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => found(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function started(server: ChildProcess): Promise<number> {
  const from = performance.now();
  await new Promise<void>((ready, failed) => {
    server.stdout?.on("data", (text: Buffer) => text.toString().includes("http") && ready());
    server.on("exit", (code) => failed(new Error(`The server ended with ${code}`)));
  });
  return performance.now() - from;
}

/** A register of the real one's size, where that is not at hand. */
function writeRegister(file: string): void {
  const stages = ["Operation", "Planned", "Retired", "Pilot", "Development"];
  const lines = Array.from({ length: 2_133 }, (_, index) => {
    const stage = stages[index % stages.length];
    return `X-${index},Case ${index} for customer letters and invoices,${stage},Agency ${index % 40},Reads and sorts what comes in`;
  });
  writeFileSync(file, ["ID,Title,Stage,Department,Description", ...lines].join("\n"));
}

async function bench(): Promise<{ figures: Figure[]; startMs: number; peakMegabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), "casebook-bench-"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: `file:${join(folder, "bench.db")}`,
    PORT: String(port),
    NODE_ENV: "production",
  };
  try {
    await run("build/cli.js", ["seed"], env);
    const register = existsSync(REGISTER) ? REGISTER : join(folder, "register.csv");
    if (register !== REGISTER) writeRegister(register);
    await run("build/cli.js", ["import", register], env);
    const server = spawn(process.execPath, ["build/server.js"], { env, stdio: ["ignore", "pipe", "inherit"] });
    try {
      const startMs = await started(server);
      const account = shownAccounts().find(({ roles }) => roles.includes("executive")) ?? shownAccounts()[0];
      if (!account) throw new Error("The demonstration shows no account");
      const { email, password } = account;
      const agent = new Agent();
      const signedIn = await ask(port, agent, "/sign-in", "", new URLSearchParams({ email, password }));
      if (signedIn.status !== 303 || !signedIn.cookie) throw new Error(`Signing in answered ${signedIn.status}`);
      const figures: Figure[] = [];
      for (const page of PAGES) figures.push(await measure(port, page, signedIn.cookie));
      return { figures, startMs, peakMegabytes: await peakOf(server.pid) };
    } finally {
      server.kill("SIGTERM");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function peakOf(pid: number | undefined): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

const result = await bench();
if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
} else {
  const shown = (value: number, digits: number, width: number) => value.toFixed(digits).padStart(width);
  process.stdout.write(
    `${"".padEnd(28)}${"made anew, one by one".padStart(27)}${"requests a second".padStart(27)}\n` +
      `${"page".padEnd(28)}   p50 ms   p95 ms   p99 ms     anew     kept      304      kB\n`,
  );
  for (const figure of result.figures) {
    const { page, p50, p95, p99, renderedPerSecond, keptPerSecond, unchangedPerSecond, bytes } = figure;
    const times = [p50, p95, p99].map((value) => shown(value, 1, 9));
    const rates = [renderedPerSecond, keptPerSecond, unchangedPerSecond].map((value) => shown(value, 0, 9));
    process.stdout.write(`${page.padEnd(28)}${[...times, ...rates, shown(bytes / 1024, 0, 8)].join("")}\n`);
  }
  process.stdout.write(
    `start to ready ${result.startMs.toFixed(0)} ms, peak memory ${result.peakMegabytes.toFixed(0)} MB\n`,
  );
}
process.exit(0);
