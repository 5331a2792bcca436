import { isStage, type Stage } from "../stages";

/** Columns by which the list can be sorted, with the direction of the first click. */
export const SORTS = {
  title: "ascending",
  stage: "ascending",
  updated: "descending",
  value: "descending",
  complexity: "ascending",
  npv: "descending",
  realised: "descending",
} as const;

export type Sort = keyof typeof SORTS;
export type Direction = (typeof SORTS)[Sort];

/** What stands in a filter for «not known». */
export const NONE = "none";

/** Where a page of the list begins or ends: the sort's segment, its key there, and the case. */
export interface Cursor {
  segment: number;
  key: string | number | null;
  id: number;
}

/** A view of the list, as its address says it. Empty filters are null. */
export interface ListQuery {
  q: string;
  stage: Stage | typeof NONE | null;
  /** A department's id, or `none`. */
  department: number | typeof NONE | null;
  aiType: string | null;
  source: string | null;
  /** Only the cases of which the reader is author or owner. */
  mine: "yes" | null;
  sort: Sort;
  direction: Direction;
  after: Cursor | null;
  before: Cursor | null;
}

export const FILTERS = ["q", "stage", "department", "aiType", "source", "mine"] as const;

const MAXIMUM_LETTERS = 200;

/** Whether a list in this order has such a place: titles are text, moments and money whole, scores any number; unknown figures stand by id alone. */
function stands({ segment, key }: Cursor, sort: Sort): boolean {
  if (sort === "stage") return key === null;
  if (segment > 0) return key === null && sort !== "title" && sort !== "updated";
  if (sort === "title") return typeof key === "string" && !key.includes("\0");
  return sort === "value" || sort === "complexity" ? typeof key === "number" : Number.isSafeInteger(key);
}

/** Null for what is no place in a list of this order: that of another order is none, and the database would not compare it. */
export function readCursor(text: string | null, sort: Sort): Cursor | null {
  const parts = /^(\d{1,2})~([nst])([^~]*)~(\d{1,15})$/.exec(text ?? "");
  if (!parts) return null;
  const [, segment, type, key = "", id] = parts;
  try {
    const said = decodeURIComponent(key);
    const value = type === "n" ? null : type === "s" ? said : Number(said);
    if (typeof value === "number" && !Number.isFinite(value)) return null;
    const cursor = { segment: Number(segment), key: value, id: Number(id) };
    return stands(cursor, sort) ? cursor : null;
  } catch {
    return null;
  }
}

export function writeCursor({ segment, key, id }: Cursor): string {
  const type = key === null ? "n" : typeof key === "string" ? "s" : "t";
  // A tilde in a title is escaped too: it parts the cursor's fields.
  return `${segment}~${type}${key === null ? "" : encodeURIComponent(key).replaceAll("~", "%7E")}~${id}`;
}

/** The view that an address asks for. What it says wrongly counts as not said: a list never fails on its address. */
export function readQuery(parameters: URLSearchParams): ListQuery {
  const said = (name: string) =>
    parameters.get(name)?.toWellFormed().replaceAll("\0", "").slice(0, MAXIMUM_LETTERS) || null;
  const stage = said("stage");
  const department = said("department");
  const sort = said("sort");
  const known: Sort = sort !== null && Object.hasOwn(SORTS, sort) ? (sort as Sort) : "updated";
  const direction = said("direction");
  return {
    q: said("q")?.trim() ?? "",
    stage: stage === NONE || isStage(stage) ? stage : null,
    department:
      department === NONE
        ? NONE
        : Number.isSafeInteger(Number(department)) && Number(department) > 0
          ? Number(department)
          : null,
    aiType: said("aiType"),
    source: said("source"),
    mine: said("mine") === "yes" ? "yes" : null,
    sort: known,
    direction: direction === "ascending" || direction === "descending" ? direction : SORTS[known],
    after: readCursor(parameters.get("after"), known),
    before: readCursor(parameters.get("before"), known),
  };
}

/** The address of a view; what is usual is left out of it. */
export function hrefOf(query: ListQuery, changes: Partial<ListQuery> = {}, path = "/use-cases"): string {
  const view = { ...query, after: null, before: null, ...changes };
  const parameters = new URLSearchParams();
  for (const name of FILTERS) {
    const value = view[name];
    if (value !== null && value !== "") parameters.set(name, String(value));
  }
  if (view.sort !== "updated" || view.direction !== SORTS.updated) {
    parameters.set("sort", view.sort);
    if (view.direction !== SORTS[view.sort]) parameters.set("direction", view.direction);
  }
  if (view.after) parameters.set("after", writeCursor(view.after));
  if (view.before) parameters.set("before", writeCursor(view.before));
  const search = parameters.toString();
  return search ? `${path}?${search}` : path;
}

/** A click on a column: by it, or by it the other way round. */
export function sortedBy(query: ListQuery, sort: Sort): { href: string; direction: Direction | null } {
  const mine = query.sort === sort;
  const turned: Direction = query.direction === "ascending" ? "descending" : "ascending";
  return {
    href: hrefOf(query, { sort, direction: mine ? turned : SORTS[sort] }),
    direction: mine ? query.direction : null,
  };
}

export function isFiltered(query: ListQuery): boolean {
  return FILTERS.some((name) => query[name] !== null && query[name] !== "");
}
