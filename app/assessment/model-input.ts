import { z } from "zod";
import { choice, decimal, idOf, optionalDecimal, optionalText, rows, startedFrom, text } from "#app/kernel/input";
import type { Told } from "#app/kernel/told";
import { AI_TYPES } from "#app/use-cases/content";
import { type CriterionDraft, MODEL_LIMITS, type ModelContent } from "./model";
import { SCHEMES } from "./ratio";
import { AXES } from "./score";
import { SHIPPED_LINES } from "./shipped-models";

const inBoth = (maximum: number) =>
  z
    .object({ fr: optionalText(maximum), en: optionalText(maximum) })
    .transform(({ fr, en }): Told => ({ ...(fr && { fr }), ...(en && { en }) }));

/** One for each score from 1 to 5; an empty one keeps its place. */
const five = <Schema extends z.ZodType>(one: Schema) =>
  z.preprocess(
    (sent) => [0, 1, 2, 3, 4].map((at) => (sent as Record<number, unknown> | undefined)?.[at] ?? {}),
    z.array(one),
  );

const quantities = five(optionalDecimal({ min: 0, max: MODEL_LIMITS.value })).transform((values) =>
  values.every((value) => value === null) ? null : values.map((value) => value ?? 0),
);

const criterion = z.object({
  key: text(60),
  axis: choice(AXES),
  weight: decimal({ min: 0, max: MODEL_LIMITS.weight }),
  name: inBoth(MODEL_LIMITS.name),
  question: inBoth(MODEL_LIMITS.question),
  anchors: five(inBoth(MODEL_LIMITS.anchor)),
  values: quantities,
});

const chosen = <Schema extends z.ZodType>(one: Schema) => z.array(one).default([]);

/** The whole form of a draft; what is not filled in yet is kept as it is, and stands in the way of publishing alone. */
export const draftInput = z
  .object({
    version: startedFrom,
    name: inBoth(MODEL_LIMITS.name),
    note: inBoth(2_000),
    scheme: choice(SCHEMES),
    departmentIds: chosen(idOf),
    aiTypes: chosen(choice(AI_TYPES)),
    criteria: rows(criterion, MODEL_LIMITS.criteria),
    act: z.string().regex(/^(save|preview|add|(up|down|remove)-\d+)$/),
  })
  .transform(({ version, act, note, ...content }) => ({
    ...{ version, act },
    content: { ...content, note: note.fr || note.en ? note : null } satisfies ModelContent,
  }));

/** Weights to begin with instead of those published, by the key of their criterion. */
const otherWeights = z.record(z.string().max(60), decimal({ min: 0, max: MODEL_LIMITS.weight })).optional();

export const beginInput = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin-shipped"), line: choice(SHIPPED_LINES) }),
  z.object({ intent: z.literal("begin-next"), modelId: idOf, weights: otherWeights }),
  z.object({ intent: z.literal("begin-copy"), modelId: idOf, weights: otherWeights }),
]);

/** Adds, removes or moves a criterion as the buttons of the form say; `at` is where the reader wants to be afterwards. */
export function carriedOut(content: ModelContent, act: string): { content: ModelContent; at: number | null } {
  const criteria = [...content.criteria];
  const [verb, place] = act.split("-");
  const at = Number(place ?? 0);
  if (verb === "add") {
    criteria.push(blank(criteria));
    return { content: { ...content, criteria }, at: criteria.length - 1 };
  }
  const moved = criteria[at];
  if (!moved || (verb !== "up" && verb !== "down" && verb !== "remove")) return { content, at: null };
  criteria.splice(at, 1);
  const to = verb === "up" ? Math.max(0, at - 1) : Math.min(criteria.length, at + 1);
  if (verb !== "remove") criteria.splice(to, 0, moved);
  return { content: { ...content, criteria }, at: verb === "remove" ? null : to };
}

/** A key that no criterion of this draft has. */
function blank(criteria: readonly CriterionDraft[]): CriterionDraft {
  const keys = new Set(criteria.map(({ key }) => key));
  let number = criteria.length + 1;
  while (keys.has(`criterion-${number}`)) number += 1;
  const said = { axis: "value" as const, weight: 1, name: {}, question: {} };
  return { key: `criterion-${number}`, ...said, anchors: [{}, {}, {}, {}, {}], values: null };
}

/** A line of its own for a copy, such as `rice-2`. */
export function lineBeside(line: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${line}-${number}`)) number += 1;
  return `${line}-${number}`;
}

/** A draft is published as whoever publishes it has seen it. */
export const publishInput = z.object({ version: startedFrom });
