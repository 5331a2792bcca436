import { and, asc, desc, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { attemptComponents, attempts, modelSwitches, models, people, pocs, useCaseModels } from "#db/schema.server";
import { isHosting } from "../vendors";
import { type Component, componentsNow } from "./component";

/** The attempt that the last verdict kept. */
async function keptAttempt(db: Reader, useCaseId: number) {
  const [row] = await db
    .select({ attempt: attempts, kpiName: pocs.kpiName, kpiUnit: pocs.kpiUnit, guardrailName: pocs.guardrailName })
    .from(attempts)
    .innerJoin(pocs, eq(pocs.id, attempts.pocId))
    .where(and(eq(pocs.useCaseId, useCaseId), eq(attempts.chosen, true)))
    .orderBy(desc(pocs.id), desc(attempts.id))
    .limit(1);
  return row ?? null;
}

/** Every switch of a case's models with who made it, in order. */
const switchesOf = (db: Reader, useCaseId: number) =>
  db
    .select({ change: modelSwitches, by: people.name })
    .from(modelSwitches)
    .leftJoin(people, eq(people.id, modelSwitches.byId))
    .where(eq(modelSwitches.useCaseId, useCaseId))
    .orderBy(asc(modelSwitches.on), asc(modelSwitches.id));

const linkedModels = (db: Reader, useCaseId: number) =>
  db
    .select({ modelId: useCaseModels.modelId, component: useCaseModels.component })
    .from(useCaseModels)
    .where(eq(useCaseModels.useCaseId, useCaseId))
    .orderBy(asc(useCaseModels.modelId));

/** What a live case runs on, and how it came to it: the kept attempt or what is linked, then each switch. */
export async function liveComponents(db: Reader, useCaseId: number) {
  const kept = await keptAttempt(db, useCaseId);
  const parts = kept
    ? await db
        .select()
        .from(attemptComponents)
        .where(eq(attemptComponents.attemptId, kept.attempt.id))
        .orderBy(asc(attemptComponents.id))
    : [];
  const register = await db.select().from(models);
  const modelOf = (id: number | null) => register.find((model) => model.id === id);
  const hostingOf = (hosting: string | null | undefined) => (isHosting(hosting ?? null) ? (hosting ?? null) : null);
  const newcomer = (modelId: number | null) => {
    const model = modelOf(modelId);
    const hosting = hostingOf(model?.hosting);
    return { vendorId: model?.vendorId ?? null, licence: null, hosting: isHosting(hosting) ? hosting : null };
  };
  const own: Component[] = parts.map(({ id: _, attemptId: __, hosting, ...part }) => ({
    ...part,
    hosting: isHosting(hosting) ? hosting : null,
  }));
  const modelId = kept?.attempt.modelId ?? null;
  // Its model is part of it, whether or not a component names it again.
  if (modelId !== null && own.every((one) => one.modelId !== modelId)) {
    own.unshift({ kind: "model", name: modelOf(modelId)?.name ?? "", modelId, role: null, ...newcomer(modelId) });
  }
  const switches = (await switchesOf(db, useCaseId)).map(({ change, by }) => ({ ...change, by }));
  const components = componentsNow(own, switches, newcomer);
  // Live without a POC: what it runs on is what its team linked, and can be switched like any other.
  const linked = kept ? [] : await linkedModels(db, useCaseId);
  for (const { modelId: id, component: role } of linked) {
    if (components.some((one) => one.modelId === id)) continue;
    components.push({ kind: "model", name: modelOf(id)?.name ?? "", modelId: id, role, ...newcomer(id) });
  }
  return { kept, switches, components };
}
