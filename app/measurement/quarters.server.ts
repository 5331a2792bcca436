import { desc, eq } from "drizzle-orm";
import type { Quarter } from "#app/kernel/quarter";
import type { Reader } from "#db/client.server";
import { quarters } from "#db/schema.server";
import type { QuarterStatus } from "./quarter-life";

/** A quarter that nobody has touched is open, at version 0. */
export interface QuarterState {
  quarter: Quarter;
  status: QuarterStatus;
  closedBy: number | null;
  /** Milliseconds. */
  closedAt: number | null;
  hash: string | null;
  version: number;
}

function shaped({ closedAt, ...row }: typeof quarters.$inferSelect): QuarterState {
  return { ...row, closedAt: closedAt?.getTime() ?? null };
}

/** All quarters that the organisation has begun to collect, newest first. */
export async function knownQuarters(db: Reader): Promise<QuarterState[]> {
  return (await db.select().from(quarters).orderBy(desc(quarters.quarter))).map(shaped);
}

export async function stateOf(db: Reader, quarter: Quarter): Promise<QuarterState> {
  const [row] = await db.select().from(quarters).where(eq(quarters.quarter, quarter));
  return row ? shaped(row) : { quarter, status: "open", closedBy: null, closedAt: null, hash: null, version: 0 };
}
