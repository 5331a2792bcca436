import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "./command";

export const migrate: Command = {
  name: "migrate",
  summary: "Bring the database to this version, creating it when there is none.",
  options: {},
  async run(_given, { environment, open }) {
    const database = await open(environment.databaseUrl);
    await database.close();
    const journal = join(process.cwd(), "db", "migrations", database.engine, "meta", "_journal.json");
    const { entries } = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
    const version = entries.at(-1)?.tag ?? "";
    return {
      ok: true,
      lines: [`The ${database.engine === "sqlite" ? "SQLite" : "PostgreSQL"} database is at version ${version}.`],
      data: { engine: database.engine, version },
    };
  },
};
