import { sql } from "drizzle-orm";
import type { Writer } from "./client.server";

/** Rows looked at in each index: enough to tell a good plan from a bad one, and a few milliseconds whatever the size. */
const SAMPLED = 400;

/** Lets the engine count anew what it plans queries by, where that has changed much. PostgreSQL does so by itself. */
export async function refreshStatistics(tx: Writer): Promise<void> {
  if (tx.engine !== "sqlite") return;
  await tx.rows(sql.raw(`pragma analysis_limit = ${SAMPLED}`));
  await tx.rows(sql.raw("pragma optimize"));
}
