/**
 * Writes the next migration of both engines from `schema.server.ts`: `npm run db:generate -- <name>`.
 * With `--by-hand` it makes the two empty files for SQL that differs by engine (triggers, full-text search).
 * Forward only: a change that would drop a table or a column is refused; copy its data in a hand-written migration first.
 * SQLite changes a column by rebuilding its table, which loses nothing as long as every column is copied.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { postgresTables } from "./postgres.server";
import * as schema from "./schema.server";

const name = process.argv[2];
const byHand = process.argv.includes("--by-hand");
if (!name || !/^[a-z0-9-]+$/.test(name)) {
  console.error("Give the migration a name of lower-case words: npm run db:generate -- add-campaigns");
  process.exit(2);
}

interface Journal {
  version: string;
  dialect: string;
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: true }[];
}

type Snapshot = { id: string; tables: Record<string, { columns: Record<string, unknown> }> };

/** Whether a statement takes away what is stored: a table of which every column was copied into the next is not. */
function loses(statement: string, all: readonly string[], previous: Snapshot): boolean {
  if (/\bDROP COLUMN\b/i.test(statement)) return true;
  const dropped = /\bDROP TABLE [`"](\w+)/i.exec(statement)?.[1];
  if (!dropped) return false;
  const copy = all.find((one) => one.startsWith(`INSERT INTO \`__new_${dropped}\``)) ?? "";
  const copied = copy.slice(copy.indexOf(" SELECT "));
  return Object.keys(previous.tables[dropped]?.columns ?? { all: 0 }).some((column) => !copied.includes(`"${column}"`));
}

async function generate<S extends Snapshot>(
  dialect: "sqlite" | "postgresql",
  folder: string,
  snapshot: (previousId?: string) => S | Promise<S>,
  difference: (previous: S, next: S) => Promise<string[]>,
) {
  const meta = join(folder, "meta");
  mkdirSync(meta, { recursive: true });
  const journalFile = join(meta, "_journal.json");
  const journal: Journal = existsSync(journalFile)
    ? JSON.parse(readFileSync(journalFile, "utf8"))
    : { version: "7", dialect, entries: [] };
  const last = readdirSync(meta)
    .filter((file) => file.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  const empty = await (dialect === "sqlite" ? generateSQLiteDrizzleJson({}) : generateDrizzleJson({}));
  const previous = (last ? JSON.parse(readFileSync(join(meta, last), "utf8")) : empty) as S;
  const next = await snapshot(previous.id);
  const statements = await difference(previous, next);
  if (statements.length === 0 && !byHand) return console.log(`${dialect}: nothing to change`);
  const loss = statements.find((statement) => loses(statement, statements, previous));
  if (loss) throw new Error(`${dialect}: this would lose data: ${loss}`);
  const index = journal.entries.length;
  const tag = `${String(index).padStart(4, "0")}_${name}`;
  const newest = journal.entries.at(-1)?.when ?? 0;
  journal.entries.push({ idx: index, version: "6", when: Math.max(Date.now(), newest + 1), tag, breakpoints: true });
  writeFileSync(join(folder, `${tag}.sql`), `${statements.join("\n--> statement-breakpoint\n")}\n`);
  writeFileSync(join(meta, `${tag.slice(0, 4)}_snapshot.json`), `${JSON.stringify(next, null, 2)}\n`);
  writeFileSync(journalFile, `${JSON.stringify(journal, null, 2)}\n`);
  console.log(`${dialect}: ${join(folder, `${tag}.sql`)}`);
}

await generate(
  "sqlite",
  "db/migrations/sqlite",
  (previousId) => generateSQLiteDrizzleJson({ ...schema }, previousId),
  generateSQLiteMigration,
);
await generate(
  "postgresql",
  "db/migrations/postgres",
  (previousId) => generateDrizzleJson(postgresTables(), previousId),
  generateMigration,
);
