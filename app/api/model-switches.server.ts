import { eq } from "drizzle-orm";
import { liveComponents } from "#app/delivery/trying/live-components.server";
import * as switching from "#app/delivery/trying/switch-model.server";
import { Refusal } from "#app/kernel/refusal";
import { caseById, openCase } from "#app/use-cases/cases.server";
import type { Reader } from "#db/client.server";
import { modelSwitches } from "#db/schema.server";
import * as contracts from "./model-switches";
import { reads, writes } from "./operation.server";
import { RefusedAt } from "./problem";

type Row = Awaited<ReturnType<typeof liveComponents>>["switches"][number];

const answerOf = (row: Row) => ({
  ...{ id: row.id, version: row.version, on: row.on, from: row.fromName, to: row.toName },
  ...{ reason: row.reason, material: row.material, by: row.by },
  kpi: { before: row.kpiBefore, after: row.kpiAfter },
  guardrail: { before: row.guardrailBefore, after: row.guardrailAfter },
  costPerUnit: { before: row.costBefore, after: row.costAfter },
});

async function oneSwitch(db: Reader, useCaseId: number, id: number) {
  const row = (await liveComponents(db, useCaseId)).switches.find((one) => one.id === id);
  if (!row) throw new Refusal(404, "desk.refusal.not-found");
  return answerOf(row);
}

export const listModelSwitches = reads(contracts.listModelSwitches, async (db, { parameters, actor }) => {
  const { id } = await openCase(db, actor, parameters.reference);
  const { components, switches } = await liveComponents(db, id);
  return { components, items: switches.map(answerOf) };
});

export const switchModel = writes(contracts.switchModel, async (tx, { parameters, body, actor, when }) => {
  const { id: useCaseId } = await openCase(tx, actor, parameters.reference);
  const { from, to, on, reason, material } = body;
  for (const [side, one] of Object.entries({ from, to })) {
    if ((one.modelId ?? null) === null && !one.name) {
      throw new RefusedAt(new Refusal(400, `delivery.input.switch-${side === "from" ? "from" : "to"}`), [side]);
    }
  }
  const { kpiBefore = null, kpiAfter = null, guardrailBefore = null, guardrailAfter = null } = body;
  const { costBefore = null, costAfter = null } = body;
  const { id, askedAnew } = await switching.switchModel(
    tx,
    actor,
    {
      ...{ useCaseId, on, reason, material, kpiBefore, kpiAfter, guardrailBefore, guardrailAfter },
      ...{ costBefore, costAfter, toModelId: to.modelId ?? null, toName: to.name ?? null },
      from: { modelId: from.modelId ?? null, name: from.name ?? "" },
    },
    when,
  );
  return { change: await oneSwitch(tx, useCaseId, id), askedAnew };
});

export const measureSwitch = writes(contracts.measureSwitch, async (tx, { parameters, body, actor, version, when }) => {
  const { id: switchId } = parameters;
  const [row] = await tx.select().from(modelSwitches).where(eq(modelSwitches.id, switchId));
  if (!row) throw new Refusal(404, "desk.refusal.not-found");
  await openCase(tx, actor, (await caseById(tx, row.useCaseId)).reference);
  const { kpiAfter = row.kpiAfter, guardrailAfter = row.guardrailAfter, costAfter = row.costAfter } = body;
  await switching.measureSwitch(tx, actor, { switchId, version, kpiAfter, guardrailAfter, costAfter }, when);
  return oneSwitch(tx, row.useCaseId, switchId);
});
