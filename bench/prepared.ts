/** A database of the asked size: built once, kept in .cache/bench, and copied for each run, which may write to it. */
import { createHash } from "node:crypto";
import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Options } from "./options";
import { type Server, serverOf } from "./postgres";
import { run } from "./processes";

const CACHE = resolve(".cache/bench");
/** What decides how a database of some size turns out. */
const MADE_BY = ["seeds", "commands/seed.ts", "db/migrations", "db/schema.server.ts"];

export interface Prepared {
  /** As the product takes it in DATABASE_URL. */
  url: string;
  /** How long it took to build, or null when it was there. */
  builtMs: number | null;
  remove(): Promise<void>;
}

function filesUnder(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesUnder(join(path, entry.name)));
}

/** One name for each size and each state of what builds it. */
export function keyOf({ engine, cases, reports }: Pick<Options, "engine" | "cases" | "reports">): string {
  const hash = createHash("sha256");
  for (const file of MADE_BY.flatMap(filesUnder).sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return `${engine}-${cases}-${reports}-${hash.digest("hex").slice(0, 12)}`;
}

type Size = Pick<Options, "engine" | "cases" | "reports" | "server">;
type Say = (sentence: string) => void;

const plant = (url: string, { cases, reports }: Size) =>
  run(["build/cli.js", "seed", "--cases", String(cases), "--reports", String(reports)], {
    ...process.env,
    DATABASE_URL: url,
  });

export async function prepare(size: Size, say: Say): Promise<Prepared> {
  mkdirSync(CACHE, { recursive: true });
  return size.engine === "sqlite" ? prepareSqlite(size, say) : preparePostgres(size, await serverOf(size, CACHE), say);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const said = ({ engine, cases, reports }: Size) => `${cases} use cases and ${reports} reports on ${engine}`;

async function prepareSqlite(size: Size, say: Say): Promise<Prepared> {
  const kept = join(CACHE, `${keyOf(size)}.db`);
  let builtMs: number | null = null;
  if (!existsSync(kept)) {
    say(`Building ${said(size)}…`);
    const fresh = `${kept}.${process.pid}`;
    try {
      builtMs = await timed(() => plant(`file:${fresh}`, size));
      renameSync(fresh, kept);
    } finally {
      removeFile(fresh);
    }
  }
  const copy = join(CACHE, `run-${process.pid}-${size.cases}-${size.reports}.db`);
  copyFileSync(kept, copy, constants.COPYFILE_FICLONE);
  process.on("exit", () => removeFile(copy));
  return { url: `file:${copy}`, builtMs, remove: async () => removeFile(copy) };
}

function removeFile(file: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
}

async function preparePostgres(size: Size, server: Server, say: Say): Promise<Prepared> {
  const kept = `bench_${keyOf(size).replaceAll("-", "_")}`;
  let builtMs: number | null = null;
  if (!(await server.has(kept))) {
    say(`Building ${said(size)}…`);
    const fresh = `bench_building_${process.pid}`;
    await server.create(fresh);
    builtMs = await timed(() => plant(server.address(fresh), size));
    await server.rename(fresh, kept);
  }
  const copy = `bench_run_${process.pid}_${size.cases}_${size.reports}`;
  await server.create(copy, kept);
  return { url: server.address(copy), builtMs, remove: () => server.drop(copy) };
}
