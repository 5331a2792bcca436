import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { PocRecord } from "../poc-record.server";
import { type Hosting, isHosting } from "../vendors";
import type { VendorChoices } from "../vendors.server";
import { bestOf, findingOf, guardrailHeld, ranked } from "./compared";
import { type Component, costPerQuarter } from "./component";

export interface ModelNamed {
  name: string;
  vendor: string | null;
  hosting: Hosting | null;
}

type Shown = Component & { vendor: string | null };

export interface AttemptShown {
  id: number;
  version: number;
  /** In the order in which they were tried. */
  number: number;
  /** From the best on. */
  place: number;
  best: boolean;
  chosen: boolean;
  label: Told;
  modelId: number | null;
  components: Shown[];
  /** Its model, unless it is a component as well, and its components: all that was tried. */
  built: Shown[];
  runCostMinor: Minor | null;
  costPerUnit: number | null;
  costUnit: string | null;
  volumePerQuarter: number | null;
  quarterMinor: Minor | null;
  result: number | null;
  reached: boolean | null;
  sampleSize: number | null;
  method: Told | null;
  guardrail: Told | null;
  guardrailValue: number | null;
  held: boolean | null;
  /** What was said of the guardrail where no limit is set. */
  guardrailMet: boolean | null;
  iterationId: number | null;
  /** Its iteration's place among those of the POC. */
  iteration: number | null;
  on: Day;
}

type Named = <Thing extends { id: number }>(list: readonly Thing[], id: number | null) => Thing | null;
export const named: Named = (list, id) => list.find((one) => one.id === id) ?? null;

/** The attempts of a POC in the order in which they were tried, each with its rank. */
export function attemptsShown(poc: PocRecord, choices: VendorChoices): AttemptShown[] {
  const modelOf = modelAmong(choices);
  const order = ranked(poc, poc.attempts).map(({ id }) => id);
  const best = bestOf(poc, poc.attempts);
  const builtOf = (modelId: number | null, components: Shown[]): Shown[] => {
    const model = modelOf(modelId);
    if (!model || components.some((one) => one.modelId === modelId)) return components;
    const { vendorId = null } = named(choices.models, modelId) ?? {};
    return [{ ...model, modelId, vendorId, kind: "model", role: null, licence: null }, ...components];
  };
  const componentsOf = ({ components }: PocRecord["attempts"][number]): Shown[] =>
    components.map(({ id: _, attemptId: __, hosting, ...one }) => ({
      ...one,
      hosting: isHosting(hosting) ? hosting : null,
      vendor: named(choices.vendors, one.vendorId)?.name ?? null,
    }));
  return poc.attempts.map((attempt, index) => ({
    id: attempt.id,
    version: attempt.version,
    number: index + 1,
    place: order.indexOf(attempt.id) + 1,
    best: attempt.id === best?.id,
    chosen: attempt.chosen,
    label: attempt.label,
    modelId: attempt.modelId,
    components: componentsOf(attempt),
    built: builtOf(attempt.modelId, componentsOf(attempt)),
    runCostMinor: attempt.runCostMinor,
    costPerUnit: attempt.costPerUnit,
    costUnit: attempt.costUnit,
    volumePerQuarter: attempt.volumePerQuarter,
    quarterMinor: costPerQuarter(attempt.costPerUnit, attempt.volumePerQuarter),
    result: attempt.result,
    reached: attempt.result === null ? null : findingOf(poc, attempt.result, null) === "reached",
    sampleSize: attempt.sampleSize,
    method: attempt.method,
    guardrail: attempt.guardrail,
    guardrailValue: attempt.guardrailValue,
    held: guardrailHeld(poc, attempt),
    guardrailMet: attempt.guardrailMet,
    iterationId: attempt.iterationId,
    iteration:
      attempt.iterationId === null
        ? null
        : poc.iterations.findIndex(({ id }) => id === attempt.iterationId) + 1 || null,
    on: attempt.on,
  }));
}

export const modelAmong =
  ({ vendors, models }: VendorChoices) =>
  (id: number | null): ModelNamed | null => {
    const model = named(models, id);
    if (!model) return null;
    const { name, hosting, vendorId } = model;
    return { name, hosting: isHosting(hosting) ? hosting : null, vendor: named(vendors, vendorId)?.name ?? null };
  };
