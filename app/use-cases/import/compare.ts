import { LOCALES } from "#app/kernel/told";
import type { FieldKey } from "./fields";
import { PLAIN_FIELDS, TOLD_FIELDS } from "./fields";
import type { ImportedFields } from "./read-row";

/** One field of one use case, before and after. `header` names the column of a kept cell. */
export interface Change {
  field: FieldKey | "extra";
  header: string | null;
  before: string | null;
  after: string;
  /** Of our own file, whose columns are all named by their headers: whether this one is the stage. */
  stage?: boolean;
}

interface Entry {
  field: FieldKey | "extra";
  header: string | null;
  value: string;
}

/** The fields as comparable texts under a path: `title.fr`, `department`, `extra Agency`. */
export function entries(fields: ImportedFields): Map<string, Entry> {
  const all = new Map<string, Entry>();
  const put = (field: FieldKey, value: string | number | undefined) => {
    if (value !== undefined && value !== "") all.set(field, { field, header: null, value: String(value) });
  };
  for (const field of TOLD_FIELDS) {
    for (const locale of LOCALES) put(`${field}.${locale}`, fields[field]?.[locale]);
  }
  for (const field of PLAIN_FIELDS) put(field, fields[field]);
  put("stage", fields.stage);
  put("stageSince", fields.stageSince);
  put("peopleAffected", fields.peopleAffected);
  put("ownerEmail", fields.ownerId);
  const department = fields.department;
  if (department) put("department", "id" in department ? `#${department.id}` : department.key);
  for (const [header, value] of Object.entries(fields.extra)) {
    all.set(`extra ${header}`, { field: "extra", header, value });
  }
  return all;
}

export interface Comparison {
  changes: Change[];
  /** Changed here and in the file since the last import, each in its own way. */
  conflicts: Change[];
  /** How many fields were edited here since the last import while the file stayed as it was: they stay. */
  ours: number;
}

/**
 * What a row of the file would change in a case that an earlier import made. With what that import wrote (`last`), an
 * edit made here is told from news in the file; without it, the file's word differs and counts as news.
 */
export function compare(file: ImportedFields, current: ImportedFields, last: ImportedFields | null): Comparison {
  const comparison: Comparison = { changes: [], conflicts: [], ours: 0 };
  const now = entries(current);
  const then = last ? entries(last) : null;
  for (const [path, { field, header, value }] of entries(file)) {
    const before = now.get(path)?.value ?? null;
    if (before === value) continue;
    const written = then?.get(path)?.value ?? null;
    if (then && (written === value || (field === "department" && isRenamedHere(file, last)))) {
      comparison.ours++;
      continue;
    }
    const change = { field, header, before, after: value };
    if (then && written !== before) comparison.conflicts.push(change);
    else comparison.changes.push(change);
  }
  return comparison;
}

/** The file's department is as it was, and nobody here has that name any more: it was renamed, not left. */
function isRenamedHere({ department: file }: ImportedFields, last: ImportedFields | null): boolean {
  const before = last?.department;
  return file !== undefined && "key" in file && before !== undefined && "id" in before && before.said === file.key;
}

/** The current fields with some changes taken from the file: what is to be written. */
export function merge(current: ImportedFields, file: ImportedFields, changes: readonly Change[]): ImportedFields {
  const merged: ImportedFields = { ...current, extra: { ...current.extra } };
  for (const { field, header, after } of changes) {
    if (field === "extra") {
      if (header !== null) merged.extra = { ...merged.extra, [header]: after };
    } else if (field === "stage") merged.stage = file.stage;
    else if (field === "stageSince") merged.stageSince = file.stageSince;
    else if (field === "peopleAffected") merged.peopleAffected = file.peopleAffected;
    else if (field === "ownerEmail") merged.ownerId = file.ownerId;
    else if (field === "department") merged.department = file.department;
    else mergeText(merged, field, after);
  }
  return merged;
}

/**
 * What the next import compares with: this file's word over the last one's, except where ours was kept against it, so that
 * the disagreement is told again.
 */
export function remember(
  last: ImportedFields | null,
  file: ImportedFields,
  untaken: readonly Change[],
): ImportedFields {
  const said: Change[] = [];
  for (const { field, header, value } of entries(file).values()) {
    const kept = untaken.some((change) => change.field === field && change.header === header);
    if (!kept) said.push({ field, header, before: null, after: value });
  }
  return merge(last ?? { extra: {} }, file, said);
}

function mergeText(merged: ImportedFields, field: FieldKey, after: string): void {
  const plain = PLAIN_FIELDS.find((known) => known === field);
  if (plain) merged[plain] = after;
  for (const told of TOLD_FIELDS) {
    for (const locale of LOCALES) {
      if (field === `${told}.${locale}`) merged[told] = { ...merged[told], [locale]: after };
    }
  }
}
