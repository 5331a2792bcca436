/** The production server as people meet it: built, on a free port, with the demonstration portfolio. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "../../bin/port.mjs";

declare module "vitest" {
  interface ProvidedContext {
    served: Served;
  }
}

export interface Served {
  address: string;
  /** The database that it serves. */
  file: string;
  accounts: { email: string; name: string; roles: string[]; password: string }[];
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
    server.on("message", () => {
      // From here on it speaks of faults: whoever reads the tests' output should see them.
      server.stderr?.pipe(process.stderr);
      resolve();
    });
    server.on("close", () => reject(new Error(`The server ended: ${errors}`)));
  });
}

/** Starts the built server on a database in a folder of its own. */
async function serve(
  folder: string,
): Promise<{ address: string; env: NodeJS.ProcessEnv; file: string; stop(): Promise<void> }> {
  const port = await freePort();
  const file = join(folder, "casebook.db");
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: `file:${file}`,
    LOG_LEVEL: "warn",
  };
  const server = spawn(process.execPath, ["build/server.js"], { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  const ended = new Promise((resolve) => server.on("close", resolve));
  await ready(server);
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: `http://localhost:${port}`, env, file, stop };
}

const newFolder = () => mkdtempSync(join(tmpdir(), "casebook-served-"));

/** A second server, on a database that nobody has set up. `link` opens an account there and answers its password link. */
export async function serveEmpty() {
  const { address, env, stop } = await serve(newFolder());
  const link = async (email: string): Promise<string> =>
    JSON.parse(await done(["build/cli.js", "user", "create", "--name", "Max", "--email", email, "--json"], env)).link;
  return { address, link, stop };
}

/** Uploads a file as an administrator and leaves it there: an import that somebody is in the middle of. */
async function beginImport(address: string, { email, password }: { email: string; password: string }): Promise<void> {
  const post = (path: string, body: FormData, headers: Record<string, string> = {}) =>
    fetch(`${address}${path}`, { method: "POST", body, headers, redirect: "manual" });
  const credentials = new FormData();
  credentials.set("email", email);
  credentials.set("password", password);
  const cookies = (await post("/sign-in", credentials)).headers.getSetCookie().map((line) => line.split(";")[0]);
  const file = new FormData();
  const rows = [
    "Identifiant;Titre;Besoin;Direction;Étape",
    "A-1;Planifier les quais;Trop d'attente;Quais;En prod",
    "A-2;;;;",
  ];
  file.set("file", new Blob([rows.join("\n")], { type: "text/csv" }), "cas.csv");
  const answer = await post("/import", file, { Cookie: cookies.join("; ") });
  if (answer.status !== 303) throw new Error(`The upload answered ${answer.status}: ${await answer.text()}`);
}

export default async function setup(project: TestProject) {
  await done(["bin/build.mjs"]);
  const folder = newFolder();
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, "casebook.db")}` };
  const { accounts } = JSON.parse(await done(["build/cli.js", "seed", "--json"], env));
  const { address, file, stop } = await serve(folder);
  const admin = accounts.find(({ roles }: Served["accounts"][number]) => roles.includes("admin"));
  await beginImport(address, admin);
  project.provide("served", { address, file, accounts });
  return stop;
}
