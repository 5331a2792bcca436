/** The production server as people meet it: built, on a free port, with the demonstration portfolio. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    served: Served;
  }
}

export interface Served {
  address: string;
  accounts: { email: string; name: string; roles: string[]; password: string }[];
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? found(address.port) : failed(new Error("no port"))));
    });
  });
}

/** Runs a program to its end. @throws with all that it said when it fails. */
function done(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let errors = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.on("close", (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${args.join(" ")}\n${output}${errors}`)),
    );
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let errors = "";
    server.stderr?.on("data", (text) => {
      errors += text;
    });
    server.on("message", () => resolve());
    server.on("close", () => reject(new Error(`The server ended: ${errors}`)));
  });
}

export default async function serve(project: TestProject) {
  await done(["bin/build.mjs"]);
  const folder = mkdtempSync(join(tmpdir(), "casebook-served-"));
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, "casebook.db")}`,
  };
  const { accounts } = JSON.parse(await done(["build/cli.js", "seed", "--json"], env));
  const server = spawn(process.execPath, ["build/server.js"], { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const ended = new Promise((resolve) => server.on("close", resolve));
  await ready(server);
  project.provide("served", { address: `http://localhost:${port}`, accounts });
  return async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
