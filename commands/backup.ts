import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { copyInto, copySqlite, flush, removeSqlite } from "#db/copy.server";
import { type Command, CommandProblem, type Door } from "./command";
import { type Proof, prove } from "./proof";

export const backup: Command = {
  name: "backup",
  summary: "Write the whole database into one file, while Casebook runs, and prove that the file is sound.",
  arguments: ["FILE"],
  options: { force: { type: "boolean", what: "write over a file of that name" } },
  async run(given, door) {
    const file = resolve(door.folder, given.arguments[0] ?? "");
    if (existsSync(file) && !given.flag("force")) {
      throw new CommandProblem(`The file ${file} is there already: name another one, or say --force.`);
    }
    const making = `${file}.part`;
    mkdirSync(dirname(file), { recursive: true });
    removeSqlite(making);
    try {
      const proof = await write(door, making);
      flush(making);
      rmSync(file, { force: true });
      renameSync(making, file);
      const { size } = statSync(file);
      return {
        ok: true,
        lines: [
          `Written and proved: ${file}, ${Math.ceil(size / 1024)} kB, ${proof.organisation ?? "not set up"}, ${proof.events} events in its audit log.`,
          `The last event's hash, to keep elsewhere: ${proof.head}`,
        ],
        data: { file, bytes: size, ...proof },
      };
    } finally {
      removeSqlite(making);
    }
  },
};

/** Either engine's database as one SQLite file: it can be opened as it is, and restored into either. */
async function write({ environment: { databaseUrl }, open, progress }: Door, file: string): Promise<Proof> {
  // Opening refuses what is no database of ours, before anything is written.
  const source = await open(databaseUrl);
  try {
    if (source.engine === "sqlite") copySqlite(resolve(databaseUrl.slice("file:".length)), file);
    const copy = await open(`file:${file}`);
    try {
      if (source.engine === "postgres") await copyInto(copy, source, progress);
      return await prove("The backup", copy);
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}
