import { and, desc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { type Change, record, recordAll } from "#app/people/audit.server";
import type { Parties } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById, type UseCase } from "#app/use-cases/cases.server";
import { replaceForecast } from "#app/use-cases/ledger.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import type { Reader, Writer } from "#db/client.server";
import { businessCases, standings } from "#db/schema.server";
import { answered, type Calibration } from "./calibrated";
import { evaluate } from "./evaluate";
import { forecast } from "./forecast";
import { fitting, type KeptScenario } from "./kept-scenarios";
import type { Draft, Line } from "./lines";
import { simulated } from "./simulated.server";

/** The record that an edit started from; null where there was none. */
export interface StartedFrom {
  number: number;
  version: number;
}

export interface BusinessCaseInput {
  useCaseId: number;
  draft: Draft;
  note: Told | null;
  /** The scenarios that its author named; left out, those of before stay. */
  scenarios?: readonly KeptScenario[];
  /** Left out by those who write without having read: the seeds, an import. */
  startedFrom?: StartedFrom | null;
}

export interface Written {
  id: number;
  number: number;
  version: number;
}

const STALE = "desk.refusal.stale";

export async function newestBusinessCase(db: Reader, useCaseId: number) {
  const [newest] = await db
    .select()
    .from(businessCases)
    .where(eq(businessCases.useCaseId, useCaseId))
    .orderBy(desc(businessCases.number))
    .limit(1);
  return newest ?? null;
}

/**
 * Writes the business case of a use case: the newest one again, or the next number when a decision froze it. The case's
 * standing and forecast follow in the same transaction.
 * @throws Refusal 409 when somebody else wrote or froze it since `startedFrom`
 */
export async function writeBusinessCase(
  tx: Writer,
  actor: Actor,
  { useCaseId, draft, note, scenarios, startedFrom }: BusinessCaseInput,
  when: When,
): Promise<Written> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "business-case.write", useCase);
  await refuseMerged(tx, useCase);
  const before = await newestBusinessCase(tx, useCaseId);
  if (startedFrom !== undefined) {
    const same = before?.number === startedFrom?.number && before?.version === startedFrom?.version;
    if (!same) throw new Refusal(409, STALE);
  }
  const { firstQuarter, horizonQuarters, discountRate, lines } = draft;
  const own = fitting(draft, scenarios ?? before?.scenarios ?? []);
  const content = { firstQuarter, horizonQuarters, discountRate, lines, note, scenarios: own.length > 0 ? own : null };
  const kept = { ...content, estimatorId: actor.personId, updatedAt: when.now };
  const again = before && !before.frozenAt ? before : null;
  const [written] = again
    ? await tx
        .update(businessCases)
        .set({ ...kept, version: again.version + 1 })
        .where(and(eq(businessCases.id, again.id), eq(businessCases.version, again.version)))
        .returning({ id: businessCases.id, number: businessCases.number, version: businessCases.version })
    : await tx
        .insert(businessCases)
        .values({ useCaseId, number: (before?.number ?? 0) + 1, ...kept, createdAt: when.now })
        .returning({ id: businessCases.id, number: businessCases.number, version: businessCases.version });
  if (!written) throw new Refusal(409, STALE);
  const promise = promiseOf(draft);
  await tx.update(standings).set(promise.standing).where(eq(standings.useCaseId, useCaseId));
  await replaceForecast(tx, useCaseId, promise.forecast, when);
  const change = { subject: "business-case", subjectId: written.id, useCaseId };
  const was = again && contentOf(again);
  await record(tx, may, { ...change, before: was, after: { number: written.number, ...content } }, when);
  await recordAnswers(tx, actor, useCase, { ...change, number: written.number }, before?.lines ?? [], lines, when);
  return written;
}

/** What an author answers to calibration is an act of its own: the log finds it without reading whole business cases. */
async function recordAnswers(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  { number, ...change }: Change & { number: number },
  before: readonly Line[],
  after: readonly Line[],
  when: When,
): Promise<void> {
  const changes = answered(before, after);
  if (changes.length === 0) return;
  const may = permit(actor, "calibration.answer", useCase);
  const said = (of: Calibration | null) =>
    of && { calibrated: of.answer, factor: of.factor, ...(of.reason && { reason: of.reason }) };
  const events = changes.map((each) => ({
    ...change,
    before: each.before && { benefitLine: each.line, ...said(each.before) },
    after: { number, benefitLine: each.line, ...(said(each.after) ?? { calibrated: "withdrawn" }) },
  }));
  await recordAll(tx, may, events, when);
}

function contentOf(row: typeof businessCases.$inferSelect) {
  const { number, firstQuarter, horizonQuarters, discountRate, lines, note, scenarios } = row;
  return { number, firstQuarter, horizonQuarters, discountRate, lines, note, scenarios };
}

/** What lists and ranking read of the newest business case, and its promise quarter by quarter. */
export function promiseOf(draft: Draft) {
  const evaluation = evaluate(draft);
  const { npv, totalCost, totalBenefit, roi, payback, irr } = evaluation.outputs;
  return {
    standing: {
      npvMinor: npv,
      npvP50Minor: simulated(draft).p50,
      totalCostMinor: totalCost,
      totalBenefitMinor: totalBenefit,
      roi,
      paybackQuarters: payback,
      irr: irr.kind === "one" ? irr.rate : null,
    },
    forecast: forecast(evaluation).map(({ quarter, benefit, cost, runCost }) => ({
      quarter,
      benefitMinor: benefit,
      costMinor: cost,
      runCostMinor: runCost,
    })),
  };
}

/**
 * Freezes the newest business case as the baseline that delivery is measured against; writing it again then makes the
 * next number. Nothing happens where there is none, or where it is frozen already.
 * @param may proof of the act that freezes it, such as the committee's decision
 */
export async function freezeBusinessCase(
  tx: Writer,
  may: Permitted<"decision.take", Parties>,
  useCaseId: number,
  when: When,
): Promise<Written | null> {
  const newest = await newestBusinessCase(tx, useCaseId);
  if (!newest || newest.frozenAt) return null;
  const version = newest.version + 1;
  await tx.update(businessCases).set({ frozenAt: when.now, version }).where(eq(businessCases.id, newest.id));
  const change = { subject: "business-case", subjectId: newest.id, useCaseId };
  await record(tx, may, { ...change, before: { frozen: false }, after: { frozen: true, number: newest.number } }, when);
  return { id: newest.id, number: newest.number, version };
}
