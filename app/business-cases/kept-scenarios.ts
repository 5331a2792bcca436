import { z } from "zod";
import type { Key } from "#app/locales/keys";
import { LINE_FIELDS, type NumberName, type TypedUnit } from "./line-fields";
import { certain, type Draft, type Line } from "./lines";
import type { OwnScenario } from "./scenarios";
import { draftSchema } from "./schema";

/** One input of a line at another value, in the units of the draft. */
export interface ChangedInput {
  lineId: string;
  input: NumberName;
  value: number;
}

/** A scenario that the author named: shares, a delay, and inputs that differ. It is kept with the business case. */
export interface KeptScenario extends OwnScenario {
  name: string;
  changes: ChangedInput[];
}

export const MOST_SCENARIOS = 4;
const MOST_CHANGES = 20;
export const LONGEST_NAME = 60;

const say = (key: Extract<Key, `business-cases.error.${string}`>) => ({ error: key });
const share = z
  .number(say("business-cases.error.number"))
  .min(0, say("business-cases.error.negative"))
  .max(10, say("business-cases.error.share-of-amounts"));

const NUMBERS = [
  ...new Set(Object.values(LINE_FIELDS).flatMap((fields) => fields.flatMap((field) => numberOf(field)?.name ?? []))),
];

function numberOf(field: (typeof LINE_FIELDS)["build"][number] | undefined) {
  return field?.shape === "range" || field?.shape === "one" ? field : null;
}

export const keptScenario = z.strictObject({
  name: z
    .string(say("business-cases.error.text"))
    .trim()
    .min(1, say("business-cases.error.label"))
    .max(LONGEST_NAME, say("business-cases.error.text-length")),
  benefits: share.default(1),
  costs: share.default(1),
  delayQuarters: z
    .number(say("business-cases.error.number"))
    .int(say("business-cases.error.whole"))
    .min(0, say("business-cases.error.negative"))
    .max(80, say("business-cases.error.quarters"))
    .default(0),
  changes: z
    .array(
      z.strictObject({
        lineId: z.string(say("business-cases.error.text")),
        input: z.enum(NUMBERS as [NumberName, ...NumberName[]], say("business-cases.error.scenario-input")),
        value: z.number(say("business-cases.error.number")),
      }),
    )
    .max(MOST_CHANGES, say("business-cases.error.scenario-input"))
    .default([]),
});

/** The scenarios of one business case: no more than can be told apart side by side, each of a name of its own. */
export const keptScenarios = z
  .array(keptScenario)
  .max(MOST_SCENARIOS, say("business-cases.error.too-many-scenarios"))
  .refine(
    (all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length,
    say("business-cases.error.same-scenario"),
  );

/** The inputs of a line that a scenario may set, and how a person types each. */
export function inputsOf(line: Line): { input: NumberName; unit: TypedUnit }[] {
  return LINE_FIELDS[line.kind].flatMap((field) => {
    const number = numberOf(field);
    return number ? [{ input: number.name, unit: number.unit }] : [];
  });
}

/** The draft with its likely values replaced by those of a scenario. */
export function changedDraft(draft: Draft, changes: readonly ChangedInput[]): Draft {
  const lines = draft.lines.map((line) => {
    const own = changes.filter(({ lineId }) => lineId === line.id);
    const fields = own.flatMap(({ input, value }) => {
      const field = LINE_FIELDS[line.kind].find(({ name }) => name === input);
      return field ? [[input, field.shape === "range" ? certain(value) : value]] : [];
    });
    return fields.length === 0 ? line : { ...line, ...Object.fromEntries(fields) };
  });
  return { ...draft, lines };
}

/** What keeps a scenario from being one of this draft: an input that it has not, or a value that no line may have. */
export function scenarioFault(draft: Draft, { changes }: KeptScenario): { change: number; key: Key } | null {
  for (const [change, each] of changes.entries()) {
    const line = draft.lines.find(({ id }) => id === each.lineId);
    if (!line || !inputsOf(line).some(({ input }) => input === each.input)) {
      return { change, key: "business-cases.error.scenario-input" };
    }
    const result = draftSchema.safeParse(changedDraft(draft, [each]));
    if (!result.success) return { change, key: (result.error.issues[0]?.message ?? "") as Key };
  }
  return null;
}

/** The scenarios as they still fit a draft that was written anew: what they changed in lines that went is gone with them. */
export function fitting(draft: Draft, kept: readonly KeptScenario[]): KeptScenario[] {
  return kept.map((scenario) => ({
    ...scenario,
    changes: scenario.changes.filter((change) => scenarioFault(draft, { ...scenario, changes: [change] }) === null),
  }));
}
