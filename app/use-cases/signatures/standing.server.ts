import { and, desc, isNull, lt } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { among } from "#db/among.server";
import type { Reader } from "#db/client.server";
import { signOffConditions, signOffs } from "#db/schema.server";
import { type SignOffKind, stateOf } from "./signature";

/** What the signatures of a case are worth on a day. */
export interface Standing {
  /** The kinds whose last answer is a yes that still holds. A newer request takes nothing from it. */
  signed: ReadonlySet<SignOffKind>;
  /** The kinds whose last answer was a yes that holds no more. */
  lapsed: readonly SignOffKind[];
  /** Conditions of a yes that stands, past their day and not met. */
  overdue: number;
}

export const NOBODY_SIGNED: Standing = { signed: new Set(), lapsed: [], overdue: 0 };

/** The signatures of these cases as they stand, in two queries however many they are. */
export async function standingsOf(db: Reader, ids: readonly number[], today: Day): Promise<Map<number, Standing>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: signOffs.id,
      useCaseId: signOffs.useCaseId,
      kind: signOffs.kind,
      verdict: signOffs.verdict,
      staleOn: signOffs.staleOn,
      expiresOn: signOffs.expiresOn,
    })
    .from(signOffs)
    .where(among(db, signOffs.useCaseId, ids))
    .orderBy(desc(signOffs.id));
  if (rows.length === 0) return new Map();
  const late = await db
    .select({ signOffId: signOffConditions.signOffId })
    .from(signOffConditions)
    .where(
      and(
        among(db, signOffConditions.useCaseId, new Set(rows.map(({ useCaseId }) => useCaseId))),
        isNull(signOffConditions.metOn),
        lt(signOffConditions.dueOn, today),
      ),
    );
  const overdue = new Map<number, number>();
  for (const { signOffId } of late) overdue.set(signOffId, (overdue.get(signOffId) ?? 0) + 1);
  const newest = new Map<number, Map<SignOffKind, (typeof rows)[number]>>();
  for (const row of rows) {
    if (row.verdict === null) continue;
    const own = newest.get(row.useCaseId) ?? new Map<SignOffKind, (typeof rows)[number]>();
    if (!own.has(row.kind)) own.set(row.kind, row);
    newest.set(row.useCaseId, own);
  }
  return new Map([...newest].map(([useCaseId, own]) => [useCaseId, standingOf([...own.values()], overdue, today)]));
}

interface Answered {
  id: number;
  kind: SignOffKind;
  verdict: "yes" | "no" | null;
  staleOn: Day | null;
  expiresOn: Day | null;
}

/** @param overdue how many conditions of each signature are past their day */
function standingOf(answered: readonly Answered[], overdue: ReadonlyMap<number, number>, today: Day): Standing {
  const yes = answered.filter(({ verdict }) => verdict === "yes");
  const holding = yes.filter((one) => stateOf(one, today) === "yes");
  return {
    signed: new Set(holding.map(({ kind }) => kind)),
    lapsed: yes.filter((one) => !holding.includes(one)).map(({ kind }) => kind),
    overdue: yes.reduce((sum, { id }) => sum + (overdue.get(id) ?? 0), 0),
  };
}
