import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { setCost } from "./costs.server";
import { ENTERED_KINDS, type EnteredKind } from "./postings";

type Amounts = Record<EnteredKind, Minor | null>;

export interface CostRow extends Amounts {
  useCaseId: number;
  /** What the cells showed: only those that differ are written. */
  shown: Record<EnteredKind, number | null>;
  /** Of each cell's entry; 0 where there was none. */
  version: Record<EnteredKind, number>;
}

/** Writes the changed cells of a quarter's costs, all or none. @returns how many were written */
export async function writeCosts(
  tx: Writer,
  actor: Actor,
  input: { quarter: Quarter; rows: readonly CostRow[] },
  when: When,
): Promise<number> {
  let written = 0;
  for (const row of input.rows) {
    for (const kind of ENTERED_KINDS) {
      if (row[kind] === row.shown[kind]) continue;
      const { useCaseId, version } = row;
      const entry = { useCaseId, quarter: input.quarter, kind, amountMinor: row[kind], note: null };
      await setCost(tx, actor, { ...entry, version: version[kind] }, when);
      written += 1;
    }
  }
  return written;
}
