/** Merging crosses every room: figures that were reported or spent stay where they are, so that nothing counts twice. */
import { and, count, inArray, isNull } from "drizzle-orm";
import { refuseInterested } from "#app/assessment/declare-conflict.server";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { standingIn } from "#app/use-cases/similar/standing-in.server";
import { canTakeIn, letOut, mergeOf, takeIn } from "#app/use-cases/similar/take-in.server";
import { actsOfMerge } from "#app/use-cases/who-moves";
import type { Reader, Writer } from "#db/client.server";
import { costs, pocs, reports } from "#db/schema.server";

export interface Figures {
  reports: number;
  costs: number;
  openPocs: number;
}

/** What keeps cases from going up in another one, for each: reported figures, amounts spent, a POC that runs. Three queries. */
export async function figuresOf(db: Reader, useCaseIds: readonly number[]): Promise<(useCaseId: number) => Figures> {
  const counted = async (table: typeof reports | typeof costs | typeof pocs, open = false) => {
    const own = inArray(table.useCaseId, [...useCaseIds]);
    const where = open ? and(own, isNull(pocs.verdict)) : own;
    const rows = await db
      .select({ useCaseId: table.useCaseId, found: count() })
      .from(table)
      .where(where)
      .groupBy(table.useCaseId);
    const found = new Map(rows.map((row) => [row.useCaseId, row.found]));
    return (useCaseId: number) => found.get(useCaseId) ?? 0;
  };
  const [told, spent, open] = [await counted(reports), await counted(costs), await counted(pocs, true)];
  return (useCaseId) => ({ reports: told(useCaseId), costs: spent(useCaseId), openPocs: open(useCaseId) });
}

export const hasFigures = ({ reports: told, costs: spent, openPocs }: Figures) => told + spent + openPocs > 0;

/**
 * Lets a case go up in another that serves the same need, or in the one that that went up in itself: its volumes become
 * an entry there, and what people said of it goes along. Its business case, assessments and decisions stay on it.
 * @throws Refusal 409 when the other cannot take it, or figures hang on it
 */
export async function mergeCases(
  tx: Writer,
  actor: Actor,
  { from, into, reason }: { from: number; into: number; reason: Told },
  when: When,
): Promise<UseCase> {
  const leaving = await caseById(tx, from);
  const may = permit(actor, "use-case.merge", leaving);
  for (const act of actsOfMerge(leaving.stage)) permit(actor, act, leaving);
  await refuseInterested(tx, actor, leaving);
  if (!canTakeIn(leaving)) throw new Refusal(409, "similar.refusal.cannot-merge");
  const other = await caseById(tx, into);
  const staying = (await standingIn(tx, other)) ?? other;
  await refuseInterested(tx, actor, staying);
  // The other one stands in this one already: what stays is this one.
  if (staying.id === leaving.id && other.id !== leaving.id) {
    const said = { reference: leaving.reference, other: other.reference };
    throw new Refusal(409, "similar.refusal.stands-in-this", said);
  }
  const figures = (await figuresOf(tx, [from]))(from);
  if (hasFigures(figures)) throw new Refusal(409, "similar.refusal.has-figures", { ...figures });
  const concerned = [...(await concernedBy(tx, leaving)), ...(await concernedBy(tx, staying))];
  const { departmentId, peopleAffected, timesPer, times, minutesPerTime } = leaving;
  const volumes = { departmentId, peopleAffected, timesPer, times, minutesPerTime };
  const entry = {
    ...volumes,
    personId: leaving.authorId ?? leaving.ownerId,
    need: leaving.need ?? leaving.title,
    additional: false,
  };
  await takeIn(tx, may, staying, { reason, entry }, when);
  const news = { kind: "merged", useCaseId: leaving.id, href: `/use-cases/${staying.reference}`, values: {} } as const;
  await notify(tx, actor, news, concerned, when);
  return staying;
}

/**
 * Undoes the merge by which a case went up in another one: it comes back to its stage, with what went along.
 * @throws Refusal 409 when there is no merge to undo, or the other case went up in a third one since
 */
export async function unmergeCase(
  tx: Writer,
  actor: Actor,
  { from, reason }: { from: number; reason: Told },
  when: When,
): Promise<void> {
  const useCase = await caseById(tx, from);
  const may = permit(actor, "use-case.merge", useCase);
  const merge = await mergeOf(tx, from);
  await refuseInterested(tx, actor, useCase);
  if (!merge) throw new Refusal(409, "similar.refusal.not-merged");
  await letOut(tx, may, merge, reason, when);
  const back = await caseById(tx, from);
  const concerned = [...(await concernedBy(tx, back)), ...(await concernedBy(tx, await caseById(tx, merge.intoId)))];
  const news = { kind: "unmerged", useCaseId: from, href: `/use-cases/${back.reference}`, values: {} } as const;
  await notify(tx, actor, news, concerned, when);
}
