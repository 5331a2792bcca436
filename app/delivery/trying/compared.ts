import { reaches } from "../poc";
import { costPerQuarter } from "./component";

/** The limit that the guardrail keeps. */
export interface Guardrail {
  guardrailDirection: "up" | "down" | null;
  guardrailLimit: number | null;
}

/** What an attempt showed, as far as it is compared. */
export interface Shown {
  id: number;
  result: number | null;
  guardrailValue: number | null;
  guardrailMet: boolean | null;
  costPerUnit: number | null;
  volumePerQuarter: number | null;
}

/** Whether the guardrail held: by its limit where it has one and was measured, else by what was said; null unknown. */
export function guardrailHeld(
  { guardrailDirection, guardrailLimit }: Guardrail,
  { guardrailValue, guardrailMet }: Pick<Shown, "guardrailValue" | "guardrailMet">,
): boolean | null {
  if (guardrailDirection === null || guardrailLimit === null || guardrailValue === null) return guardrailMet;
  return guardrailDirection === "up" ? guardrailValue >= guardrailLimit : guardrailValue <= guardrailLimit;
}

/** Known before unknown; then by size. */
function inOrder(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/**
 * The attempts from the best on: first those whose guardrail held, then those of which nobody knows, then those that broke
 * it; among them the better result on the POC's KPI; then what costs less to run. What was not measured comes after what was.
 */
export function ranked<One extends Shown>(
  poc: Guardrail & { direction: "up" | "down" },
  attempts: readonly One[],
): One[] {
  const sign = poc.direction === "up" ? -1 : 1;
  const place = (one: One) => {
    const held = guardrailHeld(poc, one);
    return held === true ? 0 : held === null ? 1 : 2;
  };
  const signed = (one: One) => (one.result === null ? null : sign * one.result);
  const cost = (one: One) => costPerQuarter(one.costPerUnit, one.volumePerQuarter) ?? one.costPerUnit;
  return [...attempts].sort(
    (a, b) => place(a) - place(b) || inOrder(signed(a), signed(b)) || inOrder(cost(a), cost(b)) || a.id - b.id,
  );
}

/** The best of them: the first that kept its guardrail, as far as anybody knows, and was measured; null where none was. */
export function bestOf<One extends Shown>(
  poc: Guardrail & { direction: "up" | "down" },
  attempts: readonly One[],
): One | null {
  return ranked(poc, attempts).find((one) => one.result !== null && guardrailHeld(poc, one) !== false) ?? null;
}

/** What the evidence says of a POC. */
export const FINDINGS = ["reached", "guardrail-broken", "not-reached", "unknown"] as const;
export type Finding = (typeof FINDINGS)[number];

/** Of a result against the threshold that holds, and of whether the guardrail held. */
export function findingOf(
  bet: { direction: "up" | "down"; threshold: number },
  result: number | null,
  held: boolean | null,
): Finding {
  const reached = reaches(bet, result);
  if (reached === null) return "unknown";
  if (!reached) return "not-reached";
  return held === false ? "guardrail-broken" : "reached";
}

/**
 * What a verdict rests on: what the kept attempt measured, else what the best one did; null where no attempt was
 * measured, and whoever judges says what the POC showed.
 */
export function measuredBy<One extends Shown>(
  poc: Guardrail & { direction: "up" | "down" },
  attempts: readonly One[],
  kept: One | null,
): One | null {
  if (kept) return kept.result === null ? null : kept;
  return ranked(poc, attempts).find(({ result }) => result !== null) ?? null;
}

/** Whether a verdict is another than its evidence proposes, and so needs a reason. */
export function differs(finding: Finding, verdict: "scale" | "pivot" | "stop"): boolean {
  return (finding === "reached") !== (verdict === "scale");
}
