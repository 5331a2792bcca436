import { desc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import type { Act } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { renewSignatures } from "#app/use-cases/signatures/renew.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import type { Reader, Writer } from "#db/client.server";
import { attempts, models, pocs, useCaseVendors } from "#db/schema.server";
import { changedBet, faultOf, lacksToStart, maySeal, type PocTerms, type Verdict } from "./poc";
import { changesModel, keepsAttempt, worksWith } from "./registers/models-of-case.server";
import { refuseOpenAmendment } from "./running/open-amendment.server";
import { bestOf, differs, findingOf, guardrailHeld, measuredBy } from "./trying/compared";

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
  const { hypothesis, startsOn, endsOn, peopleCap, budgetCapMinor, personDaysCap, team, kpiName, kpiUnit } = poc;
  const { dataOwner, oneFunctionReason, direction, baseline, threshold, vendorId, modelId } = poc;
  const { guardrailName, guardrailUnit, guardrailDirection, guardrailLimit } = poc;
  return {
    ...{ hypothesis, startsOn, endsOn, peopleCap, budgetCapMinor, personDaysCap, team, dataOwner, oneFunctionReason },
    ...{ kpiName, kpiUnit, direction, baseline, threshold },
    ...{ guardrailName, guardrailUnit, guardrailDirection, guardrailLimit, vendorId, modelId },
  };
}

/**
 * A POC whose bet is sealed and that has no verdict yet. Who may not write it is told so first, whatever its state.
 * @throws Refusal 403, 404 or 409
 */
export async function sealedPoc<A extends Act>(tx: Writer, actor: Actor, act: A, id: number) {
  const poc = await pocById(tx, id);
  const useCase = await caseById(tx, poc.useCaseId);
  const may = permit(actor, act, useCase);
  if (poc.verdict) throw new Refusal(409, "delivery.refusal.poc-over");
  const { startedOn } = poc;
  if (startedOn === null) throw new Refusal(409, "delivery.refusal.poc-not-started");
  return { poc: { ...poc, startedOn }, useCase, may };
}

/**
 * A POC on which something may be tried: it is sealed, and its case has passed the gate to it.
 * @throws Refusal 403, 404 or 409
 */
export async function runningPoc<A extends Act>(tx: Writer, actor: Actor, act: A, id: number) {
  const sealed = await sealedPoc(tx, actor, act, id);
  if (sealed.useCase.stage === "approved") throw new Refusal(409, "delivery.refusal.poc-before-gate");
  return sealed;
}

/** A model brings its vendor; a vendor that a POC works with is the case's too. */
async function withVendor(tx: Writer, useCaseId: number, terms: PocTerms): Promise<PocTerms> {
  const [model] = terms.modelId === null ? [] : await tx.select().from(models).where(eq(models.id, terms.modelId));
  if (terms.modelId !== null && !model) throw new Refusal(409, "delivery.refusal.no-model");
  const vendorId = model?.vendorId ?? terms.vendorId;
  if (vendorId !== null) await tx.insert(useCaseVendors).values({ useCaseId, vendorId }).onConflictDoNothing();
  if (model) await worksWith(tx, useCaseId, [model.id]);
  return { ...terms, vendorId };
}

/**
 * Defines a POC, or changes the one that runs. Another one starts only after the verdict of the last, and follows its pivot.
 * @throws Refusal 400 for terms that are no bet; 409 when a sealed bet would change, or the verdict was given
 */
export async function savePoc(
  tx: Writer,
  actor: Actor,
  { useCaseId, id, version, ...said }: PocTerms & { useCaseId: number; id?: number | null; version?: number | null },
  when: When,
): Promise<{ id: number }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "poc.write", useCase);
  await refuseMerged(tx, useCase);
  const fault = faultOf(said);
  if (fault) throw new Refusal(400, fault);
  const terms = await withVendor(tx, useCaseId, said);
  if (!id) {
    const before = await newestPoc(tx, useCaseId);
    if (before && !before.verdict) {
      throw new Refusal(
        409,
        before.startedOn === null ? "delivery.refusal.poc-defined" : "delivery.refusal.poc-running",
      );
    }
    const followsId = before?.verdict === "pivot" ? before.id : null;
    const [made] = await tx
      .insert(pocs)
      .values({ useCaseId, ...terms, followsId })
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
  if (before.startedOn !== null && changedBet(was, terms).length > 0) {
    throw new Refusal(409, "delivery.refusal.poc-started");
  }
  await tx
    .update(pocs)
    .set({ ...terms, version: before.version + 1 })
    .where(eq(pocs.id, id));
  await changesModel(tx, useCaseId, before.modelId, terms.modelId);
  await record(tx, may, { subject: "poc", subjectId: id, useCaseId, before: was, after: terms }, when);
  if (was.modelId !== terms.modelId || was.vendorId !== terms.vendorId) {
    await renewSignatures(tx, may, { cause: "model", detail: null }, when);
  }
  return { id };
}

/**
 * Seals a POC's bet: from here on it changes only by a signed amendment. Before the case enters its POC it starts on the
 * day of the seal, whatever was planned; later, where nobody asked for it before, its first day stays. So does its end.
 * @throws Refusal 409 when it is sealed, the case is not approved, or what it lacks
 */
export async function startPoc(
  tx: Writer,
  actor: Actor,
  { pocId, version }: { pocId: number; version: number },
  when: When,
): Promise<void> {
  const poc = await pocById(tx, pocId);
  const useCase = await caseById(tx, poc.useCaseId);
  const may = permit(actor, "poc.start", useCase);
  if (poc.startedOn !== null) throw new Refusal(409, "delivery.refusal.poc-has-started");
  if (poc.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (!maySeal(useCase.stage)) throw new Refusal(409, "delivery.refusal.seal-before-approval");
  const [lack] = lacksToStart(termsOf(poc), useCase);
  if (lack) throw new Refusal(409, `delivery.refusal.lacks.${lack}`);
  const startsOn = useCase.stage === "approved" || poc.startsOn > when.today ? when.today : poc.startsOn;
  if (poc.endsOn <= startsOn) throw new Refusal(409, "delivery.refusal.seal-after-end");
  const sealed = { startedOn: when.today, startsOn };
  await tx
    .update(pocs)
    .set({ ...sealed, startedById: actor.personId, version: poc.version + 1 })
    .where(eq(pocs.id, pocId));
  const before = { startedOn: null, startsOn: poc.startsOn };
  await record(tx, may, { subject: "poc", subjectId: pocId, useCaseId: poc.useCaseId, before, after: sealed }, when);
}

export interface VerdictGiven {
  pocId: number;
  verdict: Verdict;
  /** That of the kept attempt, else of the best one, where nothing is said; another than theirs needs a reason. */
  result: number | null;
  /** The attempt that goes on; the best one of a POC that is scaled, where none is named. */
  attemptId?: number | null;
  reason?: Told | null;
  learning: Told;
  version?: number;
}

/**
 * Ends a POC: what it showed, against the threshold that was sealed or amended, and what it taught.
 * @throws Refusal 409 when it has its verdict already, would be scaled below its threshold, or is judged against its
 * evidence without a reason
 */
export async function giveVerdict(tx: Writer, actor: Actor, given: VerdictGiven, when: When): Promise<void> {
  const { pocId, verdict, attemptId = null, reason = null, learning, version } = given;
  const poc = await pocById(tx, pocId);
  const may = permit(actor, "poc.write", await caseById(tx, poc.useCaseId));
  if (poc.verdict) throw new Refusal(409, "delivery.refusal.poc-over");
  if (version !== undefined && poc.version !== version) throw new Refusal(409, "desk.refusal.stale");
  if (poc.startedOn === null) throw new Refusal(409, "delivery.refusal.poc-not-started");
  await refuseOpenAmendment(tx, pocId);
  const tried = await tx.select().from(attempts).where(eq(attempts.pocId, pocId));
  const named = tried.find(({ id }) => id === attemptId);
  if (attemptId !== null && !named) throw new Refusal(409, "delivery.refusal.no-attempt");
  const kept = named ?? (verdict === "scale" ? bestOf(poc, tried) : null);
  const restsOn = measuredBy(poc, tried, kept);
  const measured = restsOn?.result ?? null;
  const result = given.result ?? measured;
  const shown = kept ?? restsOn;
  const finding = findingOf(poc, result, shown ? guardrailHeld(poc, shown) : null);
  if (verdict === "scale" && (finding === "not-reached" || finding === "unknown")) {
    throw new Refusal(409, "delivery.refusal.below-threshold");
  }
  if (measured !== null && result !== measured && reason === null) {
    throw new Refusal(409, "delivery.refusal.result-differs", { measured, unit: poc.kpiUnit });
  }
  if (differs(finding, verdict) && reason === null) throw new Refusal(409, "delivery.refusal.verdict-differs");
  const after = { verdict, result, learning, verdictOn: when.today, verdictReason: reason };
  await tx
    .update(pocs)
    .set({ ...after, verdictById: actor.personId, version: poc.version + 1 })
    .where(eq(pocs.id, pocId));
  if (kept) {
    await tx.update(attempts).set({ chosen: true }).where(eq(attempts.id, kept.id));
    await keepsAttempt(tx, poc, kept);
  }
  const kind = { subject: "poc", subjectId: pocId, useCaseId: poc.useCaseId };
  await record(tx, may, { ...kind, after: { ...after, ...(kept && { attempt: kept.label }) } }, when);
}
