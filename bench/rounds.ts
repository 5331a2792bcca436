/** Several targets measured in turns, so that each round of one met the same moment of the machine as the others'. */
import { percentile, type Round } from "./statistics";
import { Wire } from "./wire";

export interface Target {
  name: string;
  port: number;
  /** The request to send; `turn` differs each time, for pages that are to be made anew. */
  request(turn: number): Buffer;
  /** What it answers when all is well: one of these. */
  statuses: readonly number[];
  /** Asked for under load alone. */
  loadOnly?: true;
  /** What must be known before each round. */
  before?(): Promise<void>;
}

export interface Effort {
  rounds: number;
  samples: number;
  seconds: number;
  connections: number;
}

const WARM_UP_SAMPLES = 20;
const WARM_UP_SECONDS = 0.3;

let turns = 0;

function check(target: Target, status: number): void {
  if (!target.statuses.includes(status)) throw new Error(`${target.name} answered ${status}.`);
}

/** Milliseconds of requests one after the other. */
async function oneByOne(target: Target, samples: number): Promise<number[]> {
  const wire = new Wire(target.port);
  const times: number[] = [];
  try {
    for (let sample = 0; sample < samples; sample++) {
      const { status, milliseconds } = await wire.time(target.request(turns++));
      check(target, status);
      times.push(milliseconds);
    }
  } finally {
    wire.close();
  }
  return times;
}

/** Answers a second when so many connections each ask as fast as they are answered. */
async function loaded(target: Target, connections: number, seconds: number): Promise<number> {
  const wires = Array.from({ length: connections }, () => new Wire(target.port));
  const from = performance.now();
  const end = from + seconds * 1000;
  let served = 0;
  try {
    await Promise.all(
      wires.map(async (wire) => {
        while (performance.now() < end) {
          check(target, (await wire.time(target.request(turns++))).status);
          served += 1;
        }
      }),
    );
  } finally {
    for (const wire of wires) wire.close();
  }
  return served / ((performance.now() - from) / 1000);
}

async function round(target: Target, { samples, seconds, connections }: Omit<Effort, "rounds">): Promise<Round> {
  await target.before?.();
  const times = samples > 0 && !target.loadOnly ? await oneByOne(target, samples) : [];
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    perSecond: seconds > 0 ? await loaded(target, connections, seconds) : Number.NaN,
  };
}

/** The rounds of each target, in its order. Each round begins with another one. */
export async function interleave(targets: readonly Target[], effort: Effort): Promise<Round[][]> {
  const short = effort.rounds === 1;
  for (const target of targets) {
    const seconds = effort.seconds > 0 ? (short ? effort.seconds / 2 : WARM_UP_SECONDS) : 0;
    await round(target, { ...effort, samples: Math.min(effort.samples, WARM_UP_SAMPLES), seconds });
  }
  const rounds = targets.map((): Round[] => []);
  for (let at = 0; at < effort.rounds; at++) {
    for (let step = 0; step < targets.length; step++) {
      const index = (at + step) % targets.length;
      const target = targets[index];
      if (target) rounds[index]?.push(await round(target, effort));
    }
  }
  return rounds;
}
