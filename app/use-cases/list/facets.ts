import { FACETS, type Facet, type ListQuery, NONE } from "./query";

/** How many cases share these marks. Empty texts, department 0 and campaign 0 are not known, or none. */
export interface Cell {
  stage: string;
  departmentId: number;
  aiType: string;
  source: string;
  campaignId: number;
  cases: number;
}

export interface Choice {
  value: string;
  cases: number;
}

export interface Facets extends Record<Facet, Choice[]> {
  /** How many cases the view has in all. */
  total: number;
  /** Cases of the view whose stage nobody knows: a debt. */
  unknownStages: number;
}

/** What a case has one of. Of tags it has several: they are counted by themselves. */
const MARKS = {
  stage: (cell: Cell) => cell.stage || NONE,
  department: (cell: Cell) => (cell.departmentId ? String(cell.departmentId) : NONE),
  aiType: (cell: Cell) => cell.aiType || NONE,
  source: (cell: Cell) => cell.source || NONE,
  campaign: (cell: Cell) => (cell.campaignId ? String(cell.campaignId) : NONE),
} as const;

type Mark = keyof typeof MARKS;
const NAMES = Object.keys(MARKS) as Mark[];

type Chosen = Pick<ListQuery, Facet>;

/** The most frequent first; those that nobody has left out. */
export const inOrder = (choices: Iterable<Choice>): Choice[] =>
  [...choices]
    .filter(({ cases }) => cases > 0)
    .sort((a, b) => b.cases - a.cases || (a.value < b.value ? -1 : Number(a.value > b.value)));

/** The choices of each filter but the tags, counted over the cases that pass all the others. */
export function countFacets(cells: Iterable<Cell>, query: Chosen): Facets {
  const counts = NAMES.map(() => new Map<string, number>());
  const wanted = NAMES.map((name) => (query[name].length === 0 ? null : new Set(query[name])));
  let total = 0;
  let unknownStages = 0;
  // Of kinds there may be tens of thousands: nothing is made for each of them.
  const marks = NAMES.map(() => "");
  for (const cell of cells) {
    let failed = 0;
    let failedAt = -1;
    for (let at = 0; at < NAMES.length; at++) {
      const name = NAMES[at];
      if (!name) continue;
      const mark = MARKS[name](cell);
      marks[at] = mark;
      if (wanted[at]?.has(mark) === false) {
        failed += 1;
        failedAt = at;
      }
    }
    if (failed === 0) {
      total += cell.cases;
      if (!cell.stage) unknownStages += cell.cases;
    }
    if (failed > 1) continue;
    for (let at = 0; at < NAMES.length; at++) {
      if (failed === 1 && failedAt !== at) continue;
      const of = counts[at];
      const mark = marks[at] ?? "";
      of?.set(mark, (of.get(mark) ?? 0) + cell.cases);
    }
  }
  const choices = (mark: Mark) =>
    inOrder([...(counts[NAMES.indexOf(mark)] ?? [])].map(([value, cases]) => ({ value, cases })));
  return {
    stage: choices("stage"),
    department: choices("department"),
    aiType: choices("aiType"),
    source: choices("source"),
    campaign: choices("campaign"),
    tag: [],
    total,
    unknownStages,
  };
}

/** How many cases have `value` in `facet`, among all or among those whose `within` is `among`. */
export interface Total {
  within: string;
  among: string;
  facet: string;
  value: string;
  cases: number;
}

export interface Only {
  facet: Facet;
  values: readonly string[];
}

/**
 * The one filter that is on, or null; undefined where totals by one mark and by two do not tell: where several are on,
 * where tags may count a case twice, and for cases without a campaign or tag, of which no total is kept.
 */
export function onlyFilter(query: Chosen): Only | null | undefined {
  const on = FACETS.filter((facet) => query[facet].length > 0);
  const [facet] = on;
  if (!facet) return null;
  const values = query[facet];
  if (on.length > 1 || (facet === "tag" && values.length > 1)) return undefined;
  return (facet === "tag" || facet === "campaign") && values.includes(NONE) ? undefined : { facet, values };
}

/** A mark as totals keep it: what is not known is empty there, and department 0. */
export function keptValue(facet: Facet, value: string): string {
  if (value !== NONE) return value;
  return facet === "department" ? "0" : "";
}

const sum = (list: readonly Choice[]) => list.reduce((total, { cases }) => total + cases, 0);

/** What `countFacets` answers for at most one filter, from totals: a few hundred rows, however many kinds there are. */
export function facetsOf(totals: readonly Total[], only: Only | null): Facets {
  const kept = new Set(only?.values.map((value) => keptValue(only.facet, value)));
  const choices = (facet: Facet) => {
    const here = totals.filter(
      (row) =>
        row.facet === facet &&
        (only === null || only.facet === facet ? row.within === "" : row.within === only.facet && kept.has(row.among)),
    );
    const cases = new Map<string, number>();
    for (const row of here) cases.set(row.value, (cases.get(row.value) ?? 0) + row.cases);
    return inOrder(
      [...cases].map(([value, count]) => ({ value: keptValue(facet, NONE) === value ? NONE : value, cases: count })),
    );
  };
  const [stage, campaigns] = [choices("stage"), choices("campaign")];
  const chosen = totals.filter((row) => only && row.within === "" && row.facet === only.facet && kept.has(row.value));
  const all = sum(stage);
  const total = only ? sum(chosen) : all;
  // Of cases without a campaign no total is kept: they are what the others leave.
  const among = only?.facet === "campaign" ? sum(totalsOf(totals, "stage")) : total;
  const without = campaigns.length > 0 ? [{ value: NONE, cases: among - sum(campaigns) }] : [];
  const unknown = stage.find(({ value }) => value === NONE)?.cases ?? 0;
  return {
    stage,
    department: choices("department"),
    aiType: choices("aiType"),
    source: choices("source"),
    campaign: inOrder([...campaigns, ...without]),
    tag: choices("tag"),
    total,
    unknownStages: only?.facet !== "stage" || only.values.includes(NONE) ? unknown : 0,
  };
}

const totalsOf = (totals: readonly Total[], facet: string) =>
  totals.filter((row) => row.within === "" && row.facet === facet);

/** Two countings of different cases as one. */
export function addFacets(one: Facets, other: Facets): Facets {
  const both = (facet: Facet) => {
    const cases = new Map(one[facet].map((choice) => [choice.value, choice.cases]));
    for (const choice of other[facet]) cases.set(choice.value, (cases.get(choice.value) ?? 0) + choice.cases);
    return inOrder([...cases].map(([value, count]) => ({ value, cases: count })));
  };
  return {
    stage: both("stage"),
    department: both("department"),
    aiType: both("aiType"),
    source: both("source"),
    campaign: both("campaign"),
    tag: both("tag"),
    total: one.total + other.total,
    unknownStages: one.unknownStages + other.unknownStages,
  };
}
