/** The built server in its own process, to be used, stopped and killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { onTestFinished } from "vitest";
import { freePort } from "../../bin/port.mjs";
import { SERVER_FLAGS } from "../../bin/server-flags.mjs";

export interface RealServer {
  port: number;
  pid: number;
  /** What it wrote on standard error: its log. */
  log(): string;
  /** The way that a supervisor ends it. Answers its exit code. */
  stop(): Promise<number | null>;
  /** The way that a power cut ends it. */
  kill(): Promise<void>;
  /** The value of a metric, such as `process_resident_memory_bytes`. */
  metric(name: string): Promise<number>;
}

const SECRET = "a secret of the tests alone";

/** @throws with what it said when it does not get ready */
export async function realServer(
  databaseUrl: string,
  { port, env = {} }: { port?: number; env?: Record<string, string> } = {},
): Promise<RealServer> {
  const at = port ?? (await freePort());
  const child: ChildProcess = spawn(process.execPath, [...SERVER_FLAGS, "build/server.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(at),
      DATABASE_URL: databaseUrl,
      SESSION_SECRET: SECRET,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const send = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  // Also where the test failed before it came to end it.
  onTestFinished(async () => void (await send("SIGKILL")));
  await new Promise<void>((ready, failed) => {
    child.on("message", () => ready());
    void ended.then((code) => failed(new Error(`The server ended with ${code}: ${said}`)));
  });
  return {
    port: at,
    pid: child.pid ?? 0,
    log: () => said,
    stop: () => send("SIGTERM"),
    kill: async () => void (await send("SIGKILL")),
    metric: async (name) => {
      const page = await (await fetch(`http://127.0.0.1:${at}/metrics`)).text();
      return Number(new RegExp(`^${name}(?:{[^}]*})? ([\\d.e+-]+)$`, "m").exec(page)?.[1] ?? Number.NaN);
    },
  };
}
