import { join } from "node:path";
import { type Database, DatabaseProblem } from "./client.server";
import { openSqlite } from "./sqlite.server";

export const DEFAULT_DATABASE_URL = "file:data/casebook.db";

/**
 * Opens the database at an address, `file:…` or `postgres://…`, migrated to this version.
 * The migrations are looked for from the working directory: a path from this module breaks in the bundle.
 * @throws DatabaseProblem with a sentence when the address cannot be used.
 */
export async function openDatabase(url = DEFAULT_DATABASE_URL): Promise<Database> {
  const migrations = join(process.cwd(), "db", "migrations");
  if (url.startsWith("file:")) return openSqlite(url.slice("file:".length), join(migrations, "sqlite"));
  if (/^postgres(ql)?:\/\//.test(url)) {
    // Its driver costs an embedded installation a tenth of its start.
    const { openPostgres } = await import("./pool.server");
    return openPostgres(url, join(migrations, "postgres"));
  }
  throw new DatabaseProblem(`DATABASE_URL must begin with file: or postgres://, not «${url.split(":")[0]}:».`);
}
