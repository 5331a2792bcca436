/** What the registers hold of each thing, as data: forms, lists, files, conflicts and the API are made of it. */
import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import { HOSTINGS, VENDOR_TYPES } from "../vendors";

export const REGISTERS = ["vendors", "models", "data-sets"] as const;
export type Register = (typeof REGISTERS)[number];

export function isRegister(text: string | undefined): text is Register {
  return (REGISTERS as readonly (string | undefined)[]).includes(text);
}

export const MODALITIES = ["text", "image", "audio", "video", "code", "tabular", "embedding", "several"] as const;
export const MODEL_LICENCES = ["open", "proprietary"] as const;
export const SENSITIVITIES = ["public", "internal", "confidential", "secret"] as const;

/** Things that a field points at. */
export const POINTED = ["person", "department", "vendor", "model"] as const;
export type Pointed = (typeof POINTED)[number];

interface AnyField {
  name: string;
  required?: true;
}
export type Field =
  | (AnyField & { kind: "text"; most: number })
  /** What people write of it, in either language. */
  | (AnyField & { kind: "told"; most: number })
  | (AnyField & { kind: "choice"; options: readonly [string, ...string[]] })
  | (AnyField & { kind: "day" | "yes-no" })
  | (AnyField & { kind: "whole"; most: number })
  /** `price` is minor units and their fractions, `amount` whole minor units. */
  | (AnyField & { kind: "price" | "amount" })
  | (AnyField & { kind: Pointed });

export const FIELDS = {
  vendors: [
    { name: "name", kind: "text", most: 120, required: true },
    { name: "type", kind: "choice", options: VENDOR_TYPES, required: true },
    { name: "country", kind: "text", most: 60 },
    { name: "ownerId", kind: "person" },
    { name: "contract", kind: "text", most: 120 },
    { name: "contractFrom", kind: "day" },
    { name: "renewsOn", kind: "day" },
    { name: "noticeDays", kind: "whole", most: 1_000 },
    { name: "autoRenews", kind: "yes-no" },
    { name: "yearlyMinor", kind: "amount" },
    { name: "note", kind: "told", most: 2_000 },
  ],
  models: [
    { name: "vendorId", kind: "vendor", required: true },
    { name: "name", kind: "text", most: 120, required: true },
    { name: "release", kind: "text", most: 60 },
    { name: "modality", kind: "choice", options: MODALITIES },
    { name: "licence", kind: "choice", options: MODEL_LICENCES },
    { name: "hosting", kind: "choice", options: HOSTINGS },
    { name: "region", kind: "text", most: 60 },
    { name: "price", kind: "price" },
    { name: "priceUnit", kind: "text", most: 60 },
    { name: "endOfLifeOn", kind: "day" },
    { name: "successorId", kind: "model" },
    { name: "ownerId", kind: "person" },
    { name: "note", kind: "told", most: 2_000 },
  ],
  "data-sets": [
    { name: "name", kind: "text", most: 120, required: true },
    { name: "description", kind: "told", most: 2_000 },
    { name: "ownerId", kind: "person" },
    { name: "departmentId", kind: "department" },
    { name: "location", kind: "text", most: 120 },
    { name: "hosting", kind: "choice", options: HOSTINGS },
    { name: "sensitivity", kind: "choice", options: SENSITIVITIES },
    { name: "personalData", kind: "yes-no" },
    { name: "access", kind: "told", most: 2_000 },
    { name: "uses", kind: "told", most: 2_000 },
    { name: "reviewOn", kind: "day" },
  ],
} as const satisfies Record<Register, readonly Field[]>;

export const fieldsOf = (register: Register): readonly Field[] => FIELDS[register];

type Bare<One> = One extends { kind: "text" }
  ? string
  : One extends { kind: "told" }
    ? Told
    : One extends { kind: "choice"; options: readonly (infer Option)[] }
      ? Option
      : One extends { kind: "day" }
        ? Day
        : One extends { kind: "yes-no" }
          ? boolean
          : One extends { kind: "amount" }
            ? Minor
            : number;
type ValueOf<One> = One extends { required: true } ? Bare<One> : Bare<One> | null;

/** All that is said of a thing of a register; null where nobody knows. */
export type Entry<Of extends Register> = {
  -readonly [One in (typeof FIELDS)[Of][number] as One["name"]]: ValueOf<One>;
};
export type AnyEntry = { [Of in Register]: Entry<Of> }[Register];

/** A value of any field, as files, forms and comparisons pass it on. */
export type Value = string | number | boolean | Told | null;
export type Values = Record<string, Value>;

/** The fields on which two entries are apart. */
export function changedFields(register: Register, before: Values, after: Values): Field[] {
  return fieldsOf(register).filter(
    ({ name }) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  );
}

/** A contract that would renew before it began. */
export function renewsBefore({ contractFrom, renewsOn }: Values): boolean {
  return typeof contractFrom === "string" && typeof renewsOn === "string" && renewsOn < contractFrom;
}
