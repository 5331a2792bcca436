import { z } from "zod";
import { optionalChoice, optionalId, optionalText } from "#app/kernel/input";
import { type Minor, roundMinor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { HOSTINGS, type Hosting } from "../vendors";

/** What an attempt is built of: an AI, a product around it, a script of one's own, what lets several AIs work together. */
export const COMPONENT_KINDS = ["model", "product", "script", "orchestration"] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

export const LICENCES = ["open", "proprietary"] as const;
export type Licence = (typeof LICENCES)[number];

export interface Component {
  kind: ComponentKind;
  name: string;
  modelId: number | null;
  vendorId: number | null;
  licence: Licence | null;
  hosting: Hosting | null;
  /** What it does among the others. */
  role: Told | null;
}

/** A row of the form: it is named, or is a model of the register that brings its name. */
export const componentInput = z
  .object({
    kind: optionalChoice(COMPONENT_KINDS),
    name: optionalText(200),
    modelId: optionalId,
    vendorId: optionalId,
    licence: optionalChoice(LICENCES),
    hosting: optionalChoice(HOSTINGS),
    role: optionalText(300),
  })
  .refine(({ name, modelId }) => name !== null || modelId !== null, {
    path: ["name"],
    message: "delivery.input.component",
  });

/**
 * What running it costs in a quarter, in minor units; null while price or volume are not known.
 * @param costPerUnit in minor units and their fractions: a thousandth of a cent is a price, not a rounding
 */
export function costPerQuarter(costPerUnit: number | null, volumePerQuarter: number | null): Minor | null {
  if (costPerUnit === null || volumePerQuarter === null) return null;
  const cost = costPerUnit * volumePerQuarter;
  return Number.isSafeInteger(Math.round(cost)) ? roundMinor(cost) : null;
}

/** A model that took the place of another in a live case. */
export interface Switched {
  fromName: string;
  fromModelId: number | null;
  toName: string;
  toModelId: number | null;
}

/** What takes a model's place brings its own maker, licence and place. */
export interface Newcomer {
  vendorId: number | null;
  licence: Licence | null;
  hosting: Hosting | null;
}

/**
 * What a live case runs on now: what the kept attempt was made of, with each switch of its models since, in order.
 * A switch from what no component names (a case that ran no POC) adds its newcomer.
 */
export function componentsNow(
  chosen: readonly Component[],
  switches: readonly Switched[],
  newcomer: (modelId: number | null) => Newcomer,
): Component[] {
  let now = [...chosen];
  for (const { fromName, fromModelId, toName, toModelId } of switches) {
    const isIt = (one: Component) =>
      fromModelId === null ? one.modelId === null && one.name === fromName : one.modelId === fromModelId;
    const came = { kind: "model" as const, name: toName, modelId: toModelId, ...newcomer(toModelId) };
    now = now.some(isIt)
      ? now.map((one) => (isIt(one) ? { ...came, kind: one.kind, role: one.role } : one))
      : now.concat({ ...came, role: null });
  }
  return now;
}
