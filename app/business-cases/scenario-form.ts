import { z } from "zod";
import { parseNumber, percent, text, whole } from "#app/kernel/input";
import type { Key } from "#app/locales/keys";
import { rescaled, scaleOf } from "./form-values";
import { type ChangedInput, inputsOf, type KeptScenario, LONGEST_NAME, scenarioFault } from "./kept-scenarios";
import type { Draft } from "./lines";

/** How many inputs the form lets differ; a program may let more. */
export const FORM_CHANGES = [1, 2, 3] as const;

const hidden = z.coerce.number().int().positive();
const said = z.string().trim().default("");

/** What the page's form sends for an input: the line by its place, since an id may hold anything. */
export const inputCode = (place: number, input: string) => `${place}.${input}`;

function changeFrom(draft: Draft, code: string, typed: string, currency: string): ChangedInput | Key {
  const [place = "", input = ""] = code.split(".");
  const line = draft.lines[Number(place)];
  const found = line && inputsOf(line).find((each) => each.input === input);
  if (!line || !found) return "business-cases.error.scenario-input";
  const number = parseNumber(typed);
  if (number === null) return typed ? "desk.input.not-a-number" : "desk.input.required";
  const value = rescaled(number, scaleOf(found.unit, currency));
  return { lineId: line.id, input: found.input, value: found.unit === "amount" ? Math.round(value) : value };
}

/** The form that names a scenario of this draft and keeps it. */
export const scenarioForm = (draft: Draft, currency: string) =>
  z
    .object({
      number: hidden,
      version: hidden,
      name: text(LONGEST_NAME),
      benefits: percent({ min: 0, max: 1000 }),
      costs: percent({ min: 0, max: 1000 }),
      delay: whole({ min: 0, max: 80 }),
      ...{ input1: said, value1: said, input2: said, value2: said, input3: said, value3: said },
    })
    .transform((typed, context) => {
      const { number, version, name, benefits, costs, delay } = typed;
      const fault = (place: number, message: Key) =>
        context.addIssue({ code: "custom", path: [`value${place}`], message });
      const changes = FORM_CHANGES.flatMap((place) => {
        if (!typed[`input${place}`]) return [];
        const change = changeFrom(draft, typed[`input${place}`], typed[`value${place}`], currency);
        if (typeof change === "string") fault(place, change);
        return typeof change === "string" ? [] : [{ place, change }];
      });
      const scenario: KeptScenario = {
        ...{ name, benefits, costs, delayQuarters: delay },
        changes: changes.map(({ change }) => change),
      };
      const wrong = scenarioFault(draft, scenario);
      if (wrong) fault(changes[wrong.change]?.place ?? 1, wrong.key);
      return { startedFrom: { number, version }, scenario };
    });

export const dropForm = z
  .object({ number: hidden, version: hidden, name: text(LONGEST_NAME) })
  .transform(({ number, version, name }) => ({ startedFrom: { number, version }, name }));
