import { desc, eq, inArray } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import type { Reader, Writer } from "#db/client.server";
import { attempts, models, pocs, useCaseVendors } from "#db/schema.server";
import { changedBet, type PocTerms, reaches, type Verdict } from "./poc";

export type Poc = typeof pocs.$inferSelect;

/** @throws Refusal 404 */
export async function pocById(db: Reader, id: number | null): Promise<Poc> {
  const [poc] = id === null ? [] : await db.select().from(pocs).where(eq(pocs.id, id));
  if (!poc) throw new Refusal(404, "delivery.refusal.no-poc");
  return poc;
}

/** The POC that runs, or the last one that ran. */
export async function newestPoc(db: Reader, useCaseId: number): Promise<Poc | null> {
  const [poc] = await db.select().from(pocs).where(eq(pocs.useCaseId, useCaseId)).orderBy(desc(pocs.id)).limit(1);
  return poc ?? null;
}

export function termsOf(poc: Poc): PocTerms {
  const { hypothesis, startsOn, endsOn, peopleCap, budgetCapMinor, team, kpiName, kpiUnit } = poc;
  const { direction, baseline, threshold, vendorId, modelId } = poc;
  return {
    ...{ hypothesis, startsOn, endsOn, peopleCap, budgetCapMinor, team, kpiName, kpiUnit },
    ...{ direction, baseline, threshold, vendorId, modelId },
  };
}

/** A model brings its vendor; a vendor that a POC works with is the case's too. */
async function withVendor(tx: Writer, useCaseId: number, terms: PocTerms): Promise<PocTerms> {
  const [model] = terms.modelId === null ? [] : await tx.select().from(models).where(eq(models.id, terms.modelId));
  if (terms.modelId !== null && !model) throw new Refusal(409, "delivery.refusal.no-model");
  const vendorId = model?.vendorId ?? terms.vendorId;
  if (vendorId !== null) await tx.insert(useCaseVendors).values({ useCaseId, vendorId }).onConflictDoNothing();
  return { ...terms, vendorId };
}

/**
 * Defines a POC, or changes the one that runs. Another one starts only after the verdict of the last.
 * @throws Refusal 409 when the bet itself would change after its first day, or the verdict was given
 */
export async function savePoc(
  tx: Writer,
  actor: Actor,
  { useCaseId, id, version, ...said }: PocTerms & { useCaseId: number; id?: number | null; version?: number | null },
  when: When,
): Promise<{ id: number }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "poc.write", useCase);
  const terms = await withVendor(tx, useCaseId, said);
  if (!id) {
    const running = await newestPoc(tx, useCaseId);
    if (running && !running.verdict) throw new Refusal(409, "delivery.refusal.poc-running");
    const [made] = await tx
      .insert(pocs)
      .values({ useCaseId, ...terms })
      .returning({ id: pocs.id });
    if (!made) throw new Error("The POC was not written");
    await record(tx, may, { subject: "poc", subjectId: made.id, useCaseId, after: terms }, when);
    return made;
  }
  const before = await pocById(tx, id);
  if (before.useCaseId !== useCaseId) throw new Refusal(404, "delivery.refusal.no-poc");
  if (before.verdict) throw new Refusal(409, "delivery.refusal.poc-over");
  if (version !== undefined && before.version !== version) throw new Refusal(409, "desk.refusal.stale");
  const was = termsOf(before);
  if (when.today >= before.startsOn && changedBet(was, terms).length > 0) {
    throw new Refusal(409, "delivery.refusal.poc-started");
  }
  await tx
    .update(pocs)
    .set({ ...terms, version: before.version + 1 })
    .where(eq(pocs.id, id));
  await record(tx, may, { subject: "poc", subjectId: id, useCaseId, before: was, after: terms }, when);
  return { id };
}

export interface Attempt {
  pocId: number;
  label: Told;
  modelId: number | null;
  runCostMinor: Minor | null;
  /** On the POC's KPI; null when it could not be measured. */
  result: number | null;
  guardrail: Told | null;
  on: Day;
}

/** Writes down one way the POC was tried. @throws Refusal 409 after the verdict, or for a day to come */
export async function addAttempt(tx: Writer, actor: Actor, attempt: Attempt, when: When): Promise<{ id: number }> {
  const poc = await pocById(tx, attempt.pocId);
  const may = permit(actor, "poc.write", await caseById(tx, poc.useCaseId));
  if (poc.verdict) throw new Refusal(409, "delivery.refusal.poc-over");
  if (attempt.on > when.today) throw new Refusal(409, "delivery.refusal.day-to-come");
  const [made] = await tx.insert(attempts).values(attempt).returning({ id: attempts.id });
  if (!made) throw new Error("The attempt was not written");
  const { pocId, ...after } = attempt;
  await record(tx, may, { subject: "attempt", subjectId: made.id, useCaseId: poc.useCaseId, after }, when);
  return made;
}

export interface VerdictGiven {
  pocId: number;
  verdict: Verdict;
  result: number | null;
  learning: Told;
  version?: number;
}

/**
 * Ends a POC: what it showed, against the threshold that was fixed beforehand, and what it taught.
 * @throws Refusal 409 when it has its verdict already, or would be scaled below its threshold
 */
export async function giveVerdict(tx: Writer, actor: Actor, given: VerdictGiven, when: When): Promise<void> {
  const { pocId, verdict, result, learning, version } = given;
  const poc = await pocById(tx, pocId);
  const may = permit(actor, "poc.write", await caseById(tx, poc.useCaseId));
  if (poc.verdict) throw new Refusal(409, "delivery.refusal.poc-over");
  if (version !== undefined && poc.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (when.today < poc.startsOn) throw new Refusal(409, "delivery.refusal.poc-not-started");
  if (verdict === "scale" && reaches(poc, result) !== true) throw new Refusal(409, "delivery.refusal.below-threshold");
  const after = { verdict, result, learning, verdictOn: when.today };
  await tx
    .update(pocs)
    .set({ ...after, version: poc.version + 1 })
    .where(eq(pocs.id, pocId));
  await record(tx, may, { subject: "poc", subjectId: pocId, useCaseId: poc.useCaseId, after }, when);
}

/** Every POC of a case with its attempts, the newest first. */
export async function pocsOfCase(db: Reader, useCaseId: number) {
  const all = await db.select().from(pocs).where(eq(pocs.useCaseId, useCaseId)).orderBy(desc(pocs.id));
  const ids = all.map(({ id }) => id);
  const tried = ids.length
    ? await db.select().from(attempts).where(inArray(attempts.pocId, ids)).orderBy(attempts.on, attempts.id)
    : [];
  return all.map((poc) => ({ ...poc, attempts: tried.filter(({ pocId }) => pocId === poc.id) }));
}
