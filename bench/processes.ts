/** The processes that are measured: each on a port of its own, none left behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { freePort } from "../bin/port.mjs";

export interface Running {
  child: ChildProcess;
  port: number;
  /** Milliseconds from its start until it said that it is ready. @throws when it ends before */
  ready: Promise<number>;
  /** The most memory that it ever had, in megabytes; NaN where the system does not tell. */
  peakMegabytes(): number;
  /** What it has now; NaN as above. */
  memoryMegabytes(): number;
  /** Milliseconds of processor time that it took so far; NaN as above. */
  processorMs(): number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

/** Starts a program that says «ready» over its channel once it answers on PORT. */
export async function start(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Running> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  void ended.then(() => running.delete(child));
  const ready = new Promise<number>((said, failed) => {
    child.once("message", () => said(performance.now() - from));
    child.once("close", (code) => failed(new Error(`${args.join(" ")} ended with ${code} before it was ready.`)));
  });
  return {
    child,
    port,
    ready,
    peakMegabytes: () => megabytesOf(child.pid, /VmHWM:\s+(\d+)/),
    memoryMegabytes: () => megabytesOf(child.pid, /VmRSS:\s+(\d+)/),
    processorMs: () => processorMsOf(child.pid),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

function megabytesOf(pid: number | undefined, line: RegExp): number {
  try {
    return Number(line.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Linux counts a hundred ticks a second for every program, whatever its own clock. */
const TICK_MS = 10;

function processorMsOf(pid: number | undefined): number {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Its name stands in brackets and may hold spaces: what is counted comes 11 and 12 words after it.
    const words = told.slice(told.lastIndexOf(")") + 2).split(" ");
    return (Number(words[11]) + Number(words[12])) * TICK_MS;
  } catch {
    return Number.NaN;
  }
}

/** Runs a program to its end, with these words on its standard input. @throws with what it said when it fails */
export function run(args: readonly string[], env: NodeJS.ProcessEnv, input = ""): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { env, stdio: "pipe" });
    running.add(child);
    let out = "";
    let said = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.on("close", (code) => {
      running.delete(child);
      if (code === 0) done(out);
      else failed(new Error(`${args.join(" ")} ended with ${code}:\n${out}${said}`));
    });
    child.stdin.end(input);
  });
}
