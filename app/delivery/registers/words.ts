/** What the fields and options of the registers are called. */
import { currencyDigits } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import type { Field, Value } from "./fields";

/** The names of what an entry points at, by its field. */
export type Pointers = Record<string, { name: string | Told; email?: string } | undefined>;

type Speaks = Pick<Speech, "t">;

export const labelOf = ({ name }: { name: string }, { t }: Speaks): string => t(`registers.field.${name as "name"}`);

/** Where the words of a field's options stand. */
const optionKey = (field: string, option: string) =>
  field === "type"
    ? (`delivery.vendor-type.${option as "internal"}` as const)
    : field === "hosting"
      ? (`delivery.hosting.${option as "eu"}` as const)
      : (`registers.option.${option as "text"}` as const);

export const optionLabel = (field: string, option: string, { t }: Speaks): string => t(optionKey(field, option));

/** A value of an entry as its reader sees it; nothing where nobody knows. */
export function shown(field: Field, value: Value, pointers: Pointers, speech: Speech): string {
  const { t, tell, money, unitPrice, date, number } = speech;
  if (value === null || value === "") return "";
  switch (field.kind) {
    case "told":
      return typeof value === "object" ? tell(value) : String(value);
    case "choice":
      return optionLabel(field.name, String(value), speech);
    case "day":
      return date(String(value));
    case "yes-no":
      return t(value ? "desk.yes" : "desk.no");
    case "whole":
      return number(Number(value));
    case "price":
      return unitPrice(Number(value));
    case "amount":
      return money(Number(value) as Parameters<typeof money>[0]);
    case "text":
      return String(value);
    default: {
      const name = pointers[field.name]?.name;
      return typeof name === "string" ? name : tell(name);
    }
  }
}

/** An amount or price of minor units in whole units of the currency, as forms and files write it. */
export const inUnits = (minor: number, currency: string): number =>
  Number((minor / 10 ** currencyDigits(currency)).toPrecision(12));
