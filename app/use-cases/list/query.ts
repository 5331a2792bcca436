import { isStage } from "../stages";
import { GROUPS, type Group, SORTS, type Sort, type SortKey } from "./order";
import { type Cursor, readCursor, writeCursor } from "./place";
import { COLUMNS, type ColumnName } from "./shown";

/** What stands in a filter for «not known» or «none». */
export const NONE = "none";

/** A view of the list, as its address says it. Filters that are off are null, and facets of which nothing is chosen empty. */
export interface ListQuery {
  q: string;
  stage: readonly string[];
  /** Departments' ids, or `none`; campaigns and tags alike. */
  department: readonly string[];
  aiType: readonly string[];
  source: readonly string[];
  campaign: readonly string[];
  tag: readonly string[];
  /** A person's id, or `none`; as typed while nobody was found by it. */
  owner: string | null;
  /** Only the cases of which the reader is author, co-author or owner. */
  mine: "yes" | null;
  /** At least so many days in its stage. */
  older: number | null;
  /** Only these, by id: what was selected. */
  case: readonly string[];
  /** One to three keys. */
  sort: readonly SortKey[];
  group: Group | null;
  /** Beside the title, in this order; null is the usual ones. */
  columns: readonly ColumnName[] | null;
  after: Cursor | null;
  before: Cursor | null;
  /** What the address says that nobody can read: without it more is shown than was asked for, which is said. */
  misread: readonly Misread[];
  /** The reader's list opens with a view of their own: all cases are asked for in words. */
  opensWithView?: true;
}

/** What can be said in an address in a way that means nothing. */
export const READABLE = [
  "stage",
  "department",
  "campaign",
  "tag",
  "owner",
  "mine",
  "older",
  "case",
  "sort",
  "group",
  "columns",
] as const;

export interface Misread {
  name: (typeof READABLE)[number];
  said: string;
}

/** Filters of which several values may be chosen: a case passes with any of them. */
export const FACETS = ["stage", "department", "aiType", "source", "campaign", "tag"] as const;
export type Facet = (typeof FACETS)[number];

/** Words that people write may hold a comma: such facets are said once for each value, the others in one list. */
const WRITTEN: ReadonlySet<string> = new Set<Facet>(["aiType", "source"]);

const NO_FILTER = {
  q: "",
  stage: [],
  department: [],
  aiType: [],
  source: [],
  campaign: [],
  tag: [],
  owner: null,
  mine: null,
  older: null,
  case: [],
} as const satisfies Partial<ListQuery>;
export const FILTERS = Object.keys(NO_FILTER) as (keyof typeof NO_FILTER)[];

const MAXIMUM_LETTERS = 200;
const MAXIMUM_VALUES = 60;
const MAXIMUM_CASES = 200;
const MAXIMUM_KEYS = 3;
const MAXIMUM_DAYS = 36_500;
/** Signs that nobody sees, or that turn what stands after them, by their numbers. */
const seen = (text: string) =>
  text.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
/** So many values of one filter are told back, and so much of each. */
const MISREAD_TOLD = 3;
const MISREAD_LETTERS = 60;

const isId = (text: string) => /^[1-9]\d{0,14}$/.test(text);
const idOrNone = (text: string) => text === NONE || isId(text);

const VALID: Record<Facet, (text: string) => boolean> = {
  stage: (text) => text === NONE || isStage(text),
  department: idOrNone,
  aiType: () => true,
  source: () => true,
  campaign: idOrNone,
  tag: idOrNone,
};

export function readKey(text: string): SortKey | null {
  const [, by = "", direction] = /^(\w+?)(?:-(ascending|descending))?$/.exec(text) ?? [];
  if (!Object.hasOwn(SORTS, by)) return null;
  return { by: by as Sort, direction: (direction as SortKey["direction"] | undefined) ?? SORTS[by as Sort] };
}

/** The view that an address asks for. What it says wrongly counts as not said, and is told: a list never fails on its address. */
export function readQuery(parameters: URLSearchParams): ListQuery {
  const cleaned = (text: string) => text.toWellFormed().replaceAll("\0", "").slice(0, MAXIMUM_LETTERS);
  const said = (name: string) => cleaned(parameters.get(name) ?? "") || null;
  const listed = (name: string, written = false) => [
    ...new Set(
      parameters
        .getAll(name)
        .flatMap((one) => (written ? [one] : one.split(",")))
        .map((one) => (written ? cleaned(one) : one.trim()))
        .filter(Boolean),
    ),
  ];
  const misread: Misread[] = [];
  const wrong = (name: Misread["name"], values: readonly string[]) => {
    for (const one of values.slice(0, MISREAD_TOLD))
      misread.push({ name, said: seen(cleaned(one).slice(0, MISREAD_LETTERS)) });
  };
  const facet = (name: Facet) => {
    const values = listed(name, WRITTEN.has(name));
    if (name !== "aiType" && name !== "source")
      wrong(
        name,
        values.filter((one) => !VALID[name](one)),
      );
    return values.filter(VALID[name]).slice(0, MAXIMUM_VALUES);
  };
  const direction = said("direction");
  const turned = direction === "ascending" || direction === "descending" ? `-${direction}` : "";
  const asked = listed("sort").map((text, at) => ({
    text,
    key: readKey(at === 0 && !text.includes("-") ? text + turned : text),
  }));
  wrong(
    "sort",
    asked.flatMap(({ text, key }) => (key ? [] : [text])),
  );
  const keys = asked.flatMap(({ key }) => key ?? []);
  const sort = keys.filter(({ by }, at) => keys.findIndex((key) => key.by === by) === at).slice(0, MAXIMUM_KEYS);
  const known = sort.length > 0 ? sort : [{ by: "updated", direction: turned.slice(1) || SORTS.updated } as SortKey];
  const group = GROUPS.find((one) => one === said("group")) ?? null;
  const days = said("older")?.trim() ?? "";
  const older = Number(days);
  const isDays = Number.isInteger(older) && older > 0 && older <= MAXIMUM_DAYS;
  // A field that was left at nothing is no filter.
  if (days && days !== "0" && !isDays) wrong("older", [days]);
  const mine = said("mine");
  if (mine && mine !== "yes") wrong("mine", [mine]);
  const grouped = said("group");
  if (grouped && !group) wrong("group", [grouped]);
  const named = listed("columns");
  const columns = named.filter((name): name is ColumnName => (COLUMNS as readonly string[]).includes(name));
  wrong(
    "columns",
    named.filter((name) => !columns.some((column) => column === name)),
  );
  const cases = said("all") === "yes" ? [] : listed("case");
  wrong(
    "case",
    cases.filter((one) => !isId(one)),
  );
  const keysInOrder = keysOf({ sort: known, group });
  return {
    q: said("q")?.trim() ?? "",
    stage: facet("stage"),
    department: facet("department"),
    aiType: facet("aiType"),
    source: facet("source"),
    campaign: facet("campaign"),
    tag: facet("tag"),
    owner: said("owner")?.trim() || null,
    mine: mine === "yes" ? "yes" : null,
    older: isDays ? older : null,
    case: cases.filter(isId).slice(0, MAXIMUM_CASES),
    sort: known,
    group,
    columns: columns.length > 0 ? columns : null,
    after: readCursor(parameters.get("after"), keysInOrder),
    before: readCursor(parameters.get("before"), keysInOrder),
    misread,
  };
}

/** What the list is in order of: its groups first. */
export function keysOf({ sort, group }: Pick<ListQuery, "sort" | "group">): readonly SortKey[] {
  if (group === null) return sort;
  const direction = sort.find(({ by }) => by === group)?.direction ?? SORTS[group];
  return [{ by: group, direction }, ...sort.filter(({ by }) => by !== group)];
}

const writeKey = ({ by, direction }: SortKey) => (direction === SORTS[by] ? by : `${by}-${direction}`);
const IS_USUAL = "updated";

/** The address of a view without its `?`; what is usual is left out of it. */
export function searchOf(query: ListQuery, changes: Partial<ListQuery> = {}): string {
  const view = { ...query, after: null, before: null, ...changes };
  const said: string[] = [];
  const say = (name: string, value: string) => said.push(new URLSearchParams([[name, value]]).toString());
  for (const name of FILTERS) {
    const value = view[name];
    if (value === null || value === "") continue;
    if (!Array.isArray(value)) say(name, String(value));
    else if (WRITTEN.has(name)) for (const one of value) say(name, one);
    else if (value.length > 0) said.push(`${name}=${value.join(",")}`);
  }
  const sort = view.sort.map(writeKey).join(",");
  if (sort !== IS_USUAL) said.push(`sort=${sort}`);
  if (view.group) said.push(`group=${view.group}`);
  if (view.columns) said.push(`columns=${view.columns.join(",")}`);
  if (view.after) say("after", writeCursor(view.after));
  if (view.before) say("before", writeCursor(view.before));
  return said.join("&");
}

const LIST = "/use-cases";
/** All cases, for those whose list opens with a view of their own. */
export const ALL_CASES = `${LIST}?view=all`;

/** The address of a view. */
export function hrefOf(query: ListQuery, changes: Partial<ListQuery> = {}, path = LIST): string {
  const search = searchOf(query, changes);
  if (search) return `${path}?${search}`;
  return query.opensWithView && path === LIST ? ALL_CASES : path;
}

/** A click on a column: by it alone, or by it the other way round. */
export function sortedBy(query: ListQuery, by: Sort): { href: string; direction: SortKey["direction"] | null } {
  const key = query.sort.find((one) => one.by === by);
  const first = query.sort[0]?.by === by ? key : undefined;
  const turned = first?.direction === "ascending" ? "descending" : "ascending";
  const sort = first ? [{ by, direction: turned } as const, ...query.sort.slice(1)] : [{ by, direction: SORTS[by] }];
  return { href: hrefOf(query, { sort }), direction: key?.direction ?? null };
}

export function isFiltered(query: ListQuery): boolean {
  return FILTERS.some((name) => query[name] !== null && query[name].toString() !== "");
}

/** The same list with all that is there. */
export function unfiltered(query: ListQuery): ListQuery {
  return { ...query, ...NO_FILTER };
}
