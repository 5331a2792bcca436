/** The business case of a use case: reading it, and writing it as its form does. */
import { z } from "zod";
import { keptScenarios, scenarioFault } from "#app/business-cases/kept-scenarios";
import { KINDS } from "#app/business-cases/lines";
import { SCENARIOS } from "#app/business-cases/scenarios";
import { draftSchema } from "#app/business-cases/schema";
import { XLSX } from "#app/business-cases/workbook";
import { contract } from "./contract";
import { instant, moneyAnswer, quarter, reference, said, told, toldAnswer } from "./shapes";

const parameters = z.object({ reference });
const shared = { path: "/use-cases/{reference}/business-case", group: "business-cases" } as const;

const numbered = said(
  "api.field.business-case.number",
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional(),
);

const range = z.object({ low: z.number(), likely: z.number(), high: z.number() }).meta({ id: "Range" });

/** A line of any kind: each has the fields that its kind takes. */
const lineAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(KINDS),
    side: said("api.field.side", z.enum(["benefit", "cost", "both"])),
    label: toldAnswer,
    startsAfterQuarters: z.int(),
    rate: z
      .object({
        code: z.string(),
        name: toldAnswer,
        on: z.string().meta({ format: "date" }),
        validFrom: z.string().meta({ format: "date" }),
        source: toldAnswer.optional(),
      })
      .optional(),
    calibration: said(
      "api.field.calibration",
      z.object({
        answer: z.enum(["taken", "refused"]),
        factor: z.number(),
        on: z.string().meta({ format: "date" }),
        cases: z.int(),
        reason: toldAnswer.optional(),
      }),
    ),
    volumePerQuarter: range,
    minutesSaved: range,
    hourlyCost: z.int(),
    reuseShare: z.number(),
    quantityPerQuarter: range,
    unitValue: range,
    unit: toldAnswer,
    adoption: range,
    rampQuarters: z.int(),
    attribution: z.number(),
    amount: range,
    seats: range,
    price: range,
    per: z.enum(["working-day", "month"]),
    workingDaysAYear: z.number(),
    unitsPerQuarter: range,
    unitPrice: range,
    amountPerQuarter: range,
    hoursPerQuarter: range,
    amounts: z.array(z.int()),
    share: range,
  })
  .partial()
  .required({ id: true, kind: true, side: true, label: true, startsAfterQuarters: true })
  .meta({ id: "BusinessCaseLine" });

const scenarioAnswer = z
  .object({
    name: z.string(),
    benefits: z.number(),
    costs: z.number(),
    delayQuarters: z.int(),
    changes: z.array(z.object({ lineId: z.string(), input: z.string(), value: z.number() })),
  })
  .meta({ id: "KeptScenario" });

const scenarioOutputs = z
  .object({
    scenario: z.enum([...SCENARIOS, "kept"]),
    name: said("api.field.business-case.scenario-name", z.string().nullable()),
    npv: moneyAnswer,
    totalBenefit: moneyAnswer,
    totalCost: moneyAnswer,
    payback: said("api.field.payback", z.number().nullable()),
  })
  .meta({ id: "ScenarioOutputs" });

export const readBusinessCase = contract({
  ...shared,
  id: "readBusinessCase",
  summary: "api.operation.readBusinessCase",
  method: "GET",
  scope: "read",
  act: "use-case.read",
  parameters,
  query: z.strictObject({ number: numbered }),
  answer: z
    .object({
      number: z.int(),
      /** What an edit starts from. */
      version: z.int(),
      frozenAt: said("api.field.business-case.frozenAt", instant.nullable()),
      note: toldAnswer.nullable(),
      firstQuarter: quarter,
      horizonQuarters: z.int(),
      discountRate: z.number(),
      lines: said("api.field.business-case.lines", z.array(lineAnswer)),
      npv: moneyAnswer,
      payback: said("api.field.payback", z.number().nullable()),
      scenarios: said("api.field.business-case.scenarios", z.array(scenarioAnswer)),
      sideBySide: said("api.field.business-case.side-by-side", z.array(scenarioOutputs)),
    })
    .meta({ id: "BusinessCase" }),
  refused: [404],
});

export const exportBusinessCase = contract({
  id: "exportBusinessCase",
  summary: "api.operation.exportBusinessCase",
  method: "GET",
  path: "/use-cases/{reference}/business-case/workbook",
  group: "business-cases",
  scope: "read",
  act: "use-case.read",
  parameters,
  query: z.strictObject({ number: numbered }),
  gives: [XLSX],
  answer: z.unknown(),
  refused: [404],
});

export const writeBusinessCase = contract({
  ...shared,
  id: "writeBusinessCase",
  summary: "api.operation.writeBusinessCase",
  method: "POST",
  scope: "write",
  act: "business-case.write",
  parameters,
  once: "optional",
  refused: [403, 404, 409],
  body: z
    .strictObject({
      startedFrom: said(
        "api.field.business-case.startedFrom",
        z.strictObject({ number: z.int().min(1), version: z.int().min(1) }).nullable(),
      ),
      draft: draftSchema,
      note: told(4_000).nullable().default(null),
      scenarios: said("api.field.business-case.scenarios", keptScenarios.optional()),
    })
    .superRefine(({ draft, scenarios = [] }, context) => {
      for (const [place, scenario] of scenarios.entries()) {
        const fault = scenarioFault(draft, scenario);
        if (!fault) continue;
        const path = ["scenarios", place, "changes", fault.change];
        context.addIssue({ code: "custom", path, message: fault.key });
      }
    }),
  answer: z.object({ number: z.int(), version: z.int() }),
  example: {
    startedFrom: null,
    draft: {
      firstQuarter: "2027-Q1",
      lines: [
        { kind: "build", label: { fr: "Mise en place", en: "Setting up" }, amount: 3_000_000 },
        { kind: "by-quarter", label: { en: "Subsidy" }, amounts: [0, 500_000, 500_000] },
      ],
    },
    scenarios: [{ name: "Dearer", costs: 1.5, changes: [{ lineId: "line-1", input: "amount", value: 4_000_000 }] }],
  },
});
