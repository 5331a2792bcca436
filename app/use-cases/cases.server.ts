import { eq, inArray, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { useCases } from "#db/schema.server";
import { isStage, type Stage } from "./stages";

export type UseCase = Omit<typeof useCases.$inferSelect, "stage"> & { stage: Stage | null };

type Row = typeof useCases.$inferSelect;

function shaped(row: Row): UseCase {
  return { ...row, stage: isStage(row.stage) ? row.stage : null };
}

const byReference = prepared<{ reference: string }, Row>((db) =>
  db
    .select()
    .from(useCases)
    .where(eq(useCases.reference, sql.placeholder("reference"))),
);

const byId = prepared<{ id: number }, Row>((db) =>
  db
    .select()
    .from(useCases)
    .where(eq(useCases.id, sql.placeholder("id"))),
);

/** The case behind a reference such as `UC-0042`, in any letter case. @throws Refusal 404 */
export async function caseByReference(db: Reader, reference: string | undefined): Promise<UseCase> {
  const [row] = await byReference(db, { reference: (reference ?? "").toUpperCase() });
  if (!row) throw new Refusal(404, "use-cases.refusal.not-found", { reference: reference ?? "" });
  return shaped(row);
}

/** @throws Refusal 404 */
export async function caseById(db: Reader, id: number): Promise<UseCase> {
  const [row] = await byId(db, { id });
  if (!row) throw new Refusal(404, "use-cases.refusal.not-found", { reference: String(id) });
  return shaped(row);
}

/** These cases, by their id; those that are not there are left out. */
export async function casesById(db: Reader, ids: readonly number[]): Promise<Map<number, UseCase>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(useCases)
    .where(inArray(useCases.id, [...ids]));
  return new Map(rows.map((row) => [row.id, shaped(row)]));
}

/** The case behind a reference, for somebody who may see it: every page and form about a case begins here. @throws Refusal 404 */
export async function openCase(db: Reader, actor: Actor, reference: string | undefined): Promise<UseCase> {
  const useCase = await caseByReference(db, reference);
  refuseHidden(actor, useCase);
  return useCase;
}

/** A draft is its author's business until it is submitted: for everybody else it is not there. @throws Refusal 404 */
export function refuseHidden(actor: Actor, useCase: Parties & { stage: string | null; reference: string }): void {
  if (useCase.stage !== "draft" || permits(actor, "use-case.edit", useCase)) return;
  throw new Refusal(404, "use-cases.refusal.not-found", { reference: useCase.reference });
}
