import { z } from "zod";
import type { Register } from "./fields";
import { FIELDS } from "./fields";

export const SORTS = ["name", "due", "cases"] as const;
export type Sort = (typeof SORTS)[number];
export const SHOWN = ["used", "retired", "all"] as const;

/** The field by which a register is filtered: the type of vendors, the modality of models, the sensitivity of data. */
export const KIND_OF = { vendors: "type", models: "modality", "data-sets": "sensitivity" } as const;

export function kindsOf(register: Register): readonly string[] {
  const field = FIELDS[register].find(({ name }) => name === KIND_OF[register]);
  return field && "options" in field ? field.options : [];
}

/** Where a page ended, as addresses write it: `12~nuvea`. */
const place = z
  .string()
  .max(200)
  .transform((text) => {
    const [, id, key] = /^(\d{1,12})~(.*)$/s.exec(text) ?? [];
    return id === undefined || key === undefined ? null : { id: Number(id), key };
  });

/** What a list of a register shows. What nobody can mean is as if it had not been said. */
export const registerQuery = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  kind: z.string().max(40).catch("").default(""),
  vendor: z.coerce.number().int().positive().nullable().catch(null).default(null),
  show: z.enum(SHOWN).catch("used").default("used"),
  sort: z.enum(SORTS).catch("name").default("name"),
  after: place.nullable().catch(null).default(null),
});
export type RegisterQuery = z.output<typeof registerQuery>;

/** The same as the text of an address after its «?», without what goes without saying. */
export function queryText(query: Partial<Record<keyof RegisterQuery, string | number | null>>): string {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === "" || (name === "show" && value === "used") || (name === "sort" && value === "name")
      ? []
      : [[name, String(value)]],
  );
  const text = new URLSearchParams(said).toString();
  return text ? `?${text}` : "";
}
