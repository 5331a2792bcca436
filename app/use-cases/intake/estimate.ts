/**
 * A first estimate of a case's two axes from what its author has said so far, on the scale on which the committee will
 * score it. It decides nothing: it shows what counts, and which answer would make it surer.
 */
import { type Minor, roundMinor } from "#app/kernel/money";
import { fold, type Told } from "#app/kernel/told";
import { type CaseContent, hoursAYear } from "../content";

export type Axis = "value" | "complexity";
export type FactorKey = "benefit" | "reach" | "data" | "integration" | "change" | "risk" | "maturity";

/** Which of a factor's sentences says why it scores as it does. */
export type Because =
  | `benefit.${"known" | "no-volumes" | "no-hourly-cost" | "absurd"}`
  | `${"reach" | "change" | "integration" | "maturity"}.${"known" | "unknown"}`
  | `data.${"sensitive" | "personal" | "open" | "internal" | "unknown"}`
  | `risk.${"rights" | "customer" | "internal" | "unknown"}`;

/** One thing that counts: 1-5 where the answers tell it, and why. */
export interface Factor {
  key: FactorKey;
  axis: Axis;
  weight: number;
  score: { low: number; high: number } | null;
  because: Because;
}

export interface Range {
  low: number;
  high: number;
}

export interface Estimate {
  factors: Factor[];
  /** 0-100, null while no answer says anything of the axis. */
  value: Range | null;
  complexity: Range | null;
  /** Hours a year that the task takes today. */
  hours: number | null;
  /** What the time saved would be worth in a full year. */
  benefit: { low: Minor; likely: Minor; high: Minor } | null;
}

/** The share of today's time that such cases save: cautious, usual, hopeful. */
export const SAVED = { low: 0.15, likely: 0.3, high: 0.5 } as const;
/** The share of freed time that is put to use (PRODUCT.md's default): time is only worth what is done with it. */
export const REUSED = 0.5;

/** More than any organisation gains, in minor units: a slip of the keyboard. */
const ABSURD = 1e14;

/** What nobody has said yet may be rather easy or rather hard. */
const UNSAID = { low: 2, high: 4 } as const;
/** Weights of what the form does not ask, and the committee does: strategy and experience. */
const ASKED_LATER: Readonly<Record<Axis, number>> = { value: 4, complexity: 0 };

const step = (value: number, bounds: readonly number[]) => 1 + bounds.filter((bound) => value >= bound).length;

/** 1-5 by what a full year brings, in whole units of the currency: the anchors of the scoring model that ships. */
const benefitScore = (minor: Minor, digits: number) => step(minor / 10 ** digits, [10_000, 50_000, 200_000, 1_000_000]);
const reachScore = (people: number) => step(people, [10, 50, 250, 1_000]);
const changeScore = (people: number) => (people <= 50 ? 2 : people <= 1_000 ? 3 : 4);

const SENSITIVE =
  /\b(sante|medica|health|patient|handicap|disab|biometri|religi|syndic|union member|judiciaire|criminal|paie|paye|payroll|salaire|salary|wage|bancaire|bank account|mineur|minor|child|enfant)/;
const PERSONAL =
  /\b(personnel(?:le)?s?\b|personal|client|customer|consumer|salari|employe|staff|collaborat|candidat|applicant|cv\b|nom(?:s)?\b|name|adresse|address|courriel|e-?mail|telephone|phone|fidelite|loyalty|dossier|compte|account|appel|call)/;
const OPEN =
  /\b(public|publi|open data|catalogue|catalog|notice|manuel|manual|documentation|procedure|site web|website)/;
const RIGHTS =
  /\b(recrut|embauche|hiring|candidat|applicant|licenci|dismiss|promotion interne|notation des|credit|scoring|sanction|eligib|fraud)/;
const CUSTOMER = /\b(client|customer|consommat|consumer|acheteur|buyer|usager|citizen|public|patient|visiteur|visitor)/;

const INTEGRATION: Readonly<Record<string, number>> = {
  generative: 2,
  "classic-ml": 3,
  vision: 3,
  optimisation: 3,
  rpa: 4,
  agentic: 4,
};
const MATURITY: Readonly<Record<string, number>> = {
  generative: 2,
  "classic-ml": 2,
  rpa: 2,
  vision: 3,
  optimisation: 3,
  agentic: 4,
};

const textOf = (...told: readonly (Told | null)[]) => fold(told.flatMap((one) => [one?.fr, one?.en]).join(" "));
interface Clue {
  score: Range;
  because: Because;
}

const exactly = (score: number): Range => ({ low: score, high: score });

function dataClass(data: Told | null): Clue | null {
  const text = textOf(data);
  if (!text.trim()) return null;
  if (SENSITIVE.test(text)) return { score: exactly(5), because: "data.sensitive" };
  if (PERSONAL.test(text)) return { score: exactly(4), because: "data.personal" };
  if (OPEN.test(text)) return { score: exactly(2), because: "data.open" };
  return { score: { low: 2, high: 3 }, because: "data.internal" };
}

function riskClass({ need, affected, expectedBenefit }: EstimateInput): Clue | null {
  const text = textOf(need, affected, expectedBenefit);
  if (!text.trim()) return null;
  if (RIGHTS.test(text)) return { score: exactly(5), because: "risk.rights" };
  if (CUSTOMER.test(text)) return { score: exactly(3), because: "risk.customer" };
  return { score: exactly(2), because: "risk.internal" };
}

type EstimateInput = Pick<
  CaseContent,
  | "need"
  | "affected"
  | "expectedBenefit"
  | "dataInvolved"
  | "aiType"
  | "peopleAffected"
  | "times"
  | "timesPer"
  | "minutesPerTime"
>;

/**
 * An axis from its factors, as the scoring model adds them up: Σ w·(s−1)/4 ÷ Σ w × 100 (PRODUCT.md, «Score»). What is
 * not known counts once as rather low and once as rather high, so that the range narrows with every answer.
 */
function axisOf(factors: readonly Factor[], axis: Axis): Range | null {
  const mine = factors.filter((factor) => factor.axis === axis);
  if (mine.every(({ score }) => score === null)) return null;
  const weight = mine.reduce((sum, factor) => sum + factor.weight, ASKED_LATER[axis]);
  const side = (of: "low" | "high") => {
    const points = mine.reduce((sum, { weight: w, score }) => sum + (w * ((score ?? UNSAID)[of] - 1)) / 4, 0);
    return ((points + (ASKED_LATER[axis] * (UNSAID[of] - 1)) / 4) / weight) * 100;
  };
  return { low: side("low"), high: side("high") };
}

/**
 * @param hourlyCost the department's loaded cost of an hour, null while it is not known
 * @param digits decimals of the currency
 */
export function estimate(content: EstimateInput, hourlyCost: Minor | null, digits: number): Estimate {
  const hours = hoursAYear(content);
  const { peopleAffected: people, aiType } = content;
  const worth = (share: number) => roundMinor((hours ?? 0) * (hourlyCost ?? 0) * share * REUSED);
  const absurd = (hours ?? 0) * (hourlyCost ?? 0) > ABSURD;
  const benefit =
    hours === null || hourlyCost === null || absurd
      ? null
      : { low: worth(SAVED.low), likely: worth(SAVED.likely), high: worth(SAVED.high) };
  const data = dataClass(content.dataInvolved);
  const risk = riskClass(content);
  const type = aiType !== null && Object.hasOwn(INTEGRATION, aiType) ? aiType : null;
  const factors: Factor[] = [
    {
      key: "benefit",
      axis: "value",
      weight: 4,
      score: benefit && { low: benefitScore(benefit.low, digits), high: benefitScore(benefit.high, digits) },
      because: benefit
        ? "benefit.known"
        : absurd
          ? "benefit.absurd"
          : hours === null
            ? "benefit.no-volumes"
            : "benefit.no-hourly-cost",
    },
    {
      key: "reach",
      axis: "value",
      weight: 2,
      score: people === null ? null : exactly(reachScore(people)),
      because: people === null ? "reach.unknown" : "reach.known",
    },
    {
      key: "data",
      axis: "complexity",
      weight: 3,
      score: data?.score ?? null,
      because: data?.because ?? "data.unknown",
    },
    {
      key: "risk",
      axis: "complexity",
      weight: 3,
      score: risk?.score ?? null,
      because: risk?.because ?? "risk.unknown",
    },
    {
      key: "integration",
      axis: "complexity",
      weight: 3,
      score: type ? exactly(INTEGRATION[type] ?? 3) : null,
      because: type ? "integration.known" : "integration.unknown",
    },
    {
      key: "change",
      axis: "complexity",
      weight: 2,
      score: people === null ? null : exactly(changeScore(people)),
      because: people === null ? "change.unknown" : "change.known",
    },
    {
      key: "maturity",
      axis: "complexity",
      weight: 1,
      score: type ? exactly(MATURITY[type] ?? 3) : null,
      because: type ? "maturity.known" : "maturity.unknown",
    },
  ];
  return { factors, value: axisOf(factors, "value"), complexity: axisOf(factors, "complexity"), hours, benefit };
}
