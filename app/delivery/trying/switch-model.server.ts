import { and, asc, eq, inArray } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { notify } from "#app/people/notify.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { concernedBy } from "#app/use-cases/concerned.server";
import { renewSignatures } from "#app/use-cases/signatures/renew.server";
import type { SignOffKind } from "#app/use-cases/signatures/signature";
import { isLive, LIVE_STAGES } from "#app/use-cases/stages";
import type { Reader, Writer } from "#db/client.server";
import { modelSwitches, models, stageChanges } from "#db/schema.server";
import { changesModel } from "../registers/models-of-case.server";
import { liveComponents } from "./live-components.server";

/** What was measured under a model; costs in minor units a unit and their fractions. */
export interface Before {
  kpiBefore: number | null;
  guardrailBefore: number | null;
  costBefore: number | null;
}
export interface After {
  kpiAfter: number | null;
  guardrailAfter: number | null;
  costAfter: number | null;
}

export interface Switch extends Before, After {
  useCaseId: number;
  /** A component of the case by its model or its name; by the name alone where the case names none. */
  from: { modelId: number | null; name: string };
  toModelId: number | null;
  toName: string | null;
  on: Day;
  reason: Told;
  material: boolean;
}

/** The day on which the case came to be live here; null where it was entered live, whose models may have changed before. */
async function liveSince(db: Reader, useCaseId: number): Promise<Day | null> {
  const [first] = await db
    .select({ on: stageChanges.on, from: stageChanges.from })
    .from(stageChanges)
    .where(and(eq(stageChanges.useCaseId, useCaseId), inArray(stageChanges.to, [...LIVE_STAGES])))
    .orderBy(asc(stageChanges.id))
    .limit(1);
  return first?.from ? first.on : null;
}

/**
 * A live case runs on another model from a day on: an event in its life, and never another case. Where that is material,
 * its reviewers are asked to sign anew.
 * @throws Refusal 409 when the case is not live, does not run on that model, or the day is to come or before it was live
 */
export async function switchModel(
  tx: Writer,
  actor: Actor,
  { useCaseId, from, toModelId, toName, on, reason, material, ...figures }: Switch,
  when: When,
): Promise<{ id: number; askedAnew: SignOffKind[] }> {
  const useCase = await caseById(tx, useCaseId);
  const may = permit(actor, "model.switch", useCase);
  if (!isLive(useCase.stage)) throw new Refusal(409, "delivery.refusal.not-live");
  if (on > when.today) throw new Refusal(409, "delivery.refusal.day-to-come");
  const since = await liveSince(tx, useCaseId);
  if (since !== null && on < since) throw new Refusal(409, "delivery.refusal.switch-before-live");
  const [model] = toModelId === null ? [] : await tx.select().from(models).where(eq(models.id, toModelId));
  if (toModelId !== null && !model) throw new Refusal(409, "delivery.refusal.no-model");
  const name = model?.name ?? toName ?? "";
  const { components, switches } = await liveComponents(tx, useCaseId);
  const inUse = components.filter(({ kind }) => kind === "model");
  const left = inUse.find((one) =>
    from.modelId === null ? one.modelId === null && one.name === from.name : one.modelId === from.modelId,
  );
  // A case that ran no POC here has never said what it runs on: the first switch says both.
  if (!left && inUse.length > 0) throw new Refusal(409, "delivery.refusal.not-in-use");
  const last = switches.at(-1);
  if (last && on < last.on) throw new Refusal(409, "delivery.refusal.switch-before-last");
  const fromModelId = left?.modelId ?? from.modelId;
  if (fromModelId === toModelId && (left?.name ?? from.name) === name) {
    throw new Refusal(409, "delivery.refusal.same-model");
  }
  const change = {
    ...{ on, fromName: left?.name || from.name, fromModelId, toName: name, toModelId, reason, material },
    ...figures,
  };
  const [made] = await tx
    .insert(modelSwitches)
    .values({ useCaseId, ...change, byId: actor.personId })
    .returning({ id: modelSwitches.id });
  if (!made) throw new Error("The switch was not written");
  await changesModel(tx, useCaseId, fromModelId, toModelId);
  await record(tx, may, { subject: "model-switch", subjectId: made.id, useCaseId, after: change }, when);
  const detail = { fr: `${change.fromName} → ${name}`, en: `${change.fromName} → ${name}` };
  const askedAnew = material ? await renewSignatures(tx, may, { cause: "model", detail }, when) : [];
  const href = `/use-cases/${useCase.reference}/poc#models`;
  const news = { kind: "model-switched" as const, useCaseId, href, values: { from: change.fromName, to: name } };
  await notify(tx, actor, news, await concernedBy(tx, useCase), when);
  return { id: made.id, askedAnew };
}

/** What a switch brought, once it is measured. @throws Refusal 404, or 409 when somebody else wrote it meanwhile */
export async function measureSwitch(
  tx: Writer,
  actor: Actor,
  { switchId, version, ...after }: After & { switchId: number; version: number },
  when: When,
): Promise<void> {
  const [change] = await tx.select().from(modelSwitches).where(eq(modelSwitches.id, switchId));
  if (!change) throw new Refusal(404, "desk.refusal.not-found");
  const { useCaseId, kpiAfter, guardrailAfter, costAfter } = change;
  const may = permit(actor, "model.switch", await caseById(tx, useCaseId));
  if (change.version !== version) throw new Refusal(409, "desk.refusal.stale");
  await tx
    .update(modelSwitches)
    .set({ ...after, version: version + 1 })
    .where(eq(modelSwitches.id, switchId));
  const before = { kpiAfter, guardrailAfter, costAfter };
  await record(tx, may, { subject: "model-switch", subjectId: switchId, useCaseId, before, after }, when);
}
