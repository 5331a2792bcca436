/** What ten thousand draws of a large business case cost the processor. */
import { certain, type Line, type Range } from "#app/business-cases/lines";
import { DEFAULT_DRAWS, simulate } from "#app/business-cases/simulate";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";

const LINES = 40;
const ROUNDS = 25;

const doubt = (likely: number): Range => ({ low: likely * 0.6, likely, high: likely * 1.7 });

/** Half of the lines with three estimates in doubt, half with two: a hundred in all. */
function lineOf(place: number): Line {
  const shared = { id: `line-${place}`, label: { en: `Line ${place}` }, startsAfterQuarters: 0 };
  if (place % 2 === 0) {
    return {
      ...{ ...shared, side: "benefit", kind: "time", rampQuarters: 3, attribution: 0.9, reuseShare: 0.5 },
      ...{ volumePerQuarter: doubt(1000 + place), minutesSaved: doubt(5), hourlyCost: minor(4500) },
      adoption: { low: 0.2, likely: 0.6, high: 0.9 },
    };
  }
  return { ...shared, side: "cost", kind: "usage", unitsPerQuarter: doubt(1e6 + place), unitPrice: doubt(0.002) };
}

export interface DrawFigures {
  draws: number;
  lines: number;
  /** Milliseconds of processor time, the middle and the 95th percentile of the rounds. */
  p50: number;
  p95: number;
}

export function measureDraws(): DrawFigures {
  const lines = [...Array.from({ length: LINES - 1 }, (_, place) => lineOf(place)), setUp()];
  const draft = { firstQuarter: quarter("2027-Q1"), horizonQuarters: 12, discountRate: 0.08, lines };
  const spent = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    simulate(draft);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  })
    // The first rounds are spent on compiling.
    .slice(5)
    .sort((a, b) => a - b);
  const at = (share: number) => spent[Math.floor(spent.length * share)] ?? Number.NaN;
  return { draws: DEFAULT_DRAWS, lines: LINES, p50: at(0.5), p95: at(0.95) };
}

function setUp(): Line {
  return {
    id: "build",
    side: "cost",
    kind: "build",
    label: { en: "Build" },
    startsAfterQuarters: 0,
    amount: certain(5e6),
  };
}
