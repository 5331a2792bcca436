import { sql } from "drizzle-orm";
import type { Writer } from "./client.server";

/** Rows looked at in each index: enough to tell a good plan from a bad one, and a few milliseconds whatever the size. */
const SAMPLED = 400;

/**
 * SQLite counts anew what it plans queries by, where that has changed much or an index was never counted: of all tables
 * (0x10000), not of those alone that this connection has read, for others do the reading. An index without counts is
 * taken for a very good one beside those that have some, so that a migration's new one drew queries away from better ones.
 */
export const COUNT_ANEW = [`analysis_limit = ${SAMPLED}`, "optimize = 0x10002"] as const;

/** Lets the engine count anew what it plans queries by. PostgreSQL does so by itself. */
export async function refreshStatistics(tx: Writer): Promise<void> {
  if (tx.engine !== "sqlite") return;
  for (const pragma of COUNT_ANEW) await tx.rows(sql.raw(`pragma ${pragma}`));
}

/** The same at once on either engine, after so many rows were written that the next read should know. */
export async function countAnew(tx: Writer): Promise<void> {
  if (tx.engine === "postgres") await tx.rows(sql.raw("analyze"));
  else await refreshStatistics(tx);
}
