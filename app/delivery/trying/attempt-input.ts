import { z } from "zod";
import type { Day } from "#app/kernel/day";
import {
  idOf,
  onDay,
  optionalAmount,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  rows,
  startedFrom,
  text,
  ticked,
  yesOrNo,
} from "#app/kernel/input";
import { inMinor, type Minor } from "#app/kernel/money";
import { type Locale, retell, type Told } from "#app/kernel/told";
import { type Component, componentInput } from "./component";

/** One way a POC is tried. */
export interface Attempt {
  pocId: number;
  label: Told;
  modelId: number | null;
  /** What running it cost while it was tried. */
  runCostMinor: Minor | null;
  /** In minor units and their fractions. */
  costPerUnit: number | null;
  costUnit: string | null;
  volumePerQuarter: number | null;
  /** On the POC's KPI; null when it could not be measured. */
  result: number | null;
  sampleSize: number | null;
  method: Told | null;
  guardrail: Told | null;
  guardrailValue: number | null;
  guardrailMet: boolean | null;
  iterationId: number | null;
  on: Day;
  components: Component[];
}

const LARGEST = 1e9;

/** A price of one unit as people type it, in whole units of the currency with as many decimals as it takes. */
const unitPrice = (currency: string) =>
  optionalDecimal({ min: 0, max: LARGEST }).transform((typed) => (typed === null ? null : inMinor(typed, currency)));

const written = (currency: string) => ({
  label: text(300),
  modelId: optionalId,
  runCostMinor: optionalAmount(currency, { min: 0 }),
  costPerUnit: unitPrice(currency),
  costUnit: optionalText(60),
  volumePerQuarter: optionalDecimal({ min: 0, max: LARGEST }),
  result: optionalDecimal(),
  sampleSize: optionalWhole({ min: 1, max: LARGEST }),
  method: optionalText(1_000),
  guardrail: optionalText(1_000),
  guardrailValue: optionalDecimal(),
  guardrailMet: yesOrNo,
  iterationId: optionalId,
  on: onDay,
  components: rows(componentInput, 20),
});

// A price is of something.
const pricesSomething = ({ costPerUnit, costUnit }: { costPerUnit: number | null; costUnit: string | null }) =>
  costPerUnit === null || costUnit !== null;
const NO_UNIT = { path: ["costUnit"], message: "delivery.input.cost-unit" };

export const attemptInput = (currency: string) =>
  z.object({ pocId: idOf, ...written(currency) }).refine(pricesSomething, NO_UNIT);
export const editAttemptInput = (currency: string) =>
  z.object({ attemptId: idOf, version: startedFrom, ...written(currency) }).refine(pricesSomething, NO_UNIT);

const retold = (stored: Told | null | undefined, locale: Locale, typed: string | null): Told | null =>
  typed === null ? null : retell(stored, locale, typed);

/** What was typed, told in the language of who typed it. A component without a name takes that of its model. */
type Typed = Omit<z.output<ReturnType<typeof attemptInput>>, "pocId">;
type Words = Pick<Attempt, "label" | "method" | "guardrail"> & { components: readonly { role: Told | null }[] };

/** @param stored the attempt that is edited: what it says in the other language stays */
export function toldAttempt<What extends Typed>(typed: What, locale: Locale, stored: Words | null = null) {
  const { label, method, guardrail, components, ...rest } = typed;
  return {
    ...rest,
    label: retell(stored?.label, locale, label),
    method: retold(stored?.method, locale, method),
    guardrail: retold(stored?.guardrail, locale, guardrail),
    components: components.map(({ kind, name, role, ...one }, at) => ({
      ...one,
      kind: kind ?? ("model" as const),
      name: name ?? "",
      role: retold(stored?.components[at]?.role, locale, role),
    })),
  };
}

export const switchInput = (currency: string) =>
  z
    .object({
      /** A component of the case as `model-<id>` or `name-<text>`; empty where the case names none. */
      from: optionalText(220),
      fromName: optionalText(200),
      toModelId: optionalId,
      toName: optionalText(200),
      on: onDay,
      reason: text(2_000),
      material: ticked,
      kpiBefore: optionalDecimal(),
      kpiAfter: optionalDecimal(),
      guardrailBefore: optionalDecimal(),
      guardrailAfter: optionalDecimal(),
      costBefore: unitPrice(currency),
      costAfter: unitPrice(currency),
    })
    .refine(({ from, fromName }) => from !== null || fromName !== null, {
      path: ["fromName"],
      message: "delivery.input.switch-from",
    })
    .refine(({ toModelId, toName }) => toModelId !== null || toName !== null, {
      path: ["toName"],
      message: "delivery.input.switch-to",
    });

/** What was typed, with the model that leaves as its component is known. */
export function toldSwitch(typed: z.output<ReturnType<typeof switchInput>>, locale: Locale) {
  const { from, fromName, reason, ...rest } = typed;
  const [, id] = /^model-(\d{1,15})$/.exec(from ?? "") ?? [];
  const name = from?.startsWith("name-") ? from.slice("name-".length) : (fromName ?? "");
  return { ...rest, from: { modelId: id ? Number(id) : null, name }, reason: { [locale]: reason } };
}

export const measuredInput = (currency: string) =>
  z.object({
    switchId: idOf,
    version: startedFrom,
    kpiAfter: optionalDecimal(),
    guardrailAfter: optionalDecimal(),
    costAfter: unitPrice(currency),
  });
