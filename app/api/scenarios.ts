/** Scenarios of portfolio choice: worked out from the figures of the day, and kept. */
import { z } from "zod";
import { LARGEST, MOST_CONSTRAINTS, UNCONSTRAINED } from "#app/committee/choosing/problem";
import { RISK_CLASSES, type ScenarioInput } from "#app/committee/choosing/scenario";
import { minor } from "#app/kernel/money";
import { contract } from "./contract";
import { chosenPortfolio, list, status } from "./portfolio";
import { id, idInAddress, instant, moneyAnswer, pageOf, paging, personAnswer, reference, said, words } from "./shapes";

const scenario = {
  id: z.int(),
  name: z.string(),
  status: said("api.field.scenario.status", z.enum(["running", "done", "cancelled", "failed", "interrupted"])),
  outcome: status.nullable(),
  by: personAnswer,
  at: said("api.field.scenario.at", instant),
  value: moneyAnswer.nullable(),
  cost: moneyAnswer.nullable(),
  chosen: said("api.field.scenario.chosen", z.int().nullable()),
};

export const listScenarios = contract({
  id: "listScenarios",
  summary: "api.operation.listScenarios",
  method: "GET",
  path: "/portfolio/scenarios",
  group: "portfolio",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject(paging),
  answer: pageOf(z.object(scenario).meta({ id: "ChoiceScenario" })),
});

const scenarioAnswer = z
  .object({
    ...scenario,
    result: said("api.field.scenario.result", chosenPortfolio.nullable()),
  })
  .meta({ id: "WholeChoiceScenario" });

const one = z.object({ id: idInAddress });

export const readScenario = contract({
  id: "readScenario",
  summary: "api.operation.readScenario",
  method: "GET",
  path: "/portfolio/scenarios/{id}",
  group: "portfolio",
  scope: "read",
  act: "use-case.read",
  parameters: one,
  answer: scenarioAnswer,
  refused: [404],
});

const minorLimit = z.int().min(0).max(LARGEST).nullish();
const asMinor = (amount: number | null | undefined) => (amount === null || amount === undefined ? null : minor(amount));
const countLimit = z.int().min(0).max(1_000_000).nullish();
const caseList = z.array(reference).max(MOST_CONSTRAINTS).optional();

export const createScenario = contract({
  id: "createScenario",
  summary: "api.operation.createScenario",
  method: "POST",
  path: "/portfolio/scenarios",
  group: "portfolio",
  scope: "write",
  act: "portfolio.choose",
  body: z
    .strictObject({
      name: words(120),
      budget: said("api.field.scenario.budget", minorLimit),
      people: said("api.field.choice.people", z.number().min(0).max(1e6).nullish()),
      assumedPeople: said("api.field.scenario.assumedPeople", z.number().min(0).max(1e6).nullish()),
      departments: said(
        "api.field.choice.departments",
        list(z.strictObject({ departmentId: id, minimumCount: countLimit, minimumCost: minorLimit })).optional(),
      ),
      riskClasses: said(
        "api.field.choice.riskClasses",
        list(
          z.strictObject({
            riskClass: z.enum(RISK_CLASSES),
            maximumCount: countLimit,
            maximumCost: minorLimit,
            maximumShare: said("api.field.choice.share", z.number().min(0).max(1).nullish()),
          }),
        ).optional(),
      ),
      include: said("api.field.choice.include", caseList),
      exclude: said("api.field.choice.exclude", caseList),
      exclusive: said("api.field.choice.exclusive", list(z.array(reference).min(2).max(MOST_CONSTRAINTS)).optional()),
    })
    .transform((sent): ScenarioInput => {
      const upper = (some: readonly string[] = []) => [...new Set(some.map((one) => one.toUpperCase()))];
      const [include, exclude, exclusive] = [
        upper(sent.include),
        upper(sent.exclude),
        (sent.exclusive ?? []).map(upper),
      ];
      return {
        name: sent.name,
        assumedPeople: sent.assumedPeople ?? null,
        written: {
          include: include.join(", "),
          exclude: exclude.join(", "),
          exclusive: exclusive.map((group) => group.join(", ")).join("\n"),
        },
        constraints: {
          ...UNCONSTRAINED,
          budget: asMinor(sent.budget),
          people: sent.people ?? null,
          departments: (sent.departments ?? []).map(({ departmentId, minimumCount, minimumCost }) => ({
            department: String(departmentId),
            count: minimumCount ?? null,
            cost: asMinor(minimumCost),
          })),
          riskClasses: (sent.riskClasses ?? []).map(({ riskClass, maximumCount, maximumCost, maximumShare }) => ({
            riskClass,
            count: maximumCount ?? null,
            cost: asMinor(maximumCost),
            share: maximumShare ?? null,
          })),
          include,
          exclude,
          exclusive,
        },
      };
    }),
  answer: z.object({ id: z.int() }).meta({ id: "MadeChoiceScenario" }),
  status: 201,
  location: ({ id }) => `/portfolio/scenarios/${id}`,
  once: "optional",
  example: { name: "Budget 2027", budget: 60_000_000, riskClasses: [{ riskClass: "high", maximumShare: 0.3 }] },
});

export const cancelScenario = contract({
  id: "cancelScenario",
  summary: "api.operation.cancelScenario",
  method: "POST",
  path: "/portfolio/scenarios/{id}/cancellation",
  group: "portfolio",
  scope: "write",
  act: "portfolio.choose",
  parameters: one,
  answer: z.object({ id: z.int(), status: z.literal("cancelled") }).meta({ id: "CancelledChoiceScenario" }),
  refused: [404, 409],
});

export const deleteScenario = contract({
  id: "deleteScenario",
  summary: "api.operation.deleteScenario",
  method: "POST",
  path: "/portfolio/scenarios/{id}/deletion",
  group: "portfolio",
  scope: "write",
  act: "scenario.delete",
  parameters: one,
  answer: z.object({ id: z.int(), deleted: z.literal(true) }).meta({ id: "DeletedChoiceScenario" }),
  refused: [403, 404],
});
