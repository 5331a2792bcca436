/** Before and after of an audit event, field by field. */

/** A value as the log kept it: JSON. */
export type Kept = string | number | boolean | null | Kept[] | { [field: string]: Kept };

export interface FieldChange {
  field: string;
  /** Undefined: the event does not say. */
  before: Kept | undefined;
  after: Kept | undefined;
}

/** The fields that an event speaks of; where it tells both sides, only those that differ. */
export function changesOf(before: string | null, after: string | null): FieldChange[] {
  const [old, next] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return names
    .map((field) => ({ field, before: old[field], after: next[field] }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

export function fieldsOf(kept: string | null): Record<string, Kept> {
  if (!kept) return {};
  const value = JSON.parse(kept) as Kept;
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : { value };
}

/** `discountRate` and `hourlyCostMinor` as words: `discount rate`, `hourly cost`. */
export function wordsOf(field: string): string {
  return field
    .replace(/Minor$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
