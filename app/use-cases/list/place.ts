import { ALWAYS_KNOWN, isGroup, KINDS, type SortKey } from "./order";

export type KeyValue = string | number | null;

/** Where a page of the list begins or ends: the stretch of the order, its keys there, and the case. */
export interface Cursor {
  /** Of a group: its number. Else 0 where the first key is known, 1 where it is not, 2 where it is hidden from the reader. */
  segment: number;
  /** One for each key of the order; null is unknown, and what the stretch says by itself. */
  keys: readonly KeyValue[];
  id: number;
}

const HIDDEN = 2;

function isOf(value: KeyValue, { by }: SortKey): boolean {
  if (value === null) return !ALWAYS_KNOWN.has(by);
  if (KINDS[by] === "text") return typeof value === "string" && !value.includes("\0");
  return KINDS[by] === "real" ? typeof value === "number" : Number.isSafeInteger(value);
}

/** Whether a list in this order has such a place. */
function stands({ segment, keys }: Cursor, order: readonly SortKey[]): boolean {
  const [first, ...others] = order;
  const [value = null, ...rest] = keys;
  if (!first || keys.length !== order.length) return false;
  if (!rest.every((one, at) => others[at] && isOf(one, others[at]))) return false;
  if (isGroup(first.by)) return value === null;
  if (segment === 0) return value !== null && isOf(value, first);
  return value === null && segment <= HIDDEN && !ALWAYS_KNOWN.has(first.by);
}

function readValue(text: string): KeyValue {
  const said = decodeURIComponent(text.slice(1));
  return text[0] === "n" ? null : text[0] === "s" ? said : Number(said);
}

/** Null for what is no place in a list of this order: that of another order is none, and the database would not compare it. */
export function readCursor(text: string | null, order: readonly SortKey[]): Cursor | null {
  const parts = /^(\d{1,15})((?:~[nst][^~]*){1,4})~(\d{1,15})$/.exec(text ?? "");
  if (!parts) return null;
  const [, segment, values = "", id] = parts;
  try {
    const keys = values.slice(1).split("~").map(readValue);
    if (keys.some((value) => typeof value === "number" && !Number.isFinite(value))) return null;
    const cursor = { segment: Number(segment), keys, id: Number(id) };
    return stands(cursor, order) ? cursor : null;
  } catch {
    return null;
  }
}

function writeValue(value: KeyValue): string {
  if (value === null) return "n";
  // A tilde in a title is escaped too: it parts the cursor's fields.
  return `${typeof value === "string" ? "s" : "t"}${encodeURIComponent(value).replaceAll("~", "%7E")}`;
}

export function writeCursor({ segment, keys, id }: Cursor): string {
  return [segment, ...keys.map(writeValue), id].join("~");
}
