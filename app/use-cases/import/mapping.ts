import { z } from "zod";
import { type Day, isDay } from "#app/kernel/day";
import { LOCALES } from "#app/kernel/told";
import { STAGES } from "../stages";
import { FIELD_KEYS, type FieldKey } from "./fields";
import { LIMITS } from "./limits";
import type { Column, Table } from "./table";

/** How the department column names a department: one name, or both languages parted by « / ». */
export const NAME_ORDERS = ["one", "en/fr", "fr/en"] as const;

export const ELSEWHERE = ["ask", "same", "new"] as const;

const headers = z.string().max(2_000);

/**
 * How a file becomes use cases: what a preset saves and what the person corrects. Columns are named by their header and
 * not by their place, so that next year's file, its columns in another order, finds its mapping again.
 */
export const mappingSchema = z.object({
  /** Our own file come back, in this language: its rows know their cases by reference and version, and nothing is mapped. */
  own: z.enum(LOCALES).optional(),
  /** The register that gives the ids; with the id, what makes a second import change and not repeat. */
  source: z.string().trim().min(1).max(80),
  /** The language of texts whose column does not say it. */
  language: z.enum(LOCALES),
  columns: z.partialRecord(z.enum(FIELD_KEYS), headers),
  /** The columns of which an id is made for a row without one; none: such a row is refused. */
  idFrom: z.array(headers).max(8).default([]),
  /** The second row of one id: numbered (`x-2`) as another case, or refused. */
  repeatedIds: z.enum(["number", "refuse"]).default("refuse"),
  /** Whether 03/04/2024 is in April or in March; null: nobody said, and such a day stays unknown. */
  dayOrder: z.enum(["dmy", "mdy"]).nullable().default(null),
  /**
   * The day as of which the file tells how things stand: a stage that changed, and of which it names no day, changed then.
   * Null: the day of the import.
   */
  asOf: z
    .custom<Day>((value) => typeof value === "string" && isDay(value))
    .nullable()
    .default(null),
  departmentNames: z.enum(NAME_ORDERS).default("one"),
  /** A department that we do not have: created, left unknown, or the row refused. */
  newDepartments: z.enum(["create", "leave", "refuse"]).default("create"),
  /** A case changed both here and in the file since the last import: ours stays, or the file wins. */
  conflicts: z.enum(["ours", "file"]).default("ours"),
  /** A row whose id is not known, with the title and department of one case of the register: that case, or a new one. */
  alike: z.enum(["same", "new"]).default("same"),
  /**
   * A row whose id is not known, with the title and department of a case that is not of this register: it waits for the
   * person's word, or is that case where it was entered here, or a new one.
   */
  elsewhere: z.enum(ELSEWHERE).default("ask"),
  /** The external ids of rows that the person has said to be the case entered here that goes by their title. */
  same: z.array(z.string().max(LIMITS.externalId)).max(LIMITS.others).default([]),
  /** The external ids of rows that the person has said to be new cases, whatever they are called. */
  others: z.array(z.string().max(LIMITS.externalId)).max(LIMITS.others).default([]),
  /** The person's own word on a spelling (folded): one of our stages, or unknown. */
  stages: z.record(z.string(), z.enum([...STAGES, "unknown"]).exclude(["merged", "draft"])).default({}),
  /** The person's own word on a department's spelling (folded): ours by id, a new one, or unknown. */
  departments: z.record(z.string(), z.union([z.int(), z.enum(["create", "leave"])])).default({}),
});

export type Mapping = z.infer<typeof mappingSchema>;

/** A mapping under a name, kept for the next file of the same register. */
export const presetSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** Headers by which it knows its file. */
  signature: z.array(headers).max(500),
  mapping: mappingSchema,
});

export type Preset = z.infer<typeof presetSchema>;

/** A mapping's column in this table, if the table has it. */
export function columnFor(table: Pick<Table, "columns">, header: string | undefined): Column | undefined {
  return header === undefined ? undefined : table.columns.find(({ name }) => name === header);
}

/** Mapped headers that this file does not have: a preset met another year's file. */
export function missingColumns(table: Pick<Table, "columns">, mapping: Mapping): string[] {
  const wanted = [...Object.values(mapping.columns), ...mapping.idFrom];
  return [...new Set(wanted)].filter((header) => !columnFor(table, header));
}

/** Whether a row can become a use case at all: without a title column none can. */
export function hasTitle(mapping: Mapping): boolean {
  if (mapping.own) return true;
  const titles: FieldKey[] = ["title", "title.fr", "title.en"];
  return titles.some((key) => mapping.columns[key] !== undefined);
}
