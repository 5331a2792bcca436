import { and, count, eq, isNotNull } from "drizzle-orm";
import type { z } from "zod";
import { refuseBlind } from "#app/assessment/blind.server";
import { refuseConflicted } from "#app/assessment/declare-conflict.server";
import { neededBy } from "#app/assessment/needed.server";
import { freezeBusinessCase } from "#app/business-cases/write.server";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell, type Told, tell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { readOrganisation } from "#app/people/organisation.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseByReference, type UseCase } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { type GateFacts, gateBetween, unmet } from "#app/use-cases/gates";
import { moveCase } from "#app/use-cases/move.server";
import { ownFactsOf } from "#app/use-cases/own-checks/own-facts.server";
import { isWayOut } from "#app/use-cases/stages";
import { stoodAt, wasJudged } from "#app/use-cases/stood-at.server";
import type { Reader, Writer } from "#db/client.server";
import { agendaItems, businessCases, decisions, pocs, standings, trustCards } from "#db/schema.server";
import type { Asked } from "./asked.server";
import { askFor } from "./conditions.server";
import { lapseExceptions } from "./edit-filter.server";
import { figuresOf } from "./figures.server";
import { failedChecks } from "./filters";
import { quorumOf } from "./quorum";
import { filtersOfCase } from "./ranking.server";
import { seatsOf } from "./seats.server";
import { type decisionInput, LEADS_TO, type Outcome, outcomesAt } from "./sessions";
import { freezeAtFirst, guardUndecided, openSession, refuseEarly } from "./sessions.server";
import { snapshotOf } from "./snapshot.server";
import { refuseUnsaid } from "./unsaid.server";
import { notYetWeighed, weighDecisions } from "./weigh.server";

export interface DecisionInput {
  reference: string;
  outcome: Outcome;
  reason: Told;
  learning: Told | null;
  relookOn: Day | null;
  /** What may be spent on the way to the next decision. */
  budgetMinor: Minor | null;
  /** Conditions of a yes, or the questions of an «ask». */
  asked: readonly Asked[];
  /** The chair says so: it is asked for where the product finds it, as far as nothing of the session can change it. */
  againstRank: boolean;
  /** Go past what the gate finds missing, with the reason above. */
  override: boolean;
}

/** What a person typed becomes told in their language. */
export function toldDecision(
  { reason, learning, budget, asked, ...input }: Omit<z.output<ReturnType<typeof decisionInput>>, "intent">,
  locale: Locale,
): DecisionInput {
  const told = (text: string) => retell(null, locale, text);
  return {
    ...input,
    reason: told(reason),
    learning: learning ? told(learning) : null,
    budgetMinor: budget,
    asked: asked.map(({ text, ...one }) => ({ ...one, text: told(text) })),
  };
}

/**
 * Writes what a session decided on a case, with the record as it saw it, and moves the case where the decision leads.
 * An approval freezes the business case: the baseline that delivery is measured against.
 * @throws Refusal 409 when the case is not on the agenda, was decided, cannot be so decided, its gate is not passed, or it goes
 *   against the rank unsaid; and for who declared a conflict of interest in it, or still owes an assessment of it
 */
export async function decide(
  tx: Writer,
  actor: Actor,
  sessionNumber: number,
  input: DecisionInput,
  when: When,
): Promise<void> {
  await lapseExceptions(tx, when);
  const session = await openSession(tx, sessionNumber);
  const useCase = await caseByReference(tx, input.reference);
  const may = permit(actor, "decision.take", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  refuseEarly(session, when.today);
  await guardUndecided(tx, session, useCase);
  await refuseConflicted(tx, actor, useCase.id);
  await refuseBlind(tx, actor, useCase.id);
  const { reference } = useCase;
  if (!outcomesAt(useCase.stage).includes(input.outcome)) {
    throw new Refusal(409, "committee.refusal.outcome", { reference });
  }
  const seats = await seatsOf(tx, session.id);
  const { reached: quorate } = quorumOf(seats, session.quorum, session.hears);
  // A «no» closes a case as an approval opens it: for good, and so with those who must be there.
  if (input.outcome === "reject" && !quorate && (await wasJudged(tx, useCase))) {
    throw new Refusal(409, "committee.refusal.refuse-quorum", { reference });
  }
  // A decision takes its case out of the ranking, and the next ones move up: all are set against one order.
  await freezeAtFirst(tx, session, when);
  const table = await figuresOnTable(tx, session.id, useCase.id);
  const frozen = table?.figures ?? null;
  // An exception that was signed since the figures were frozen lets the case pass, and gives it the place of today.
  const filtersFailed = failedChecks(await filtersOfCase(tx, useCase.id)).length;
  const freed = filtersFailed === 0 && (frozen?.filtersFailed ?? 0) > 0;
  const own = freed ? ((await figuresOf(tx, [useCase.id])).get(useCase.id) ?? frozen) : frozen;
  const [decision] = await tx
    .insert(decisions)
    .values({
      sessionId: session.id,
      useCaseId: useCase.id,
      outcome: input.outcome,
      reason: input.reason,
      relookOn: input.relookOn,
      rank: own?.rank ?? null,
      ranked: own?.ranked ?? null,
      setAgainst: notYetWeighed(useCase.stage, own?.rank ?? null, filtersFailed === 0, input.againstRank),
      quorate,
      budgetMinor: input.budgetMinor,
      snapshot: await snapshotOf(tx, session, useCase, freed ? null : (table?.inputs?.place ?? null)),
      byId: actor.personId,
      on: when.today,
    })
    .returning({ id: decisions.id });
  if (!decision) throw new Error("The decision was not written");
  const against = await weighDecisions(tx, session.id);
  await refuseUnsaid(
    tx,
    actor,
    against.find(({ id }) => id === decision.id),
  );
  // What was found besides is settled when the session closes, and recorded with that.
  const { outcome, reason, budgetMinor, againstRank } = input;
  const after = { session: session.number, outcome, reason, againstRank, budgetMinor };
  const change = { subject: "decision", subjectId: decision.id, useCaseId: useCase.id };
  await record(tx, may, { ...change, after: { ...after, relookOn: input.relookOn } }, when);
  await askFor(tx, may, { id: decision.id, session: session.number }, input.asked, when);
  await carryOut(tx, may, decision.id, { ...input, quorate, filtersFailed }, when);
  // A decision that moves the case is told with its move.
  if (LEADS_TO[input.outcome]) return;
  const news = { kind: "decided" as const, useCaseId: useCase.id, href: `/use-cases/${useCase.reference}` };
  const values = { outcome: input.outcome, reason: input.reason };
  await notify(tx, actor, { ...news, values }, await concernedBy(tx, useCase), when);
}

async function carryOut(
  tx: Writer,
  may: Permitted<"decision.take", UseCase>,
  decisionId: number,
  input: DecisionInput & { quorate: boolean; filtersFailed: number },
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
  const asked = (await readOrganisation(tx))?.assessmentsNeeded ?? 1;
  const own = (await ownFactsOf(tx, [useCase], when.today)).get(useCase.id) ?? [];
  const known = {
    assessments: standing?.assessments ?? 0,
    assessmentsNeeded: (await neededBy(tx, asked, [useCase.id])).get(useCase.id) ?? asked,
    businessCase: (written?.count ?? 0) > 0,
    filtersFailed: input.filtersFailed,
    decidedWithQuorum: input.quorate,
    ...{ own, ...(await fromAWayOut(tx, useCase)) },
    reason: true,
    learning: (taught?.count ?? 0) > 0 || input.learning !== null,
  };
  const missing = unmet(gateBetween(useCase.stage, to, known));
  const { reason, learning, relookOn, override } = input;
  await moveCase(tx, may, { to, reason, learning, relookOn, override, decisionId }, missing, when);
  if (input.outcome === "approve" && (written?.count ?? 0) > 0) await freezeBusinessCase(tx, may, useCase.id, when);
}

/** What a case that comes back from a way out leaps over may ask of it: its screening, as its card tells it. */
async function fromAWayOut(tx: Reader, { id, stage }: UseCase): Promise<Partial<GateFacts>> {
  if (!isWayOut(stage)) return {};
  const [card] = await tx
    .select({
      prohibitedPractice: trustCards.prohibitedPractice,
      customerFacing: trustCards.customerFacing,
      humanInTheLoop: trustCards.humanInTheLoop,
      augmentOrReplace: trustCards.augmentOrReplace,
      redLineException: trustCards.redLineException,
    })
    .from(trustCards)
    .where(eq(trustCards.useCaseId, id));
  const { redLineException = null, ...screened } = card ?? {};
  return { ...screened, redLineException: tell(redLineException, "en").trim() !== "", stoodAt: await stoodAt(tx, id) };
}

/** The figures that a case came to a session's table with, or had when they were frozen, and what they come of. */
async function figuresOnTable(tx: Reader, sessionId: number, useCaseId: number) {
  const [item] = await tx
    .select({ figures: agendaItems.figures, inputs: agendaItems.inputs })
    .from(agendaItems)
    .where(and(eq(agendaItems.sessionId, sessionId), eq(agendaItems.useCaseId, useCaseId)));
  return item ?? null;
}
