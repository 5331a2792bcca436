import { and, count, eq, isNotNull } from "drizzle-orm";
import { neededBy } from "#app/assessment/needed.server";
import { freezeBusinessCase } from "#app/business-cases/write.server";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell, type Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference, type UseCase } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { missingAt } from "#app/use-cases/gates";
import { moveCase } from "#app/use-cases/move.server";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, attendances, businessCases, decisions, pocs, standings } from "#db/schema.server";
import { readPlaces } from "./places.server";
import { goesAgainstRank, isOutcome, LEADS_TO, type Outcome, outcomesAt } from "./sessions";
import { type CommitteeSession, openSession } from "./sessions.server";

export interface DecisionInput {
  reference: string;
  outcome: Outcome;
  reason: Told;
  learning: Told | null;
  relookOn: Day | null;
  /** The chair says so; the product also finds it by itself. */
  againstRank: boolean;
  /** Go past what the gate finds missing, with the reason above. */
  override: boolean;
}

/** What a person typed becomes told in their language. */
export function toldDecision(
  {
    reason,
    learning,
    ...input
  }: Omit<DecisionInput, "reason" | "learning"> & { reason: string; learning: string | null },
  locale: Locale,
): DecisionInput {
  return { ...input, reason: retell(null, locale, reason), learning: learning ? retell(null, locale, learning) : null };
}

/**
 * Writes what a session decided on a case, with the record as it saw it, and moves the case where the decision leads.
 * An approval freezes the business case: the baseline that delivery is measured against.
 * @throws Refusal 409 when the case is not on the agenda, was decided, cannot be so decided, or its gate is not passed
 */
export async function decide(
  tx: Writer,
  actor: Actor,
  sessionNumber: number,
  input: DecisionInput,
  when: When,
): Promise<void> {
  const session = await openSession(tx, sessionNumber);
  const useCase = await caseByReference(tx, input.reference);
  const may = permit(actor, "decision.take", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  await guard(tx, session, useCase, input.outcome);
  const decided = await decidedSoFar(tx, session.id);
  const ranking = await readPlaces(tx, [useCase.id, ...decided.map(({ useCaseId }) => useCaseId)]);
  const own = ranking.byId.get(useCase.id);
  const others = decided.map(({ useCaseId, ...other }) => ({
    ...other,
    passes: (ranking.byId.get(useCaseId)?.filtersFailed ?? 0) === 0,
  }));
  const place = { rank: own?.rank ?? null, passes: (own?.filtersFailed ?? 0) === 0 };
  const againstRank = input.againstRank || goesAgainstRank(input.outcome, place, others);
  const [decision] = await tx
    .insert(decisions)
    .values({
      sessionId: session.id,
      useCaseId: useCase.id,
      outcome: input.outcome,
      reason: input.reason,
      relookOn: input.relookOn,
      rank: own?.rank ?? null,
      ranked: ranking.ranked,
      againstRank,
      snapshot: await snapshotOf(tx, useCase),
      byId: actor.personId,
      on: when.today,
    })
    .returning({ id: decisions.id });
  if (!decision) throw new Error("The decision was not written");
  const after = { session: session.number, outcome: input.outcome, reason: input.reason, againstRank };
  const change = { subject: "decision", subjectId: decision.id, useCaseId: useCase.id };
  await record(tx, may, { ...change, after: { ...after, relookOn: input.relookOn } }, when);
  await carryOut(tx, may, session, decision.id, input, own?.filtersFailed ?? 0, when);
  // A decision that moves the case is told with its move.
  if (LEADS_TO[input.outcome]) return;
  const news = { kind: "decided" as const, useCaseId: useCase.id, href: `/use-cases/${useCase.reference}` };
  const values = { outcome: input.outcome, reason: input.reason };
  await notify(tx, actor, { ...news, values }, await concernedBy(tx, useCase), when);
}

async function guard(tx: Reader, session: CommitteeSession, useCase: UseCase, outcome: Outcome): Promise<void> {
  const { reference } = useCase;
  const [onAgenda] = await tx
    .select({ position: agendaItems.position })
    .from(agendaItems)
    .where(and(eq(agendaItems.sessionId, session.id), eq(agendaItems.useCaseId, useCase.id)));
  if (!onAgenda) throw new Refusal(409, "committee.refusal.not-on-agenda", { reference });
  const [decided] = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(and(eq(decisions.sessionId, session.id), eq(decisions.useCaseId, useCase.id)));
  if (decided) throw new Refusal(409, "committee.refusal.already-decided", { reference });
  if (!outcomesAt(useCase.stage).includes(outcome)) throw new Refusal(409, "committee.refusal.outcome", { reference });
}

async function carryOut(
  tx: Writer,
  may: Permitted<"decision.take", UseCase>,
  session: CommitteeSession,
  decisionId: number,
  input: DecisionInput,
  filtersFailed: number,
  when: When,
): Promise<void> {
  const to = LEADS_TO[input.outcome];
  if (!to) return;
  const useCase = may.subject;
  const [standing] = await tx.select().from(standings).where(eq(standings.useCaseId, useCase.id));
  const [written] = await tx
    .select({ count: count() })
    .from(businessCases)
    .where(eq(businessCases.useCaseId, useCase.id));
  const [taught] = await tx
    .select({ count: count() })
    .from(pocs)
    .where(and(eq(pocs.useCaseId, useCase.id), isNotNull(pocs.learning)));
  const [there] = await tx.select({ count: count() }).from(attendances).where(eq(attendances.sessionId, session.id));
  const asked = (await readOrganisation(tx))?.assessmentsNeeded ?? 1;
  const missing = missingAt(to, {
    assessments: standing?.assessments ?? 0,
    assessmentsNeeded: (await neededBy(tx, asked, [useCase.id])).get(useCase.id) ?? asked,
    businessCase: (written?.count ?? 0) > 0,
    filtersFailed,
    decidedWithQuorum: (there?.count ?? 0) >= session.quorum,
    reason: true,
    learning: (taught?.count ?? 0) > 0 || input.learning !== null,
  });
  const { reason, learning, relookOn, override } = input;
  await moveCase(tx, may, { to, reason, learning, relookOn, override, decisionId }, missing, when);
  if (input.outcome === "approve" && (written?.count ?? 0) > 0) await freezeBusinessCase(tx, may, useCase.id, when);
}

async function decidedSoFar(tx: Reader, sessionId: number) {
  const rows = await tx
    .select({ useCaseId: decisions.useCaseId, outcome: decisions.outcome, rank: decisions.rank })
    .from(decisions)
    .where(eq(decisions.sessionId, sessionId));
  return rows.map(({ outcome, ...row }) => ({ ...row, outcome: isOutcome(outcome) ? outcome : null }));
}

/** The record as the committee saw it, kept with its decision. */
async function snapshotOf(tx: Reader, useCase: UseCase): Promise<Record<string, unknown>> {
  const { extra: _, ...record } = useCase;
  const [standing] = await tx.select().from(standings).where(eq(standings.useCaseId, useCase.id));
  return { ...record, standing: standing ?? null };
}
