/** What the fields and options of the registers are called. */
import { shifted } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import type { Field, Value } from "./fields";

/** The names of what an entry points at, by its field. */
export type Pointers = Record<string, { name: string | Told; email?: string; written?: string } | undefined>;

type Speaks = Pick<Speech, "t">;

export const labelOf = ({ name }: { name: string }, { t }: Speaks): string => t(`registers.field.${name as "name"}`);

const isMoney = ({ kind }: Field) => kind === "price" || kind === "amount";

/** What a file calls a field: amounts say that they are in whole units of the currency. */
export const headerOf = (field: Field, currency: string, speech: Speaks): string =>
  isMoney(field) ? `${labelOf(field, speech)} (${currency})` : labelOf(field, speech);

/** All that leads to a field in a file. A name that speaks of minor units does not: files speak of whole ones. */
export const headersOf = (field: Field, currency: string, speech: Speaks): string[] => [
  ...[field.name.replace(/Minor$/, ""), labelOf(field, speech), headerOf(field, currency, speech)],
];

/** Where the words of a field's options stand. */
const optionKey = (field: string, option: string) =>
  field === "type"
    ? (`delivery.vendor-type.${option as "internal"}` as const)
    : field === "hosting"
      ? (`delivery.hosting.${option as "eu"}` as const)
      : (`registers.option.${option as "text"}` as const);

export const optionLabel = (field: string, option: string, { t }: Speaks): string => t(optionKey(field, option));

/** A price in minor units; one of less than a cent also as the market says it, by the million. */
export function priceWords(price: number, { t, unitPrice }: Pick<Speech, "t" | "unitPrice">): string {
  if (price <= 0 || price >= 1) return unitPrice(price);
  return t("registers.price.by-million", { price: unitPrice(price), million: unitPrice(shifted(price, 6)) });
}

/** A value of an entry as its reader sees it; nothing where nobody knows. */
export function shown(field: Field, value: Value, pointers: Pointers, speech: Speech): string {
  const { t, tell, money, date, number } = speech;
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
      return priceWords(Number(value), speech);
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
