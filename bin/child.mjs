import { spawn } from "node:child_process";
import { HOME, Stop } from "./home.mjs";

const running = new Set();

/** Ends what this process started: nothing it began outlives it. */
export function stopChildren(signal = "SIGTERM") {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program to its end without a standard input. Its output is collected; `show` passes it on as well.
 * @param {{ env?: NodeJS.ProcessEnv, show?: "all" | "errors" | "nothing" }} options
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function run(command, args, { env = process.env, show = "nothing" } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: HOME,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: needsShell(command),
    });
    running.add(child);
    let output = "";
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output += text;
      stdout += text;
      if (show === "all") process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      output += text;
      if (show !== "nothing") process.stderr.write(text);
    });
    child.on("error", (problem) => {
      running.delete(child);
      reject(
        problem.code === "ENOENT"
          ? new Stop(`The program «${command}» was not found: install it and try again.`)
          : problem,
      );
    });
    child.on("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output, stdout });
    });
  });
}

/** Node running a script of this checkout. */
export const node = (args, options) => run(process.execPath, args, options);

const needsShell = (command) => process.platform === "win32" && command === "npm";
