import { z } from "zod";
import {
  choice,
  idOf,
  onDay,
  optionalAmount,
  optionalChoice,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  startedFrom,
  text,
  yesOrNo,
} from "#app/kernel/input";
import { inMinor } from "#app/kernel/money";
import { type Locale, retell, type Told, tell } from "#app/kernel/told";
import { type Entry, type Field, fieldsOf, type Register, type Values } from "./fields";

function pieceOf(field: Field, currency: string): z.ZodType {
  switch (field.kind) {
    case "text":
    case "told":
      return field.required ? text(field.most) : optionalText(field.most);
    case "choice":
      return field.required ? choice(field.options) : optionalChoice(field.options);
    case "day":
      return field.required ? onDay : optionalDay;
    case "yes-no":
      return yesOrNo;
    case "whole":
      return optionalWhole({ min: 0, max: field.most });
    case "price":
      return optionalDecimal({ min: 0, max: 1e10 }).transform((price) =>
        price === null ? null : inMinor(price, currency),
      );
    case "amount":
      return optionalAmount(currency, { min: 0 });
    default:
      return field.required ? idOf : optionalId;
  }
}

/** What a form says of a thing of a register: texts that may be in two languages are still in the writer's own. */
export function entryInput(register: Register, currency: string) {
  return z.object(Object.fromEntries(fieldsOf(register).map((field) => [field.name, pieceOf(field, currency)])));
}

export const versioned = z.object({ version: startedFrom });

export const turnInput = z.object({
  intent: choice(["retire", "bring-back"]),
  version: startedFrom,
  reason: text(2_000),
});

/** The text anew in the writer's language; one that reads as before leaves both languages alone. */
function told(before: Told | null, typed: string | null, locale: Locale): Told | null {
  if (typed === null) return null;
  if (typed === tell(before, locale)) return before;
  return retell(before, locale, typed);
}

/**
 * An entry out of checked values: what they leave out stays as it is, texts are told in the writer's language, and the
 * release of a model is empty rather than unknown.
 */
export function entryFrom<Of extends Register>(
  register: Of,
  values: Record<string, unknown>,
  before: Values | null,
  locale: Locale,
): Entry<Of> {
  const said: Record<string, unknown> = {};
  for (const field of fieldsOf(register)) {
    const was = before?.[field.name] ?? null;
    const value = field.name in values ? values[field.name] : was;
    const plain = typeof value === "string" || value === null;
    said[field.name] =
      field.kind === "told" && plain ? told(was as Told | null, value as string | null, locale) : value;
  }
  return said as Entry<Of>;
}
