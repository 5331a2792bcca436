import type { Speech } from "#app/locales/speech";
import type { Drawing } from "#app/ui/chart-data";
import { flowDrawing, tornadoDrawing } from "./drawings";
import { evaluate } from "./evaluate";
import type { Draft } from "./lines";
import { type Simulation, simulate } from "./simulate";
import { type Summary, summaryOf } from "./summary";

const KEPT = 200;
const kept = new Map<string, Simulation>();

/**
 * The simulation of a business case, remembered by its very content: ten thousand draws take some 15 ms, and the same
 * inputs give the same result.
 */
export function simulated({ firstQuarter, horizonQuarters, discountRate, lines }: Draft): Simulation {
  const key = JSON.stringify([firstQuarter, horizonQuarters, discountRate, lines]);
  const known = kept.get(key);
  const simulation = known ?? simulate({ firstQuarter, horizonQuarters, discountRate, lines });
  // The one read last is forgotten last.
  kept.delete(key);
  kept.set(key, simulation);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return simulation;
}

/** What the form shows of a case as it is typed: its figures in the reader's words, and its two charts. */
export interface Worked {
  summary: Summary;
  flow: Drawing;
  tornado: Drawing;
}

export function workedOut(draft: Draft, speech: Speech): Worked {
  const [evaluation, simulation] = [evaluate(draft), simulated(draft)];
  return {
    summary: summaryOf(evaluation, simulation, speech),
    flow: flowDrawing(evaluation, speech),
    tornado: tornadoDrawing(simulation, speech),
  };
}
