import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, realpathSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Database } from "#db/client.server";
import { BESIDE, copyInto, copySqlite, flush, removeSqlite } from "#db/copy.server";
import { type Command, CommandProblem, type Door } from "./command";
import { type Proof, prove } from "./proof";

const PRIVATE = 0o600;

export const backup: Command = {
  name: "backup",
  summary: "Write the whole database into one file, while Casebook runs, and prove that the file is sound.",
  arguments: ["FILE"],
  options: { force: { type: "boolean", what: "write over a file of that name" } },
  async run(given, door) {
    const file = resolve(door.folder, given.arguments[0] ?? "");
    refuseItself(file, door.environment.databaseUrl);
    if (existsSync(file) && !given.flag("force")) {
      throw new CommandProblem(`The file ${file} is there already: name another one, or say --force.`);
    }
    const making = `${file}.${process.pid}.part`;
    mkdirSync(dirname(file), { recursive: true });
    removeSqlite(making);
    try {
      const proof = await write(door, making);
      // It holds hashes of passwords and the secret that keys sessions.
      chmodSync(making, PRIVATE);
      flush(making);
      renameSync(making, file);
      const { size } = statSync(file);
      return {
        ok: true,
        lines: [
          `Written and proved: ${file}, ${Math.ceil(size / 1024)} kB, ${proof.organisation}, ${proof.events} events in its audit log.`,
          `The last event's hash, to keep elsewhere: ${proof.head}`,
        ],
        data: { file, bytes: size, ...proof },
      };
    } finally {
      removeSqlite(making);
    }
  },
};

/** A backup in the place of what it is a backup of would take the database away under its processes. */
function refuseItself(file: string, databaseUrl: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new CommandProblem(`${file} is a link: name the file itself.`);
  }
  if (!databaseUrl.startsWith("file:")) return;
  const database = resolve(databaseUrl.slice("file:".length));
  if (!existsSync(database)) throw new CommandProblem(`There is no database ${database}: correct DATABASE_URL.`);
  const whole = existsSync(dirname(file)) ? join(realpathSync(dirname(file)), basename(file)) : file;
  if (BESIDE.some((suffix) => whole === `${realpathSync(database)}${suffix}`)) {
    throw new CommandProblem(`${file} is the database itself: name another file.`);
  }
}

/**
 * Either engine's database as one SQLite file, which can be opened as it is and restored into either. A SQLite database
 * is neither opened nor brought to this version: its copy of the copy is, to be proved.
 */
async function write({ environment: { databaseUrl }, open, progress }: Door, file: string): Promise<Proof> {
  if (databaseUrl.startsWith("file:")) {
    copySqlite(resolve(databaseUrl.slice("file:".length)), file);
    const scratch = `${file}.proof`;
    try {
      copyFileSync(file, scratch);
      return await proofOf(await open(`file:${scratch}`));
    } finally {
      removeSqlite(scratch);
    }
  }
  const source = await open(databaseUrl);
  try {
    const copy = await open(`file:${file}`);
    await copyInto(copy, source, progress);
    return await proofOf(copy);
  } finally {
    await source.close();
  }
}

async function proofOf(copy: Database): Promise<Proof> {
  return prove("The backup", copy).finally(() => copy.close());
}
