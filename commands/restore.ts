import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { readOrganisation } from "#app/people/organisation.server";
import { type Database, DatabaseProblem } from "#db/client.server";
import {
  BESIDE,
  copyInto,
  dropAsidePostgres,
  fill,
  flush,
  isSqliteFile,
  removeSqlite,
  setAsidePostgres,
  swapSqlite,
  takeBackPostgres,
} from "#db/copy.server";
import { archivedRows, readManifest } from "./archive";
import { type Command, CommandProblem, type Door, type Outcome } from "./command";
import { type Proof, prove } from "./proof";

const PRIVATE = 0o600;

export const restore: Command = {
  name: "restore",
  summary: "Put a backup, or an export's folder, in the place of the database, of either engine, and prove it first.",
  arguments: ["SOURCE"],
  options: { force: { type: "boolean", what: "also when the database holds a casebook, which is then kept aside" } },
  async run(given, door) {
    const source = resolve(door.folder, given.arguments[0] ?? "");
    if (!existsSync(source)) throw new CommandProblem(`There is no ${source}.`);
    const { databaseUrl } = door.environment;
    if (BESIDE.some((suffix) => `file:${source}` === `file:${placeOf(databaseUrl)}${suffix}`)) {
      throw new CommandProblem(`${source} is the database itself: name a backup of it.`);
    }
    const folder = statSync(source).isDirectory();
    if (folder) readManifest(source);
    else if (!isSqliteFile(source)) throw new CommandProblem(`The file ${source} is no backup of Casebook.`);
    const load = (target: Database) => (folder ? loadFolder : loadFile)(source, target, door);
    const suffix = `before_restore_${door.now.toISOString().replace(/\D/g, "").slice(0, 14)}`;
    return databaseUrl.startsWith("file:")
      ? intoSqlite(placeOf(databaseUrl), suffix, given.flag("force"), load, door)
      : intoPostgres(databaseUrl, suffix, given.flag("force"), load, door);
  },
};

/** Where the database is: the file itself where a link leads to it. */
function placeOf(databaseUrl: string): string {
  const place = resolve(databaseUrl.replace(/^file:/, ""));
  return existsSync(place) ? realpathSync(place) : place;
}

type Load = (target: Database) => Promise<number>;

async function loadFolder(folder: string, target: Database, { progress }: Door): Promise<number> {
  const manifest = readManifest(folder);
  return target.write((tx) => fill(tx, (table) => archivedRows(folder, manifest, table), progress));
}

/** The backup itself is left as it is: a copy of it is brought to this version, and read. */
async function loadFile(file: string, target: Database, { open, progress }: Door): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), "casebook-restore-"));
  try {
    const copy = join(scratch, "backup.db");
    // What was still in the log beside it belongs to it.
    for (const suffix of ["", "-wal"])
      if (existsSync(`${file}${suffix}`)) copyFileSync(`${file}${suffix}`, `${copy}${suffix}`);
    const source = await openAs(file, () => open(`file:${copy}`), copy);
    try {
      return await copyInto(target, source, progress);
    } finally {
      await source.close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Opens a copy, and speaks of the file that it is a copy of. */
async function openAs(file: string, open: () => Promise<Database>, copy: string): Promise<Database> {
  try {
    return await open();
  } catch (problem) {
    if (problem instanceof DatabaseProblem) throw new DatabaseProblem(problem.message.replaceAll(copy, file));
    throw problem;
  }
}

const HELD = "name an empty database with DATABASE_URL, or say --force: what is there is then kept aside";

async function intoSqlite(place: string, suffix: string, force: boolean, load: Load, { open }: Door): Promise<Outcome> {
  const held = existsSync(place) ? await heldBy(() => open(`file:${place}`), force) : null;
  if (held && !force) throw new CommandProblem(`The database ${place} holds ${held}: ${HELD}.`);
  const fresh = `${place}.${process.pid}.restoring`;
  mkdirSync(dirname(place), { recursive: true });
  removeSqlite(fresh);
  try {
    const { rows, proof } = await loadAndProve(await open(`file:${fresh}`), load);
    chmodSync(fresh, existsSync(place) ? statSync(place).mode : PRIVATE);
    flush(fresh);
    const aside = `${place}.${suffix}`;
    swapSqlite(fresh, place, aside);
    return restored(place, rows, proof, held ? aside : null);
  } finally {
    removeSqlite(fresh);
  }
}

async function intoPostgres(url: string, suffix: string, force: boolean, load: Load, { open }: Door): Promise<Outcome> {
  const held = await heldBy(() => open(url), force);
  if (held && !force) throw new CommandProblem(`The database at DATABASE_URL holds ${held}: ${HELD}.`);
  await setAsidePostgres(url, suffix);
  try {
    const { rows, proof } = await loadAndProve(await open(url), load);
    if (!held) await dropAsidePostgres(url, suffix);
    return restored(
      "The database at DATABASE_URL",
      rows,
      proof,
      held ? `the schemas public_${suffix} and drizzle_${suffix}` : null,
    );
  } catch (problem) {
    await takeBackPostgres(url, suffix);
    throw problem;
  }
}

/** Whose casebook stands there, or null when nobody set it up. What cannot even be opened is somebody's, too. */
async function heldBy(open: () => Promise<Database>, force: boolean): Promise<string | null> {
  try {
    const database = await open();
    return (await readOrganisation(database).finally(() => database.close()))?.name ?? null;
  } catch (problem) {
    if (force && problem instanceof DatabaseProblem) return "what cannot be opened";
    throw problem;
  }
}

async function loadAndProve(database: Database, load: Load): Promise<{ rows: number; proof: Proof }> {
  try {
    const rows = await load(database);
    return { rows, proof: await prove("What was restored", database) };
  } finally {
    await database.close();
  }
}

function restored(where: string, rows: number, proof: Proof, aside: string | null): Outcome {
  return {
    ok: true,
    lines: [
      `Restored and proved: ${where}, ${rows} rows, ${proof.organisation}, ${proof.events} events in its audit log.`,
      `The last event's hash: ${proof.head}`,
      ...(aside ? [`What was there before is kept as ${aside}.`] : []),
    ],
    data: { where, rows, aside, ...proof },
  };
}
