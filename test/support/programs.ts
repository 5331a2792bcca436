/** Programs of a checkout, run as a person runs them. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

export interface Program {
  /** Waits until its output, of either kind, holds a text. @throws with all that it said when it ends first. */
  says(text: string): Promise<string>;
  /** Ctrl-C: the signal goes to the whole process group, as a terminal sends it. */
  pressCtrlC(): void;
  ended: Promise<Ended>;
}

/** A new folder that is gone when the test ends. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "casebook-scratch-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program in the copied checkout, or in `folder`, as the leader of its own process group. */
export function start(
  command: string,
  args: string[],
  {
    env = {},
    input,
    folder = inject("checkout"),
  }: { env?: Record<string, string>; input?: string; folder?: string } = {},
): Program {
  const child: ChildProcess = spawn(command, args, {
    cwd: folder,
    env: { ...withoutOurOwn(process.env), ...env },
    detached: true,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  child.stdin?.end(input);
  let out = "";
  let error = "";
  let over = false;
  const waiting = new Set<() => void>();
  const heard = () => {
    for (const look of waiting) look();
  };
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    out += text;
    heard();
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    error += text;
    heard();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => {
      over = true;
      heard();
      resolve({ code, out, error });
    });
  });
  onTestFinished(async () => {
    if (!over && child.pid) process.kill(-child.pid, "SIGKILL");
    await ended;
  });
  return {
    ended,
    pressCtrlC: () => {
      if (child.pid) process.kill(-child.pid, "SIGINT");
    },
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if ((out + error).includes(text)) resolve(out + error);
          else if (over) reject(new Error(`It ended without saying «${text}»:\n${out}${error}`));
          else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** What the test runner and the caller set for themselves is not what a person's shell has. */
function withoutOurOwn(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(VITEST|NODE_ENV|TEST|MODE|PROD|DEV|BASE_URL|INIT_CWD|npm_|CASEBOOK_|DATABASE_URL|PORT|HOST)/;
  const kept = { ...environment };
  for (const name of Object.keys(kept).filter((each) => ours.test(each))) Reflect.deleteProperty(kept, name);
  return kept;
}

/** `casebook …`, answered in full. */
export function casebook(typed: string[], options: { database: string; input?: string }): Promise<Ended> {
  const env = { DATABASE_URL: options.database };
  return start(process.execPath, ["build/cli.js", ...typed], { env, input: options.input }).ended;
}

export function stackless({ out, error }: Ended): boolean {
  return !/\n\s+at /.test(out + error);
}
