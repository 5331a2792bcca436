/** POCs as bets: their terms, their seal and its amendments, their weeks, rounds and attempts, and their verdict. */
import { z } from "zod";
import { SIDES, VERDICTS } from "#app/delivery/poc";
import { CONFIDENCES } from "#app/delivery/running/warning";
import { contract } from "./contract";
import { componentFields, pocAnswer } from "./poc-shapes";
import { day, id, idInAddress, reference, said, saying, told, words } from "./shapes";

const amountMinor = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const figure = z.number().min(-1e12).max(1e12);
/** In minor units and their fractions. */
const unitPrice = z.number().min(0).max(1e12);

const terms = {
  hypothesis: said("api.field.poc.hypothesis", saying(2_000)),
  startsOn: day,
  endsOn: said("api.field.poc.endsOn", day.optional()),
  peopleCap: z.int().min(1).max(1_000),
  budgetCapMinor: said("api.field.poc.budgetCapMinor", amountMinor),
  personDaysCap: z.int().min(1).max(100_000).nullable().optional(),
  team: z
    .array(z.strictObject({ name: words(120), role: saying(200), side: z.enum(SIDES).nullable().optional() }))
    .min(1)
    .max(30),
  dataOwner: words(120).nullable().optional(),
  oneFunctionReason: said("api.field.poc.oneFunctionReason", told(2_000).nullable().optional()),
  kpiName: saying(200),
  kpiUnit: words(40),
  direction: z.enum(["up", "down"]),
  baseline: figure,
  threshold: figure,
  guardrailName: told(200).nullable().optional(),
  guardrailUnit: words(40).nullable().optional(),
  guardrailDirection: z.enum(["up", "down"]).nullable().optional(),
  guardrailLimit: figure.nullable().optional(),
  vendorId: id.nullable().optional(),
  modelId: id.nullable().optional(),
};

const shared = { group: "delivery" as const, answer: pocAnswer };
const ofPoc = { ...shared, parameters: z.object({ id: idInAddress }) };
const writing = { scope: "write" as const, method: "POST" as const, refused: [403, 404, 409] as const };

export const listPocs = contract({
  id: "listPocs",
  summary: "api.operation.listPocs",
  method: "GET",
  path: "/use-cases/{reference}/pocs",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: z.object({ items: z.array(pocAnswer) }),
  refused: [404],
});

export const definePoc = contract({
  ...shared,
  ...writing,
  id: "definePoc",
  summary: "api.operation.definePoc",
  path: "/use-cases/{reference}/pocs",
  act: "poc.write",
  parameters: z.object({ reference }),
  body: z.strictObject(terms),
  status: 201,
  location: (made) => `/pocs/${made.id}`,
  once: "optional",
  example: {
    hypothesis: { en: "If drafts are proposed, an answer takes nine minutes instead of fifteen" },
    startsOn: "2027-01-04",
    peopleCap: 4,
    budgetCapMinor: 2_000_000,
    personDaysCap: 60,
    team: [
      { name: "Nadia Belkacem", role: { en: "Business lead" }, side: "business" },
      { name: "Sami Rekik", role: { en: "Builder" }, side: "technical" },
    ],
    dataOwner: "Nadia Belkacem",
    kpiName: { en: "Minutes an answer" },
    kpiUnit: "min",
    direction: "down",
    baseline: 15,
    threshold: 9,
  },
});

export const readPoc = contract({
  ...ofPoc,
  id: "readPoc",
  summary: "api.operation.readPoc",
  method: "GET",
  path: "/pocs/{id}",
  scope: "read",
  act: "use-case.read",
  refused: [404],
});

export const updatePoc = contract({
  ...ofPoc,
  id: "updatePoc",
  summary: "api.operation.updatePoc",
  method: "PATCH",
  path: "/pocs/{id}",
  scope: "write",
  act: "poc.write",
  body: z.strictObject(terms).partial(),
  edits: true,
  refused: [403, 404, 409],
  example: { dataOwner: "Nadia Belkacem" },
});

export const startPoc = contract({
  ...ofPoc,
  ...writing,
  id: "startPoc",
  summary: "api.operation.startPoc",
  path: "/pocs/{id}/start",
  act: "poc.start",
  edits: true,
});

const { hypothesis, kpiName, kpiUnit, threshold, peopleCap, budgetCapMinor, personDaysCap } = terms;

export const askAmendment = contract({
  ...ofPoc,
  ...writing,
  id: "askAmendment",
  summary: "api.operation.askAmendment",
  path: "/pocs/{id}/amendments",
  act: "poc.write",
  body: z.strictObject({
    ...z
      .object({ hypothesis, kpiName, kpiUnit, threshold, endsOn: day, peopleCap, budgetCapMinor, personDaysCap })
      .partial().shape,
    reason: said("api.field.amendment.reason", saying(2_000)),
  }),
  edits: true,
  example: { threshold: 10, reason: { en: "The baseline was measured too high" } },
});

export const signAmendment = contract({
  ...ofPoc,
  ...writing,
  id: "signAmendment",
  summary: "api.operation.signAmendment",
  path: "/poc-amendments/{id}/signature",
  act: "poc.sign-amendment",
  body: z.strictObject({
    verdict: z.enum(["yes", "no"]),
    note: said("api.field.amendment.note", told(2_000).nullable().optional()),
  }),
  example: { verdict: "yes" },
});

const week = {
  on: said("api.field.check-in.on", day),
  confidence: z.enum(CONFIDENCES),
  value: figure.nullable().optional(),
  spentMinor: said("api.field.check-in.spentMinor", amountMinor.nullable().optional()),
  personDays: said("api.field.check-in.personDays", z.number().min(0).max(100_000).nullable().optional()),
  blockers: told(2_000).nullable().optional(),
  next: told(2_000).nullable().optional(),
  reason: said("api.field.check-in.reason", told(2_000).nullable().optional()),
};

export const writeCheckIn = contract({
  ...ofPoc,
  ...writing,
  id: "writeCheckIn",
  summary: "api.operation.writeCheckIn",
  path: "/pocs/{id}/check-ins",
  act: "poc.write",
  body: z.strictObject(week),
  example: { on: "2026-11-20", confidence: "on-track", value: 11.5, spentMinor: 450_000, personDays: 14 },
});

export const correctCheckIn = contract({
  ...ofPoc,
  id: "correctCheckIn",
  summary: "api.operation.correctCheckIn",
  method: "PATCH",
  path: "/poc-check-ins/{id}",
  scope: "write",
  act: "poc.correct-check-in",
  body: z.strictObject({
    ...z.object(week).partial().shape,
    reason: said("api.field.check-in.reason", saying(2_000)),
  }),
  edits: true,
  refused: [403, 404, 409],
  example: { spentMinor: 430_000, reason: { en: "One invoice was counted twice" } },
});

export const openIteration = contract({
  ...ofPoc,
  ...writing,
  id: "openIteration",
  summary: "api.operation.openIteration",
  path: "/pocs/{id}/iterations",
  act: "poc.write",
  body: z.strictObject({ question: saying(1_000), startedOn: day }),
  once: "optional",
  example: { question: { en: "Does a shorter prompt do?" }, startedOn: "2026-11-19" },
});

export const endIteration = contract({
  ...ofPoc,
  ...writing,
  id: "endIteration",
  summary: "api.operation.endIteration",
  path: "/poc-iterations/{id}/end",
  act: "poc.write",
  body: z.strictObject({ endedOn: day, learnt: saying(4_000) }),
  example: { endedOn: "2026-11-20", learnt: { en: "It does, for half of the mails" } },
});

const attempt = {
  label: saying(300),
  on: day,
  modelId: id.nullable().optional(),
  iterationId: id.nullable().optional(),
  runCostMinor: amountMinor.nullable().optional(),
  costPerUnit: said("api.field.attempt.costPerUnit", unitPrice.nullable().optional()),
  costUnit: words(60).nullable().optional(),
  volumePerQuarter: z.number().min(0).max(1e9).nullable().optional(),
  result: said("api.field.attempt.result", figure.nullable().optional()),
  sampleSize: z.int().min(1).max(1e9).nullable().optional(),
  method: told(1_000).nullable().optional(),
  guardrail: told(1_000).nullable().optional(),
  guardrailValue: figure.nullable().optional(),
  guardrailMet: said("api.field.attempt.guardrailMet", z.boolean().nullable().optional()),
  components: z
    .array(
      z.strictObject({
        ...z.object(componentFields).partial().shape,
        name: words(200).optional(),
        modelId: id.nullable().optional(),
        vendorId: id.nullable().optional(),
        role: told(300).nullable().optional(),
      }),
    )
    .max(20)
    .optional(),
};

export const addAttempt = contract({
  ...ofPoc,
  ...writing,
  id: "addAttempt",
  summary: "api.operation.addAttempt",
  path: "/pocs/{id}/attempts",
  act: "poc.write",
  body: z.strictObject(attempt),
  once: "optional",
  example: {
    label: { en: "Open model with a shorter prompt" },
    on: "2026-11-19",
    result: 9.4,
    sampleSize: 200,
    costPerUnit: 0.4,
    costUnit: "mail",
    volumePerQuarter: 30_000,
    components: [{ name: "Drafter", kind: "script", licence: "open" }],
  },
});

export const editAttempt = contract({
  ...ofPoc,
  id: "editAttempt",
  summary: "api.operation.editAttempt",
  method: "PATCH",
  path: "/poc-attempts/{id}",
  scope: "write",
  act: "poc.edit-attempt",
  body: z.strictObject(attempt).partial(),
  edits: true,
  refused: [403, 404, 409],
  example: { result: 9.6, sampleSize: 400 },
});

export const giveVerdict = contract({
  ...ofPoc,
  ...writing,
  id: "giveVerdict",
  summary: "api.operation.giveVerdict",
  path: "/pocs/{id}/verdict",
  act: "poc.write",
  body: z.strictObject({
    verdict: z.enum(VERDICTS),
    result: said("api.field.verdict.result", figure.nullable().optional()),
    attemptId: said("api.field.verdict.attemptId", id.nullable().optional()),
    reason: said("api.field.verdict.reason", told(2_000).nullable().optional()),
    learning: saying(4_000),
  }),
  edits: true,
  example: { verdict: "pivot", learning: { en: "Short mails draft well, long ones do not" } },
});
