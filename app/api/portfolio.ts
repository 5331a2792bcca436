/** The choice of a portfolio, worked out for whatever is sent: nothing of it is read or kept. */
import { z } from "zod";
import { faultsIn, MOST_CANDIDATES, MOST_CONSTRAINTS, type Problem } from "#app/committee/choosing/problem";
import { contract } from "./contract";
import { said } from "./shapes";

export const LONGEST_SOLVE_SECONDS = 60;
/** An answer within five seconds, all of it. */
export const USUAL_SOLVE_SECONDS = 4;
export const USUAL_POINTS = 12;

const name = z.string().min(1).max(200);
const amount = z.number();
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(MOST_CONSTRAINTS);

const candidate = z.strictObject({
  id: said("api.field.candidate.id", name),
  value: said("api.field.candidate.value", amount.nullish()),
  cost: said("api.field.candidate.cost", amount.nullish()),
  people: said("api.field.candidate.people", amount.nullish()),
  uses: said("api.field.candidate.uses", z.record(name, amount).optional()),
  department: said("api.field.candidate.department", name.nullish()),
  riskClass: said("api.field.candidate.riskClass", name.nullish()),
});

const constraints = z.strictObject({
  budget: said("api.field.choice.budget", amount.nullish()),
  people: said("api.field.choice.people", amount.nullish()),
  resources: said("api.field.choice.resources", list(z.strictObject({ name, capacity: amount })).optional()),
  departments: said(
    "api.field.choice.departments",
    list(
      z.strictObject({ department: name, minimumCount: z.int().nullish(), minimumCost: amount.nullish() }),
    ).optional(),
  ),
  riskClasses: said(
    "api.field.choice.riskClasses",
    list(
      z.strictObject({
        riskClass: name,
        maximumCount: z.int().nullish(),
        maximumCost: amount.nullish(),
        maximumShare: said("api.field.choice.share", amount.nullish()),
      }),
    ).optional(),
  ),
  include: said("api.field.choice.include", list(name).optional()),
  exclude: said("api.field.choice.exclude", list(name).optional()),
  exclusive: said("api.field.choice.exclusive", list(z.array(name).min(2).max(MOST_CONSTRAINTS)).optional()),
  requires: said("api.field.choice.requires", list(z.strictObject({ candidate: name, needs: name })).optional()),
});

/** What was sent, as the rules take it: what is not said constrains nothing, or is unknown. */
export function problemFrom(body: {
  candidates: z.output<typeof candidate>[];
  constraints?: z.output<typeof constraints>;
}): Problem {
  const under = body.constraints ?? {};
  return {
    candidates: body.candidates.map((one) => ({
      id: one.id,
      value: one.value ?? null,
      cost: one.cost ?? null,
      people: one.people ?? null,
      uses: one.uses ?? {},
      department: one.department ?? null,
      riskClass: one.riskClass ?? null,
    })),
    constraints: {
      budget: under.budget ?? null,
      people: under.people ?? null,
      resources: under.resources ?? [],
      departments: (under.departments ?? []).map(({ department, minimumCount, minimumCost }) => ({
        department,
        count: minimumCount ?? null,
        cost: minimumCost ?? null,
      })),
      riskClasses: (under.riskClasses ?? []).map(({ riskClass, maximumCount, maximumCost, maximumShare }) => ({
        riskClass,
        count: maximumCount ?? null,
        cost: maximumCost ?? null,
        share: maximumShare ?? null,
      })),
      include: [...new Set(under.include)],
      exclude: [...new Set(under.exclude)],
      exclusive: under.exclusive ?? [],
      requires: under.requires ?? [],
    },
  };
}

const body = z
  .strictObject({
    candidates: said("api.field.choice.candidates", z.array(candidate).min(1).max(MOST_CANDIDATES)),
    constraints: said("api.field.choice.constraints", constraints.optional()),
    seconds: said("api.field.choice.seconds", z.number().min(0.1).max(LONGEST_SOLVE_SECONDS).optional()),
    explain: said("api.field.choice.explain", z.boolean().optional()),
    frontierPoints: said("api.field.choice.frontierPoints", z.int().min(0).max(60).optional()),
  })
  .superRefine((sent, context) => {
    // The field says so already.
    if (sent.candidates.length === 0) return;
    for (const { path, key, values } of faultsIn(problemFrom(sent))) {
      context.addIssue({ code: "custom", path, message: key, params: values });
    }
  })
  .transform(({ seconds, explain, frontierPoints, ...sent }) => ({
    problem: problemFrom(sent),
    seconds: seconds ?? USUAL_SOLVE_SECONDS,
    explain: explain ?? true,
    frontier: frontierPoints ?? USUAL_POINTS,
  }));

export const status = z.enum(["optimal", "feasible", "infeasible", "unknown"]);

const worth = said(
  "api.field.choice.worth",
  z.object({ amount: z.number(), sureness: z.enum(["exact", "at-most", "at-least"]) }).nullable(),
);

const rule = z.object({
  kind: z.enum([
    "budget",
    "people",
    "resource",
    "department-count",
    "department-cost",
    "class-count",
    "class-cost",
    "class-share",
    "include",
    "exclude",
    "exclusive",
    "requires",
  ]),
  name: said("api.field.choice.ruleName", z.string().nullable()),
  candidates: said("api.field.choice.ruleCandidates", z.array(z.string())),
  words: said("api.field.choice.words", z.string()),
});

const conflicting = {
  constraints: z.array(rule),
  smallest: said("api.field.choice.smallest", z.boolean()),
};

export const chosenPortfolio = z
  .object({
    status: said("api.field.choice.status", status),
    value: said("api.field.choice.value", z.number().nullable()),
    cost: said("api.field.choice.cost", z.number().nullable()),
    people: z.number().nullable(),
    bound: said("api.field.choice.bound", z.number().nullable()),
    selection: said("api.field.choice.selection", z.array(z.string())),
    candidates: said(
      "api.field.choice.explained",
      z.array(
        z.object({
          id: z.string(),
          chosen: z.boolean(),
          loss: said("api.field.choice.loss", worth),
          impossible: said("api.field.choice.impossible", z.boolean()),
          comes: said("api.field.choice.comes", z.array(z.string())),
          goes: said("api.field.choice.goes", z.array(z.string())),
          because: said("api.field.choice.because", z.string().nullable()),
        }),
      ),
    ),
    leftAside: said(
      "api.field.choice.leftAside",
      z.array(z.object({ id: z.string(), missing: z.array(z.enum(["value", "cost", "people"])) })),
    ),
    constraints: said(
      "api.field.choice.costs",
      z.array(
        z.object({
          constraint: rule,
          bound: z.enum(["at-most", "at-least"]),
          limit: z.number(),
          used: z.number(),
          binding: z.boolean(),
          gainWithout: said("api.field.choice.gainWithout", worth),
          step: said("api.field.choice.step", z.object({ by: z.number(), gain: worth }).nullable()),
        }),
      ),
    ),
    frontier: said(
      "api.field.choice.frontier",
      z.array(
        z.object({
          budget: z.number(),
          value: z.number().nullable(),
          cost: z.number().nullable(),
          count: z.int().nullable(),
          status,
        }),
      ),
    ),
    conflict: said(
      "api.field.choice.conflict",
      z.object({ ...conflicting, others: said("api.field.choice.others", z.array(z.object(conflicting))) }).nullable(),
    ),
  })
  .meta({ id: "ChosenPortfolio" });

export const optimisePortfolio = contract({
  id: "optimisePortfolio",
  summary: "api.operation.optimisePortfolio",
  method: "POST",
  path: "/portfolio/optimise",
  group: "portfolio",
  scope: "read",
  act: "use-case.read",
  body,
  answer: chosenPortfolio,
  example: {
    candidates: [
      { id: "UC-0001", value: 120_000, cost: 40_000, people: 2, department: "hr", riskClass: "high" },
      { id: "UC-0002", value: 90_000, cost: 30_000, people: 1, department: "it", riskClass: "minimal" },
      {
        id: "UC-0003",
        value: 60_000,
        cost: 35_000,
        people: 1.5,
        department: "hr",
        riskClass: "minimal",
        uses: { gpu: 1 },
      },
    ],
    constraints: {
      budget: 75_000,
      people: 4,
      resources: [{ name: "gpu", capacity: 2 }],
      departments: [{ department: "hr", minimumCount: 1 }],
      riskClasses: [{ riskClass: "high", maximumShare: 0.6 }],
    },
  },
});
