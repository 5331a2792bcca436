import { eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { idsHolding } from "#app/people/holders.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import type { Writer } from "#db/client.server";
import { pocAmendments, pocs } from "#db/schema.server";
import { faultOf, type PocTerms } from "../poc";
import { pocById, sealedPoc, termsOf } from "../poc.server";
import { type Amendable, amendmentOf, stillHolds } from "./amendment";
import { refuseOpenAmendment } from "./open-amendment.server";

/**
 * Asks that a sealed bet be changed. Nothing changes until a chair signs it.
 * @throws Refusal 400 when the bet could not be lost any more; 409 while one waits, and when nothing would change
 */
export async function askAmendment(
  tx: Writer,
  actor: Actor,
  { pocId, version, reason, wish }: { pocId: number; version: number; reason: Told; wish: Pick<PocTerms, Amendable> },
  when: When,
): Promise<{ id: number }> {
  const { poc, useCase, may } = await sealedPoc(tx, actor, "poc.write", pocId);
  if (poc.version !== version) throw new Refusal(409, "desk.refusal.stale");
  await refuseOpenAmendment(tx, pocId);
  const { terms, before, after } = amendmentOf(termsOf(poc), wish);
  if (terms.length === 0) throw new Refusal(409, "delivery.refusal.amends-nothing");
  const fault = faultOf({ ...termsOf(poc), ...after });
  if (fault) throw new Refusal(400, fault);
  const asked = { before, after, reason, askedById: actor.personId, askedOn: when.today };
  const [made] = await tx
    .insert(pocAmendments)
    .values({ pocId, ...asked })
    .returning({ id: pocAmendments.id });
  if (!made) throw new Error("The amendment was not written");
  const kind = { subject: "poc-amendment", subjectId: made.id, useCaseId: useCase.id };
  await record(tx, may, { ...kind, before, after: { ...after, reason } }, when);
  const parties = new Set([useCase.authorId, useCase.coAuthorId, useCase.ownerId, useCase.technicalOwnerId]);
  const chairs = (await idsHolding(tx, "chair")).filter((id) => !parties.has(id));
  const href = `/use-cases/${useCase.reference}/poc#amendments`;
  await notify(tx, actor, { kind: "amendment-asked", useCaseId: useCase.id, href, values: {} }, chairs, when);
  return made;
}

/**
 * The chair's yes or no to an amendment: with a yes the bet is changed. Four eyes: never by a party, nor by who asked.
 * @throws Refusal 409 when it was signed, or the bet changed meanwhile
 */
export async function signAmendment(
  tx: Writer,
  actor: Actor,
  { amendmentId, verdict, note }: { amendmentId: number; verdict: "yes" | "no"; note: Told | null },
  when: When,
): Promise<void> {
  const [asked] = await tx.select().from(pocAmendments).where(eq(pocAmendments.id, amendmentId));
  if (!asked) throw new Refusal(404, "desk.refusal.not-found");
  const poc = await pocById(tx, asked.pocId);
  const useCase = await caseById(tx, poc.useCaseId);
  const may = permit(actor, "poc.sign-amendment", useCase);
  if (actor.personId !== null && asked.askedById === actor.personId) {
    throw new Refusal(403, "delivery.refusal.own-amendment");
  }
  if (asked.verdict) throw new Refusal(409, "delivery.refusal.amendment-signed");
  if (poc.verdict) throw new Refusal(409, "delivery.refusal.poc-over");
  if (verdict === "yes" && !stillHolds(termsOf(poc), asked.before)) throw new Refusal(409, "desk.refusal.stale");
  const signed = { verdict, note, signedOn: when.today };
  await tx
    .update(pocAmendments)
    .set({ ...signed, signedById: actor.personId })
    .where(eq(pocAmendments.id, amendmentId));
  if (verdict === "yes") {
    await tx
      .update(pocs)
      .set({ ...asked.after, version: poc.version + 1 })
      .where(eq(pocs.id, poc.id));
  }
  const kind = { subject: "poc-amendment", subjectId: amendmentId, useCaseId: useCase.id };
  const changed =
    verdict === "yes" ? { before: asked.before, after: { ...signed, ...asked.after } } : { after: signed };
  await record(tx, may, { ...kind, ...changed }, when);
  const href = `/use-cases/${useCase.reference}/poc#amendments`;
  const news = { kind: "amendment-signed" as const, useCaseId: useCase.id, href, values: { verdict } };
  await notify(tx, actor, news, [asked.askedById, ...(await concernedBy(tx, useCase))], when);
}
