/** Builds the floors, for production, once for each state of their sources. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build as bundle } from "esbuild";
import { node } from "../../bin/child.mjs";

const FLOORS = "bench/floors";
const CACHE = ".cache/bench";

function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(tsx?|mjs)$/.test(name)) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.update(readFileSync("package-lock.json")).digest("hex").slice(0, 16);
}

/** @returns the folder that holds `bare.js`, and the framework's `client` and `server` */
export async function buildFloors(): Promise<string> {
  const place = resolve(CACHE, `floors-${hashOf(FLOORS)}`);
  if (existsSync(place)) return place;
  const fresh = `${place}.${process.pid}`;
  mkdirSync(dirname(fresh), { recursive: true });
  try {
    await bundle({
      entryPoints: [join(FLOORS, "bare.tsx")],
      outfile: join(fresh, "bare.mjs"),
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      jsx: "automatic",
      logLevel: "silent",
    });
    const remix = "node_modules/@remix-run/dev/dist/cli.js";
    const env = { ...process.env, NODE_ENV: "production", BENCH_FLOOR_BUILD: fresh };
    const { code, output } = await node([remix, "vite:build", join(FLOORS, "framework"), "--logLevel", "warn"], {
      env,
    });
    if (code !== 0) throw new Error(`The framework's floor could not be built:\n${output}`);
    renameSync(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return place;
}
