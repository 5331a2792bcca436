import type { InputName } from "./factors";
import type { Kind } from "./lines";

/** How a person types a field: `amount` and `price` in units of the currency, `percent` out of a hundred. */
export type TypedUnit = "number" | "percent" | "amount" | "price" | "quarters";

export type NumberName = InputName | "startsAfterQuarters" | "rampQuarters";

/** A field of a line: an estimate (low, likely, high), one number, words, or a choice of period. */
export type LineField =
  | { name: NumberName; shape: "range" | "one"; unit: TypedUnit }
  | { name: "unit"; shape: "words"; required: boolean }
  | { name: "amounts"; shape: "list"; unit: "amount" }
  | { name: "per"; shape: "per" };

const range = (name: NumberName, unit: TypedUnit): LineField => ({ name, shape: "range", unit });
const one = (name: NumberName, unit: TypedUnit): LineField => ({ name, shape: "one", unit });

const START = one("startsAfterQuarters", "quarters");
const EFFECT = [
  range("adoption", "percent"),
  one("rampQuarters", "quarters"),
  one("attribution", "percent"),
  START,
] as const;
const UNIT: LineField = { name: "unit", shape: "words", required: false };
const VALUED = [range("quantityPerQuarter", "number"), UNIT, range("unitValue", "price"), ...EFFECT] as const;

/** What is asked of each kind of line, in the order in which a person would say it; every kind also has a label. */
export const LINE_FIELDS: Readonly<Record<Kind, readonly LineField[]>> = {
  time: [
    range("volumePerQuarter", "number"),
    range("minutesSaved", "number"),
    one("hourlyCost", "amount"),
    one("reuseShare", "percent"),
    ...EFFECT,
  ],
  revenue: VALUED,
  "cost-avoided": VALUED,
  quality: VALUED,
  risk: VALUED,
  "non-monetary": [range("quantityPerQuarter", "number"), { ...UNIT, required: true }, ...EFFECT],
  build: [range("amount", "amount"), START],
  licence: [range("seats", "number"), range("price", "price"), { name: "per", shape: "per" }, START],
  usage: [range("unitsPerQuarter", "number"), UNIT, range("unitPrice", "price"), START],
  run: [range("amountPerQuarter", "amount"), START],
  review: [range("hoursPerQuarter", "number"), one("hourlyCost", "amount"), START],
  change: [range("amount", "amount"), START],
  "by-quarter": [{ name: "amounts", shape: "list", unit: "amount" }, range("share", "percent"), START],
};

export const ENDS = ["low", "likely", "high"] as const;
