import { FIELD_KEYS } from "./fields";
import { stageKey } from "./map-stage";
import { type Mapping, mappingSchema } from "./mapping";
import type { Table } from "./table";

/*
 * The form of the mapping page. Columns are named by their place in the file, which is short and has no quotes:
 *   source, language, dayOrder ("" | dmy | mdy), departmentNames, newDepartments, repeatedIds, conflicts,
 *   alike, elsewhere
 *   column.<field> = place of the column, or "" for none          (one for each of FIELD_KEYS)
 *   idFrom         = place of a column                            (may repeat)
 *   stageWord, stageTo           = a spelling and its stage, "unknown", or "" to leave it to us   (pairs, in order)
 *   departmentWord, departmentTo = a spelling's key and a department's id, "create", "leave" or "" (pairs, in order)
 */

export type Filled = Pick<FormData, "get" | "getAll">;

export type MappingFormResult = { mapping: Mapping } | { errors: { field: string; message: string }[] };

/** The mapping that a posted form says, on top of what the page was given. What the form leaves out stays as it was. */
export function mappingFromForm(form: Filled, table: Pick<Table, "columns">, before: Mapping): MappingFormResult {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : undefined;
  };
  const header = (place: FormDataEntryValue | undefined | null) =>
    typeof place === "string" && /^\d{1,4}$/.test(place)
      ? table.columns.find(({ index }) => index === Number(place))?.name
      : undefined;
  const columns = { ...before.columns };
  for (const key of FIELD_KEYS) {
    const place = text(`column.${key}`);
    if (place === undefined) continue;
    const name = header(place);
    if (name === undefined) delete columns[key];
    else columns[key] = name;
  }
  const idFrom =
    text("idFromShown") === undefined ? before.idFrom : form.getAll("idFrom").flatMap((at) => header(at) ?? []);
  const dayOrder = text("dayOrder");
  const result = mappingSchema.safeParse({
    source: text("source") ?? before.source,
    language: text("language") ?? before.language,
    columns,
    idFrom,
    repeatedIds: text("repeatedIds") ?? before.repeatedIds,
    dayOrder: dayOrder === undefined ? before.dayOrder : dayOrder || null,
    departmentNames: text("departmentNames") ?? before.departmentNames,
    newDepartments: text("newDepartments") ?? before.newDepartments,
    conflicts: text("conflicts") ?? before.conflicts,
    alike: text("alike") ?? before.alike,
    elsewhere: text("elsewhere") ?? before.elsewhere,
    same: before.same,
    others: before.others,
    stages: corrections(form, "stage", before.stages, (to) => to),
    departments: corrections(form, "department", before.departments, (to) => (/^\d+$/.test(to) ? Number(to) : to)),
  });
  if (result.success) return { mapping: result.data };
  return { errors: result.error.issues.map(({ path, message }) => ({ field: path.join("."), message })) };
}

function corrections<To>(
  form: Filled,
  of: "stage" | "department",
  before: Readonly<Record<string, To>>,
  read: (to: string) => unknown,
): Record<string, unknown> {
  const next = new Map<string, unknown>(Object.entries(before));
  const words = form.getAll(`${of}Word`);
  const targets = form.getAll(`${of}To`);
  words.forEach((word, at) => {
    const to = targets[at];
    if (typeof word !== "string" || typeof to !== "string") return;
    if (to === "") next.delete(stageKey(word));
    else next.set(stageKey(word), read(to));
  });
  return Object.fromEntries(next);
}
