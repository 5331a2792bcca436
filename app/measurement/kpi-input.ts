import { z } from "zod";
import {
  choice,
  decimal,
  idOf,
  inQuarter,
  optionalAmount,
  optionalDecimal,
  optionalText,
  percent,
  startedFrom,
  text,
  ticked,
} from "#app/kernel/input";
import { isQuarter } from "#app/kernel/quarter";
import { type Locale, retell, type Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { OVER_TIME } from "./over-time";
import { DIRECTIONS } from "./realised";

const say = (key: Key): Key => key;

const optionalQuarter = z.preprocess(
  (typed) => (typeof typed === "string" && typed.trim() !== "" ? typed.trim() : null),
  z.string().refine(isQuarter, say("desk.input.not-a-quarter")).nullable(),
);

const fields = (currency: string) =>
  z.object({
    name: text(120),
    unit: text(30),
    direction: choice(DIRECTIONS),
    baseline: decimal(),
    baselinePeriod: optionalText(60),
    baselineMethod: optionalText(500),
    target: optionalDecimal(),
    ownerId: idOf,
    valuePerUnit: optionalAmount(currency),
    attribution: percent({ min: 0, max: 100 }),
    overTime: choice(OVER_TIME),
    isGuardrail: ticked,
    limit: optionalDecimal(),
    firstQuarter: inQuarter,
    lastQuarter: optionalQuarter,
  });

export type KpiTyped = z.output<ReturnType<typeof fields>>;

function consistent(kpi: KpiTyped, context: z.RefinementCtx): void {
  if (kpi.isGuardrail && kpi.limit === null) {
    context.addIssue({ code: "custom", path: ["limit"], message: say("measurement.error.limit-needed") });
  }
  if (kpi.lastQuarter !== null && kpi.lastQuarter < kpi.firstQuarter) {
    context.addIssue({ code: "custom", path: ["lastQuarter"], message: say("measurement.error.last-before-first") });
  }
}

/** Defining a KPI. `valuePerUnit` is typed in whole units of the currency, with its decimals. */
export const kpiInput = (currency: string) => fields(currency).superRefine(consistent);

export const kpiEditInput = (currency: string) =>
  fields(currency).extend({ version: startedFrom }).superRefine(consistent);

interface Stored {
  name: Told;
  baselineMethod: Told | null;
}

/** What was typed as a definition: in the reader's language, beside what was told in the other one. */
export function definitionOf(typed: KpiTyped, stored: Stored | null, locale: Locale) {
  const { name, baselineMethod, valuePerUnit, ...rest } = typed;
  const method = baselineMethod === null ? null : retell(stored?.baselineMethod, locale, baselineMethod);
  return {
    ...rest,
    name: retell(stored?.name, locale, name),
    baselineMethod: method,
    valuePerUnitMinor: valuePerUnit,
  };
}
