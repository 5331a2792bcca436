/** A scenario: the committee's constraints over the cases that it can still choose between, with the figures of that day. */
import { z } from "zod";
import { choice, optionalAmount, optionalDecimal, optionalText, optionalWhole, percent, text } from "#app/kernel/input";
import { type Minor, roundMinor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { RankedStage } from "../ranking";
import type { Candidate, Constraints } from "./problem";

/** What a case is by the EU AI Act; unclassified ones are a class of their own, for unknown is not minimal. */
export const RISK_CLASSES = [
  "minimal",
  "limited",
  "exempt",
  "high",
  "prohibited",
  "out-of-scope",
  "unclassified",
] as const;
export type RiskClass = (typeof RISK_CLASSES)[number];

/** Seconds that a scenario may take in all. */
export const SCENARIO_SECONDS = 20;
export const FRONTIER_POINTS = 12;
/** One that is still running after so long was interrupted with its process. */
export const INTERRUPTED_AFTER_MS = (SCENARIO_SECONDS + 100) * 1_000;

export interface ScenarioCase {
  id: number;
  reference: string;
  title: Told;
  departmentId: number | null;
  stage: RankedStage | null;
  riskClass: RiskClass;
  /** Of the newest business case; null without one. */
  npvP50Minor: Minor | null;
  probability: number;
  costMinor: Minor | null;
  people: number | null;
  /** Whether the number of people is the scenario's own assumption. */
  peopleAssumed: boolean;
}

export interface ScenarioInputs {
  cases: ScenarioCase[];
  departments: { id: number; name: Told }[];
  constraints: Constraints;
  assumedPeople: number | null;
  /** What the text of groups said, for the form that starts from this scenario. */
  written: { include: string; exclude: string; exclusive: string };
}

/** A case's risk-adjusted NPV: P50 × the probability of success of its stage, to the cent; null without a business case. */
export const expectedValue = ({ npvP50Minor, probability }: Pick<ScenarioCase, "npvP50Minor" | "probability">) =>
  npvP50Minor === null ? null : roundMinor(npvP50Minor * probability);

export function candidateOf(one: ScenarioCase): Candidate {
  return {
    id: one.reference,
    value: expectedValue(one),
    cost: one.costMinor,
    people: one.people,
    uses: {},
    department: one.departmentId === null ? null : String(one.departmentId),
    riskClass: one.riskClass,
  };
}

const references = (typed: string | null) => [
  ...new Set((typed?.match(/\bUC-\d{1,12}\b/gi) ?? []).map((one) => one.toUpperCase())),
];

const MOST_TEXT = 20_000;
/** Amounts of the form are far below what the solver still adds exactly. */
const cap = (currency: string) => optionalAmount(currency, { min: 0 });

export interface ScenarioInput {
  name: string;
  constraints: Constraints;
  assumedPeople: number | null;
  written: ScenarioInputs["written"];
}

/** The constraints as the form sends them: `department.3.count`, `class.high.share`, references in free text. */
export const scenarioInput = (currency: string) =>
  z
    .object({
      intent: z.literal("work-out"),
      name: text(120),
      budget: cap(currency),
      people: optionalDecimal({ min: 0, max: 1e6 }),
      assumedPeople: optionalDecimal({ min: 0, max: 1e6 }),
      include: optionalText(MOST_TEXT),
      exclude: optionalText(MOST_TEXT),
      exclusive: optionalText(MOST_TEXT),
      department: z
        .record(
          z.string().regex(/^\d+$/),
          z.object({ count: optionalWhole({ min: 0, max: 1e6 }), cost: cap(currency) }),
        )
        .default({}),
      class: z
        .partialRecord(
          z.enum(RISK_CLASSES),
          z.object({
            count: optionalWhole({ min: 0, max: 1e6 }),
            cost: cap(currency),
            share: z.preprocess(
              (typed) => (typeof typed !== "string" || typed.trim() === "" ? null : typed),
              percent({ min: 0, max: 100 }).nullable(),
            ),
          }),
        )
        .default({}),
    })
    .transform(
      ({ intent: _, department, class: classes, include, exclude, exclusive, ...rest }): ScenarioInput => ({
        name: rest.name,
        assumedPeople: rest.assumedPeople,
        written: { include: include ?? "", exclude: exclude ?? "", exclusive: exclusive ?? "" },
        constraints: {
          budget: rest.budget,
          people: rest.people,
          resources: [],
          departments: Object.entries(department)
            .filter(([, { count, cost }]) => count !== null || cost !== null)
            .map(([id, least]) => ({ department: id, ...least })),
          riskClasses: Object.entries(classes)
            .filter(([, { count, cost, share }]) => count !== null || cost !== null || share !== null)
            .map(([riskClass, most]) => ({ riskClass, ...most })),
          include: references(include),
          exclude: references(exclude),
          exclusive: (exclusive ?? "")
            .split("\n")
            .map(references)
            .filter((group) => group.length > 1),
          requires: [],
        },
      }),
    );

export const scenarioChoice = z.object({ intent: choice(["cancel", "delete"]) });
