/** A built copy of this checkout, so that commands are tried where nobody works: its packages are this checkout's. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    checkout: string;
    /** A database file with the demonstration in it: copy it, it is everybody's. */
    demonstration: string;
  }
}

const NOT_COPIED = ["node_modules", ".git", ".cache", "data", "build"];

/** Copies the sources alone: a checkout with nothing installed and nothing built. */
export function copySources(to: string): void {
  const top = resolve(".");
  cpSync(top, to, {
    recursive: true,
    filter: (path) => resolve(path, "..") !== top || !NOT_COPIED.includes(basename(path)),
  });
}

export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "casebook-checkout-"));
  copySources(folder);
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  // Of use when it is of these sources; the copy builds its own otherwise.
  if (existsSync("build/stamp")) cpSync("build", join(folder, "build"), { recursive: true });
  execFileSync(process.execPath, ["bin/build.mjs"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const demonstration = join(folder, "data", "demonstration.db");
  const env = { ...process.env, DATABASE_URL: `file:${demonstration}` };
  execFileSync(process.execPath, ["build/cli.js", "seed"], { cwd: folder, env, stdio: "ignore" });
  project.provide("checkout", folder);
  project.provide("demonstration", demonstration);
  return () => rmSync(folder, { recursive: true, force: true });
}
