import fc from "fast-check";
import type { Calibration } from "#app/business-cases/calibrated";
import {
  type ByQuarterLine,
  type CostLine,
  certain,
  type Draft,
  type Line,
  type NonMonetaryLine,
  type OneOffLine,
  type Range,
  type TimeLine,
  VALUED_KINDS,
  type ValuedLine,
} from "#app/business-cases/lines";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { between } from "../support/numbers";

const label = { fr: "Ligne", en: "Line" };

export function draftOf(lines: Line[], given: Partial<Draft> = {}): Draft {
  return { firstQuarter: quarter("2026-Q3"), horizonQuarters: 12, discountRate: 0.08, lines, ...given };
}

/** 1,200 requests a quarter, 15 minutes each, 45 € an hour, half of it put to use, 80 % adoption: 5 400 € a full quarter. */
export function timeLine(given: Partial<TimeLine> = {}): TimeLine {
  return {
    id: "time",
    side: "benefit",
    kind: "time",
    label,
    startsAfterQuarters: 0,
    rampQuarters: 0,
    volumePerQuarter: certain(1200),
    minutesSaved: certain(15),
    hourlyCost: minor(4500),
    reuseShare: 0.5,
    adoption: certain(0.8),
    attribution: 1,
    ...given,
  };
}

export function valuedLine(given: Partial<ValuedLine> = {}): ValuedLine {
  return {
    id: "valued",
    side: "benefit",
    kind: "cost-avoided",
    label,
    startsAfterQuarters: 0,
    rampQuarters: 0,
    quantityPerQuarter: certain(10),
    unitValue: certain(1000),
    adoption: certain(1),
    attribution: 1,
    ...given,
  };
}

export function satisfactionLine(given: Partial<NonMonetaryLine> = {}): NonMonetaryLine {
  return {
    id: "satisfaction",
    side: "benefit",
    kind: "non-monetary",
    label,
    unit: { fr: "points", en: "points" },
    startsAfterQuarters: 0,
    rampQuarters: 0,
    quantityPerQuarter: certain(4),
    adoption: certain(1),
    attribution: 1,
    ...given,
  };
}

export function buildLine(given: Partial<OneOffLine> = {}): OneOffLine {
  return {
    id: "build",
    side: "cost",
    kind: "build",
    label,
    startsAfterQuarters: 0,
    amount: certain(3_000_000),
    ...given,
  };
}

export function byQuarterLine(amounts: number[], given: Partial<ByQuarterLine> = {}): ByQuarterLine {
  return {
    id: "by-quarter",
    side: "both",
    kind: "by-quarter",
    label,
    startsAfterQuarters: 0,
    amounts,
    share: certain(1),
    ...given,
  };
}

export const costLines = {
  licenceByMonth: {
    id: "licence-month",
    side: "cost",
    kind: "licence",
    label,
    startsAfterQuarters: 1,
    seats: certain(10),
    price: certain(2000),
    per: "month",
  },
  licenceByDay: {
    id: "licence-day",
    side: "cost",
    kind: "licence",
    label,
    startsAfterQuarters: 0,
    seats: certain(10),
    price: certain(50),
    per: "working-day",
  },
  usage: {
    id: "usage",
    side: "cost",
    kind: "usage",
    label,
    startsAfterQuarters: 0,
    unitsPerQuarter: certain(1_000_000),
    unitPrice: certain(0.0015),
  },
  run: { id: "run", side: "cost", kind: "run", label, startsAfterQuarters: 2, amountPerQuarter: certain(250_000) },
  review: {
    id: "review",
    side: "cost",
    kind: "review",
    label,
    startsAfterQuarters: 0,
    hoursPerQuarter: certain(20),
    hourlyCost: minor(4500),
  },
  change: {
    id: "change",
    side: "cost",
    kind: "change",
    label,
    startsAfterQuarters: 3,
    amount: certain(800_000),
  },
} as const satisfies Record<string, CostLine>;

/** The case worked out by hand in the tests: build 30 000 €, licences 600 € and time 5 400 € a quarter from the second one. */
export function workedCase(): Draft {
  return draftOf([
    buildLine(),
    timeLine({ startsAfterQuarters: 1, rampQuarters: 2 }),
    costLines.licenceByMonth,
    satisfactionLine({ rampQuarters: 4 }),
  ]);
}

function rangeOf(max: number): fc.Arbitrary<Range> {
  const value = between(0, max);
  return fc.tuple(value, value, value).map((values) => {
    const [low = 0, likely = 0, high = 0] = values.sort((a, b) => a - b);
    return { low, likely, high };
  });
}

const start = fc.integer({ min: 0, max: 6 });
const ramped = { startsAfterQuarters: start, rampQuarters: fc.integer({ min: 0, max: 8 }), adoption: rangeOf(1) };
const share = between(0, 1);
const hourly = fc.integer({ min: 0, max: 20_000 }).map(minor);

/** What an author answered to calibration, where it was asked. */
const calibration: fc.Arbitrary<Calibration | undefined> = fc.option(
  fc
    .record({ factor: share, cases: fc.nat(40) })
    .chain(({ factor, cases }) =>
      fc.constantFrom<Calibration>(
        { answer: "taken", factor, cases, on: day("2026-11-22") },
        { answer: "refused", factor, cases, on: day("2026-11-22"), reason: { fr: "Mesuré" } },
      ),
    ),
  { nil: undefined },
);

const anyLine: fc.Arbitrary<Line> = fc.oneof(
  fc
    .record({
      ...ramped,
      volumePerQuarter: rangeOf(1e5),
      minutesSaved: rangeOf(240),
      hourlyCost: hourly,
      reuseShare: share,
      attribution: share,
      calibration,
    })
    .map(timeLine),
  fc
    .record({
      ...ramped,
      kind: fc.constantFrom(...VALUED_KINDS),
      quantityPerQuarter: rangeOf(1e4),
      unitValue: rangeOf(1e5),
      attribution: share,
      calibration,
    })
    .map(valuedLine),
  fc.record({ ...ramped, quantityPerQuarter: rangeOf(1e3), attribution: share }).map(satisfactionLine),
  fc
    .record({ startsAfterQuarters: start, kind: fc.constantFrom("build", "change"), amount: rangeOf(1e8) })
    .map(buildLine),
  fc.record({ seats: rangeOf(500), price: rangeOf(5e3) }).map((given) => ({ ...costLines.licenceByDay, ...given })),
  fc
    .record({ unitsPerQuarter: rangeOf(1e7), unitPrice: rangeOf(1) })
    .map((given) => ({ ...costLines.usage, ...given })),
  fc
    .record({ startsAfterQuarters: start, amountPerQuarter: rangeOf(1e7) })
    .map((given) => ({ ...costLines.run, ...given })),
  fc
    .record({
      amounts: fc.array(fc.integer({ min: -1e8, max: 1e8 }), { minLength: 1, maxLength: 6 }),
      share: rangeOf(1),
    })
    .map(({ amounts, share }) => byQuarterLine(amounts, { share })),
  fc.record({ hoursPerQuarter: rangeOf(500), hourlyCost: hourly }).map((given) => ({ ...costLines.review, ...given })),
);

export const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    lines: fc.array(anyLine, { maxLength: 10 }),
    horizonQuarters: fc.integer({ min: 1, max: 24 }),
    discountRate: between(0, 0.5),
  })
  .map(({ lines, ...given }) =>
    draftOf(
      lines.map((line, index) => ({ ...line, id: `line-${index}` })),
      given,
    ),
  );
