import type { Draft, Line, Range } from "#app/business-cases/lines";
import { TEMPLATES } from "#app/business-cases/templates";
import { promiseOf } from "#app/business-cases/write.server";
import { minor } from "#app/kernel/money";
import { addQuarters, type Quarter, quartersBetween } from "#app/kernel/quarter";
import { Dice } from "./dice";
import type { Sheaf } from "./sheaf";

/** How many business cases are reckoned; each stands for many cases, which only begin in other quarters. */
const AT_MOST = 320;
const MINUTES: Range = { low: 4, likely: 8, high: 12 };

export interface Estimate {
  draft: Draft;
  promise: ReturnType<typeof promiseOf>;
}

/** Business cases of all templates and sizes, with what the product works out of each. */
export function estimatesFor(
  cases: number,
  about: { seed: number; firstQuarter: Quarter; horizonQuarters: number; discountRate: number },
): Estimate[] {
  const templates = Object.values(TEMPLATES);
  const { seed, ...frame } = about;
  return Array.from({ length: Math.max(20, Math.min(AT_MOST, Math.ceil(cases / 12))) }, (_, at) => {
    const dice = new Dice(seed, "business case", at);
    const template: readonly Line[] = templates[at % templates.length] ?? [];
    // Benefits and costs do not grow alike: some of these never pay back.
    const [gain, spending] = [dice.around(0.8, 1.8), dice.around(0.9, 1.4)];
    const hourly = minor(dice.whole(26, 58) * 100);
    const lines = template.map((line, place) => sized({ ...line, id: `l${place + 1}` }, gain, spending, hourly));
    const draft = { ...frame, lines };
    return { draft, promise: promiseOf(draft) };
  });
}

function times({ low, likely, high }: Range, factor: number): Range {
  const rounded = (value: number) => Math.max(1, Math.round(value * factor));
  return { low: rounded(low), likely: rounded(likely), high: rounded(high) };
}

function sized(line: Line, gain: number, spending: number, hourlyCost: ReturnType<typeof minor>): Line {
  switch (line.kind) {
    case "time":
      return { ...line, volumePerQuarter: times(line.volumePerQuarter, gain), minutesSaved: MINUTES, hourlyCost };
    case "non-monetary":
      return line;
    case "build":
    case "change":
      return { ...line, amount: times(line.amount, spending) };
    case "licence":
      return { ...line, seats: times(line.seats, spending) };
    case "usage":
      return { ...line, unitsPerQuarter: times(line.unitsPerQuarter, spending) };
    case "run":
      return { ...line, amountPerQuarter: times(line.amountPerQuarter, spending) };
    case "review":
      return { ...line, hoursPerQuarter: times(line.hoursPerQuarter, spending), hourlyCost };
    case "by-quarter":
      return { ...line, share: times(line.share, gain) };
    default:
      return { ...line, quantityPerQuarter: times(line.quantityPerQuarter, gain) };
  }
}

/** The same promise for a case that begins in another quarter. */
export function writtenPromise(
  { forecast }: Estimate["promise"],
  useCaseId: number,
  firstQuarter: Quarter,
): Sheaf["forecasts"] {
  const [first] = forecast;
  const later = first ? quartersBetween(first.quarter, firstQuarter) : 0;
  return forecast.map((row) => ({ ...row, useCaseId, standsIn: null, quarter: addQuarters(row.quarter, later) }));
}
