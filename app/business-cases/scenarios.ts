import type { Minor } from "#app/kernel/money";
import { type Evaluation, evaluate, type Outputs } from "./evaluate";
import { changedDraft, type KeptScenario } from "./kept-scenarios";
import type { NumberName } from "./line-fields";
import { certain, type Draft, type Kind, type Line, type Range } from "./lines";

/** All estimates at once: the unfortunate ends, the likely ones, the fortunate ones. */
export const SCENARIOS = ["cautious", "likely", "bold"] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

/** What somebody wants to see besides: shares of benefits and costs, and benefits that come later. */
export interface OwnScenario {
  /** 0.7: seventy per cent of the likely benefits. */
  benefits: number;
  costs: number;
  delayQuarters: number;
}

export interface Scenario {
  name: ScenarioName | "own" | "kept";
  /** What its author called it; null for the others. */
  title: string | null;
  outputs: Outputs;
  explain: Evaluation["explain"];
  /** The cumulative net at the end of each quarter. */
  cumulative: Minor[];
}

const isRange = (value: unknown): value is Range => typeof value === "object" && value !== null && "likely" in value;

/** A line whose every estimate is what `choose` says of it. */
function withRanges(line: Line, choose: (range: Range, name: string) => number): Line {
  const fields = Object.entries(line).map(([name, value]) => [
    name,
    isRange(value) ? certain(choose(value, name)) : value,
  ]);
  return { ...line, ...Object.fromEntries(fields) };
}

/** The end of a line's estimates that a scenario takes: for a cost the fortunate one is the low one. */
export function endOf(line: Line, name: ScenarioName): keyof Range {
  if (name === "likely") return "likely";
  const comesIn =
    line.side === "both" ? line.amounts.reduce((sum, each) => sum + each, 0) >= 0 : line.side === "benefit";
  return comesIn === (name === "bold") ? "high" : "low";
}

export function scenarioDraft(draft: Draft, name: ScenarioName): Draft {
  return { ...draft, lines: draft.lines.map((line) => withRanges(line, (range) => range[endOf(line, name)])) };
}

/** The estimate of a line that a share of benefits or costs is taken of. */
export const SCALED: Readonly<Record<Exclude<Kind, "by-quarter">, NumberName>> = {
  time: "volumePerQuarter",
  revenue: "quantityPerQuarter",
  "cost-avoided": "quantityPerQuarter",
  quality: "quantityPerQuarter",
  risk: "quantityPerQuarter",
  "non-monetary": "quantityPerQuarter",
  build: "amount",
  change: "amount",
  licence: "seats",
  usage: "unitsPerQuarter",
  run: "amountPerQuarter",
  review: "hoursPerQuarter",
};

/** The likely estimates with benefits and costs scaled, and benefits begun later. */
export function ownDraft(draft: Draft, { benefits, costs, delayQuarters }: OwnScenario): Draft {
  const lines = draft.lines.map((line): Line => {
    if (line.kind === "by-quarter") {
      const amounts = line.amounts.map((amount) => Math.round(amount * (amount > 0 ? benefits : costs)));
      return { ...line, share: certain(line.share.likely), amounts };
    }
    const scaled = SCALED[line.kind];
    const share = line.side === "cost" ? costs : benefits;
    const own = withRanges(line, (range, name) => range.likely * (name === scaled ? share : 1));
    return own.side === "benefit" ? { ...own, startsAfterQuarters: own.startsAfterQuarters + delayQuarters } : own;
  });
  return { ...draft, lines };
}

/** The scenarios of one business case side by side: its ends, those that its author named, and `own` where somebody asks for one. */
export function scenarios(draft: Draft, own: OwnScenario | null, kept: readonly KeptScenario[] = []): Scenario[] {
  const of = (name: Scenario["name"], given: Draft, title: string | null = null): Scenario => {
    const { outputs, explain, quarters } = evaluate(given);
    return { name, title, outputs, explain, cumulative: quarters.map(({ cumulative }) => cumulative) };
  };
  return [
    ...SCENARIOS.map((name) => of(name, scenarioDraft(draft, name))),
    ...kept.map((each) => of("kept", ownDraft(changedDraft(draft, each.changes), each), each.name)),
    ...(own ? [of("own", ownDraft(draft, own))] : []),
  ];
}

/** What an address says of an own scenario: percents and quarters; null where it says none or nonsense. */
export function ownScenario(asked: URLSearchParams): OwnScenario | null {
  const number = (name: string, usual: number, most: number) => {
    const said = asked.get(name);
    if (said === null || said.trim() === "") return usual;
    const value = Number(said.replace(",", "."));
    return Number.isFinite(value) && value >= 0 && value <= most ? value : null;
  };
  if (!["benefits", "costs", "delay"].some((name) => asked.has(name))) return null;
  const [benefits, costs, delay] = [number("benefits", 100, 1000), number("costs", 100, 1000), number("delay", 0, 80)];
  if (benefits === null || costs === null || delay === null) return null;
  return { benefits: benefits / 100, costs: costs / 100, delayQuarters: Math.round(delay) };
}
