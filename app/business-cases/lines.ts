import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import type { Calibration } from "./calibrated";

/** An estimate: `low ≤ likely ≤ high` by size, not by fortune (the low estimate of a cost is the fortunate one). */
export interface Range {
  low: number;
  likely: number;
  high: number;
}

/** An estimate on which nobody hesitates. */
export function certain(value: number): Range {
  return { low: value, likely: value, high: value };
}

export function isCertain(range: Range): boolean {
  return range.low === range.high;
}

export const DEFAULT_HORIZON_QUARTERS = 12;
export const DEFAULT_DISCOUNT_RATE = 0.08;

/** Time is only worth what is done with it: half of the freed time is taken to be put to use unless someone says otherwise. */
export const DEFAULT_REUSE_SHARE = 0.5;

/**
 * Working days in a year, where the table of rates says nothing else. France in 2026: 365 days, less 104 Saturdays and Sundays, less the 9 of the
 * 11 legal holidays (Code du travail, art. L3133-1) that fall on a weekday. Leave is not taken off: a seat is paid for meanwhile.
 */
export const USUAL_WORKING_DAYS = 252;
export const MONTHS_A_QUARTER = 3;

interface AnyLine {
  /** Unique in its business case; evaluation and tornado name a line by it. */
  id: string;
  label: Told;
  /** 0: the line starts in the business case's first quarter. */
  startsAfterQuarters: number;
  /** The reference rate that its price was taken from. The price itself stands in the line: the table moves no case. */
  rate?: TakenRate;
}

/** A reference rate as a line took it. */
export interface TakenRate {
  code: string;
  name: Told;
  /** The day on which it was looked up, and the one since which the table says so. */
  on: Day;
  validFrom: Day;
  source?: Told;
}

interface AnyBenefit extends AnyLine {
  side: "benefit";
  /** Share (0..1) of the quantity that is really reached once the ramp is over. */
  adoption: Range;
  /** Adoption grows linearly and reaches its plateau in this many quarters; 0 and 1 both mean at once. */
  rampQuarters: number;
  /** Share (0..1) of the effect that is owed to this use case and to nothing else. */
  attribution: number;
}

interface AnyMoneyBenefit extends AnyBenefit {
  /** What its author answered to the haircut that calibration suggested. */
  calibration?: Calibration | undefined;
}

/** Hours freed: volume × minutes ÷ 60 × hourly cost × reuse share × adoption × attribution. */
export interface TimeLine extends AnyMoneyBenefit {
  kind: "time";
  volumePerQuarter: Range;
  minutesSaved: Range;
  /** The department's loaded cost of an hour. */
  hourlyCost: Minor;
  reuseShare: number;
}

export const VALUED_KINDS = ["revenue", "cost-avoided", "quality", "risk"] as const;
export type ValuedKind = (typeof VALUED_KINDS)[number];

/** Margin earned, spending avoided, errors avoided or losses avoided: quantity × unit value × adoption × attribution. */
export interface ValuedLine extends AnyMoneyBenefit {
  kind: ValuedKind;
  quantityPerQuarter: Range;
  /** Minor units for one of the quantity; may hold fractions of a cent. */
  unitValue: Range;
  /** What the quantity counts, where someone said it: «contracts», «kWh». */
  unit?: Told;
}

/** Satisfaction, CO₂e, equity: counted in its own unit and never turned into money. */
export interface NonMonetaryLine extends AnyBenefit {
  kind: "non-monetary";
  quantityPerQuarter: Range;
  unit: Told;
}

interface AnyCost extends AnyLine {
  side: "cost";
}

/** Paid once, in the line's first quarter: building it, or change and training. */
export interface OneOffLine extends AnyCost {
  kind: "build" | "change";
  /** Minor units. */
  amount: Range;
}

export interface LicenceLine extends AnyCost {
  kind: "licence";
  seats: Range;
  /** Minor units for one seat and one `per`; may hold fractions of a cent. */
  price: Range;
  per: "working-day" | "month";
  /** What the table of rates said when it was written, for a seat paid by the day; `USUAL_WORKING_DAYS` where left out. */
  workingDaysAYear?: number | undefined;
}

/** Calls, tokens, pages: paid by the unit. */
export interface UsageLine extends AnyCost {
  kind: "usage";
  unitsPerQuarter: Range;
  /** Minor units for one unit, most often a small fraction of a cent. */
  unitPrice: Range;
  unit?: Told;
}

/** Run and maintenance. */
export interface RunLine extends AnyCost {
  kind: "run";
  /** Minor units a quarter. */
  amountPerQuarter: Range;
}

/** The time of the people who check what the AI did. */
export interface ReviewLine extends AnyCost {
  kind: "review";
  hoursPerQuarter: Range;
  hourlyCost: Minor;
}

/**
 * Money as it falls, quarter by quarter: positive comes in, negative goes out. For what no formula says: payments in parts,
 * a subsidy, figures that come from another tool.
 */
export interface ByQuarterLine extends AnyLine {
  side: "both";
  kind: "by-quarter";
  /** Minor units, from the line's first quarter on. */
  amounts: number[];
  /** How much of these amounts comes true: 1 is all of it. */
  share: Range;
}

export type MoneyBenefitLine = TimeLine | ValuedLine;
export type BenefitLine = MoneyBenefitLine | NonMonetaryLine;
export type CostLine = OneOffLine | LicenceLine | UsageLine | RunLine | ReviewLine;
export type Line = BenefitLine | CostLine | ByQuarterLine;
export type MoneyLine = MoneyBenefitLine | CostLine | ByQuarterLine;

export const BENEFIT_KINDS = [
  "time",
  ...VALUED_KINDS,
  "non-monetary",
] as const satisfies readonly BenefitLine["kind"][];
export const COST_KINDS = [
  "build",
  "licence",
  "usage",
  "run",
  "review",
  "change",
] as const satisfies readonly CostLine["kind"][];
export type BenefitKind = BenefitLine["kind"];
export type CostKind = CostLine["kind"];
export type Kind = Line["kind"];
export const KINDS = [...BENEFIT_KINDS, ...COST_KINDS, "by-quarter"] as const satisfies readonly Kind[];

/** Whether a line is counted in money: all are, except non-monetary benefits. */
export function isMoney(line: Line): line is MoneyLine {
  return line.kind !== "non-monetary";
}

/** What a positive amount of the line does to the net. */
export function signOf(line: Line): 1 | -1 {
  return line.side === "cost" ? -1 : 1;
}

/** A business case as its author gives it: everything else is computed from it. */
export interface Draft {
  /** The quarter of period 0, which is not discounted. */
  firstQuarter: Quarter;
  horizonQuarters: number;
  /** A year: 0.08 is 8 %. */
  discountRate: number;
  lines: Line[];
}
