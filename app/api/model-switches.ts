/** What a live case runs on, and each switch of its models. */
import { z } from "zod";
import { SIGN_OFF_KINDS } from "#app/delivery/sign-offs";
import { contract } from "./contract";
import { componentAnswer } from "./poc-shapes";
import { day, id, idInAddress, reference, said, saying, toldAnswer, words } from "./shapes";

const dayAnswer = z.string().meta({ format: "date" });
const figure = z.number().min(-1e12).max(1e12).nullable().optional();
const unitPrice = said("api.field.attempt.costPerUnit", z.number().min(0).max(1e12).nullable().optional());

const switchAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    on: dayAnswer,
    from: z.string(),
    to: z.string(),
    reason: toldAnswer,
    material: said("api.field.switch.material", z.boolean()),
    kpi: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
    guardrail: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
    costPerUnit: z.object({ before: z.number().nullable(), after: z.number().nullable() }),
    by: z.string().nullable(),
  })
  .meta({ id: "ModelSwitch" });

const shared = { group: "delivery" as const, refused: [403, 404, 409] as const };
const after = { kpiAfter: figure, guardrailAfter: figure, costAfter: unitPrice };

export const listModelSwitches = contract({
  ...shared,
  id: "listModelSwitches",
  summary: "api.operation.listModelSwitches",
  method: "GET",
  path: "/use-cases/{reference}/model-switches",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: z.object({
    components: said("api.field.switch.components", z.array(componentAnswer)),
    items: z.array(switchAnswer),
  }),
  refused: [404],
});

export const switchModel = contract({
  ...shared,
  id: "switchModel",
  summary: "api.operation.switchModel",
  method: "POST",
  path: "/use-cases/{reference}/model-switches",
  scope: "write",
  act: "model.switch",
  parameters: z.object({ reference }),
  body: z.strictObject({
    from: said(
      "api.field.switch.from",
      z.strictObject({ modelId: id.nullable().optional(), name: words(200).optional() }),
    ),
    to: said("api.field.switch.to", z.strictObject({ modelId: id.nullable().optional(), name: words(200).optional() })),
    on: day,
    reason: saying(2_000),
    material: said("api.field.switch.material", z.boolean()),
    kpiBefore: figure,
    guardrailBefore: figure,
    costBefore: unitPrice,
    ...after,
  }),
  answer: z.object({
    change: switchAnswer,
    askedAnew: said("api.field.switch.askedAnew", z.array(z.enum(SIGN_OFF_KINDS))),
  }),
  once: "optional",
  example: {
    from: { name: "Old engine" },
    to: { name: "New engine" },
    on: "2026-11-19",
    reason: { en: "End of life" },
    material: true,
  },
});

export const measureSwitch = contract({
  ...shared,
  id: "measureSwitch",
  summary: "api.operation.measureSwitch",
  method: "PATCH",
  path: "/model-switches/{id}",
  scope: "write",
  act: "model.switch",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject(after),
  answer: switchAnswer,
  edits: true,
  example: { kpiAfter: 9.1, costAfter: 0.35 },
});
