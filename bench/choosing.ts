/** What the exact choice among a thousand candidates takes, explained, and the best selection alone. */
import { USUAL_POINTS, USUAL_SOLVE_SECONDS } from "#app/api/portfolio";
import { choose } from "#app/committee/choosing/choose";
import { type Candidate, type Problem, UNCONSTRAINED } from "#app/committee/choosing/problem";
import { solving, withSolver } from "#app/committee/choosing/solver.server";
import { median } from "./statistics";

const CANDIDATES = 1_000;
const ROUNDS = 3;
const DEPARTMENTS = 12;
const CLASSES = ["minimal", "limited", "high"] as const;

export interface ChoosingFigures {
  candidates: number;
  /** Seconds by the clock, medians of the rounds: the best selection alone, and with what each constraint and place costs. */
  best: number;
  explained: number;
  /** Seconds of the processor for the explained one, which company on the machine disturbs less. */
  processor: number;
  /** The longest that the asking thread was held up meanwhile, in milliseconds. */
  heldUp: number;
  /** The share by which a selection could be better at most, in the worst round; 0 where each was proven the best one. */
  gap: number;
}

/** Spread evenly and always the same; values and costs go together loosely, as those of real portfolios do. */
function candidateAt(at: number): Candidate {
  const spread = (by: number) => ((at * by) % 10_007) / 10_007;
  const cost = Math.round(20_000_00 + spread(6_181) * 480_000_00);
  return {
    id: `UC-${at}`,
    value: Math.round(cost * (0.4 + 1.8 * spread(4_142)) + spread(7_321) * 100_000_00),
    cost,
    people: Math.round(5 + spread(2_357) * 75) / 10,
    uses: {},
    department: `department ${at % DEPARTMENTS}`,
    riskClass: CLASSES[at % 7 === 0 ? 2 : at % 2] ?? null,
  };
}

function problem(): Problem {
  const candidates = Array.from({ length: CANDIDATES }, (_, at) => candidateAt(at));
  const whole = candidates.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  const departments = Array.from({ length: DEPARTMENTS }, (_, at) => `department ${at}`);
  return {
    candidates,
    constraints: {
      ...UNCONSTRAINED,
      budget: Math.round(whole * 0.2),
      people: 700,
      departments: departments.map((department) => ({ department, count: 5, cost: null })),
      riskClasses: [{ riskClass: "high", count: 25, cost: null, share: null }],
      include: ["UC-17"],
      exclude: ["UC-23"],
      exclusive: [["UC-1", "UC-2", "UC-3"]],
      requires: [{ candidate: "UC-5", needs: "UC-9" }],
    },
  };
}

/** How long the event loop's longest pause was while `work` ran. */
async function pausesDuring(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  await work();
  clearInterval(beat);
  return longest;
}

export async function measureChoosing(): Promise<ChoosingFigures> {
  const asked = problem();
  const processor: number[] = [];
  let gap = 0;
  const run = async (explained: boolean) => {
    const wishes = {
      seconds: USUAL_SOLVE_SECONDS,
      prices: explained,
      reasons: explained,
      frontier: explained ? USUAL_POINTS : 0,
    };
    const before = process.cpuUsage();
    const began = performance.now();
    const { value, bound } = await withSolver((solver) => choose(asked, wishes, solver));
    gap = Math.max(gap, value ? ((bound ?? Number.NaN) - value) / value : Number.NaN);
    const { user, system } = process.cpuUsage(before);
    if (explained) processor.push((user + system) / 1e6);
    return (performance.now() - began) / 1000;
  };
  // The thread and its solver are loaded once.
  await run(false);
  const best: number[] = [];
  const explained: number[] = [];
  let heldUp = 0;
  for (let round = 0; round < ROUNDS; round++) {
    best.push(await run(false));
    heldUp = Math.max(heldUp, await pausesDuring(async () => explained.push(await run(true))));
  }
  if (solving() > 0) throw new Error("The solver is still at work");
  return {
    candidates: CANDIDATES,
    best: median(best),
    explained: median(explained),
    processor: median(processor),
    heldUp,
    gap,
  };
}
