import type { z } from "zod";
import * as trying from "#app/delivery/trying/attempt.server";
import { minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import { writes } from "./operation.server";
import * as contracts from "./pocs";
import { onePoc, openPoc } from "./pocs.server";
import { RefusedAt } from "./problem";
import { orNothing } from "./shapes";

type SaidOfAttempt = z.output<NonNullable<typeof contracts.addAttempt.body>>;

/** What a body says of an attempt, as its command takes it; what it leaves out is not known. @throws RefusedAt 400 */
function attemptSaid({ label, on, modelId = null, iterationId = null, runCostMinor = null, ...body }: SaidOfAttempt) {
  const { costPerUnit = null, costUnit = null, volumePerQuarter = null, result = null, sampleSize = null } = body;
  if (costPerUnit !== null && costUnit === null) {
    throw new RefusedAt(new Refusal(400, "delivery.input.cost-unit"), ["costUnit"]);
  }
  const components = (body.components ?? []).map(({ name, modelId: model = null, ...part }, at) => {
    if (!name && model === null) {
      throw new RefusedAt(new Refusal(400, "delivery.input.component"), ["components", at, "name"]);
    }
    const { kind = "model" as const, vendorId = null, licence = null, hosting = null, role } = part;
    return { kind, name: name ?? "", modelId: model, vendorId, licence, hosting, role: orNothing(role) };
  });
  return {
    ...{ label, on, modelId, iterationId, components, costPerUnit, costUnit, volumePerQuarter },
    ...{ runCostMinor: runCostMinor === null ? null : minor(runCostMinor), result, sampleSize },
    ...{ method: orNothing(body.method), guardrail: orNothing(body.guardrail) },
    ...{ guardrailValue: body.guardrailValue ?? null, guardrailMet: body.guardrailMet ?? null },
  };
}

export const addAttempt = writes(contracts.addAttempt, async (tx, asked) => {
  const { id: pocId } = asked.parameters;
  await openPoc(tx, asked.actor, pocId);
  await trying.addAttempt(tx, asked.actor, { pocId, ...attemptSaid(asked.body) }, asked.when);
  return onePoc(tx, pocId, asked);
});

export const editAttempt = writes(contracts.editAttempt, async (tx, asked) => {
  const { id: attemptId } = asked.parameters;
  const { pocId, id: _, version: __, chosen: ___, components, ...stored } = await trying.attemptById(tx, attemptId);
  await openPoc(tx, asked.actor, pocId);
  const { components: said, ...body } = asked.body;
  const edit = {
    ...attemptSaid({ ...stored, ...body, ...(said && { components: said }) }),
    ...(!said && { components }),
  };
  await trying.editAttempt(tx, asked.actor, { attemptId, version: asked.version, ...edit }, asked.when);
  return onePoc(tx, pocId, asked);
});
