import type { Speech } from "#app/locales/speech";
import type { Evaluation } from "./evaluate";
import type { Simulation } from "./simulate";
import { writtenIrr, writtenPayback } from "./written";

export const SUMMARY = [
  "npv",
  "roi",
  "payback",
  "totalBenefit",
  "totalCost",
  "peakFunding",
  "irr",
  "probability",
] as const;

/** The figures beside the form, in the reader's words: the page and its live answer say the same. */
export type Summary = Record<(typeof SUMMARY)[number], string>;

export function summaryOf(
  { outputs }: Evaluation,
  { probabilityPositive, isSettled }: Simulation,
  speech: Speech,
): Summary {
  return {
    npv: speech.wholeMoney(outputs.npv),
    roi: speech.percent(outputs.roi, 0),
    payback: writtenPayback(speech, outputs.payback),
    totalBenefit: speech.wholeMoney(outputs.totalBenefit),
    totalCost: speech.wholeMoney(outputs.totalCost),
    peakFunding: speech.wholeMoney(outputs.peakFunding),
    irr: writtenIrr(speech, outputs.irr),
    probability: speech.chance(probabilityPositive, isSettled),
  };
}
