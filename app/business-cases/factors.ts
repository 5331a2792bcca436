import { calibrationOf } from "./calibrated";
import { certain, type LicenceLine, type Line, MONTHS_A_QUARTER, type Range, USUAL_WORKING_DAYS } from "./lines";

/** How a figure is read: `price` is money that may hold fractions of a cent, `percent` a share (0.5 is 50 %). */
export type Unit = "money" | "price" | "percent" | "number" | "quarters";

export type InputName =
  | "volumePerQuarter"
  | "minutesSaved"
  | "minutesAnHour"
  | "hourlyCost"
  | "reuseShare"
  | "quantityPerQuarter"
  | "unitValue"
  | "adoption"
  | "attribution"
  | "amount"
  | "seats"
  | "price"
  | "workingDaysAQuarter"
  | "monthsAQuarter"
  | "unitsPerQuarter"
  | "unitPrice"
  | "amountPerQuarter"
  | "hoursPerQuarter"
  | "share"
  | "calibration";

/** One of the numbers whose product is a line's amount in a full quarter. */
export interface Factor {
  input: InputName;
  range: Range;
  unit: Unit;
  divides?: true;
}

const factor = (input: InputName, value: Range | number, unit: Unit): Factor => ({
  input,
  range: typeof value === "number" ? certain(value) : value,
  unit,
});

/**
 * Every line is a product: cash flow, simulation, tornado and explanation all read these factors, so that they cannot
 * disagree on a formula. In the order in which a person would say them.
 */
export function factorsOf(line: Line): Factor[] {
  const factors = estimatedFactors(line);
  const calibration = calibrationOf(line);
  return calibration?.answer === "taken" ? [...factors, factor("calibration", calibration.factor, "percent")] : factors;
}

function estimatedFactors(line: Line): Factor[] {
  switch (line.kind) {
    case "time":
      return [
        factor("volumePerQuarter", line.volumePerQuarter, "number"),
        factor("minutesSaved", line.minutesSaved, "number"),
        { ...factor("minutesAnHour", 60, "number"), divides: true },
        factor("hourlyCost", line.hourlyCost, "money"),
        factor("reuseShare", line.reuseShare, "percent"),
        factor("adoption", line.adoption, "percent"),
        factor("attribution", line.attribution, "percent"),
      ];
    case "revenue":
    case "cost-avoided":
    case "quality":
    case "risk":
      return [
        factor("quantityPerQuarter", line.quantityPerQuarter, "number"),
        factor("unitValue", line.unitValue, "price"),
        factor("adoption", line.adoption, "percent"),
        factor("attribution", line.attribution, "percent"),
      ];
    case "non-monetary":
      return [
        factor("quantityPerQuarter", line.quantityPerQuarter, "number"),
        factor("adoption", line.adoption, "percent"),
        factor("attribution", line.attribution, "percent"),
      ];
    case "build":
    case "change":
      return [factor("amount", line.amount, "money")];
    case "licence":
      return [
        factor("seats", line.seats, "number"),
        factor("price", line.price, "price"),
        line.per === "month"
          ? factor("monthsAQuarter", MONTHS_A_QUARTER, "number")
          : factor("workingDaysAQuarter", workingDaysOf(line) / 4, "number"),
      ];
    case "usage":
      return [factor("unitsPerQuarter", line.unitsPerQuarter, "number"), factor("unitPrice", line.unitPrice, "price")];
    case "run":
      return [factor("amountPerQuarter", line.amountPerQuarter, "money")];
    case "review":
      return [
        factor("hoursPerQuarter", line.hoursPerQuarter, "number"),
        factor("hourlyCost", line.hourlyCost, "money"),
      ];
    case "by-quarter":
      return [factor("share", line.share, "percent")];
  }
}

/** The working days of a year that a seat is paid for. */
export const workingDaysOf = ({ workingDaysAYear }: LicenceLine): number => workingDaysAYear ?? USUAL_WORKING_DAYS;

/** The product of the factors, `read` saying which value of each is meant. Not rounded. */
export function product(factors: readonly Factor[], read: (factor: Factor) => number): number {
  let result = 1;
  for (const each of factors) result = each.divides ? result / read(each) : result * read(each);
  return result;
}

/**
 * The share of a full quarter that counts in each quarter of the horizon, from the business case's first quarter on.
 * One-off costs: 1 in their quarter. Other costs: 1 from their start. Benefits: the adoption ramp; the k-th quarter of
 * an n-quarter ramp counts k ÷ n of the plateau, so that the plateau is reached in the n-th quarter. Amounts by quarter
 * are their own shape.
 */
export function shapeOf(line: Line, horizonQuarters: number): number[] {
  return Array.from({ length: horizonQuarters }, (_, index) => {
    const age = index - line.startsAfterQuarters;
    if (age < 0) return 0;
    if (line.side === "both") return line.amounts[age] ?? 0;
    if (line.side === "benefit") return line.rampQuarters > 0 ? Math.min(1, (age + 1) / line.rampQuarters) : 1;
    return line.kind === "build" || line.kind === "change" ? Number(age === 0) : 1;
  });
}
