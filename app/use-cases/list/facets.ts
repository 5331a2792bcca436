import { type ListQuery, NONE } from "./query";

/** How many cases share these four marks. Empty texts and department 0 are not known. */
export interface Cell {
  stage: string;
  departmentId: number;
  aiType: string;
  source: string;
  cases: number;
}

export interface Choice {
  value: string;
  cases: number;
}

export interface Facets {
  stage: Choice[];
  department: Choice[];
  aiType: Choice[];
  source: Choice[];
  /** How many cases the view has in all. */
  total: number;
  /** Cases of the view whose stage nobody knows: a debt. */
  unknownStages: number;
}

const MARKS = {
  stage: (cell: Cell) => cell.stage || NONE,
  department: (cell: Cell) => (cell.departmentId ? String(cell.departmentId) : NONE),
  aiType: (cell: Cell) => cell.aiType || NONE,
  source: (cell: Cell) => cell.source || NONE,
} as const;

type Facet = keyof typeof MARKS;
const FACETS = Object.keys(MARKS) as Facet[];

/** The choices of each filter, counted over the cases that pass all the others. */
export function countFacets(cells: Iterable<Cell>, query: Pick<ListQuery, Facet>): Facets {
  const counts = new Map<Facet, Map<string, number>>(FACETS.map((facet) => [facet, new Map()]));
  const wanted = FACETS.map((facet) => (query[facet] === null ? null : String(query[facet])));
  let total = 0;
  let unknownStages = 0;
  for (const cell of cells) {
    const marks = FACETS.map((facet) => MARKS[facet](cell));
    const failed = marks.flatMap((mark, at) => (wanted[at] === null || wanted[at] === mark ? [] : [at]));
    if (failed.length === 0) {
      total += cell.cases;
      if (!cell.stage) unknownStages += cell.cases;
    }
    FACETS.forEach((facet, at) => {
      if (failed.length > 1 || (failed.length === 1 && failed[0] !== at)) return;
      const of = counts.get(facet);
      of?.set(marks[at] ?? "", (of.get(marks[at] ?? "") ?? 0) + cell.cases);
    });
  }
  const choices = (facet: Facet) =>
    [...(counts.get(facet) ?? [])]
      .filter(([, cases]) => cases > 0)
      .map(([value, cases]) => ({ value, cases }))
      .sort((a, b) => b.cases - a.cases || a.value.localeCompare(b.value));
  return {
    stage: choices("stage"),
    department: choices("department"),
    aiType: choices("aiType"),
    source: choices("source"),
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

/** The one filter that is on, or null; undefined where several are, which totals by one mark and by two do not tell. */
export function onlyFilter(query: Pick<ListQuery, Facet>): { facet: Facet; value: string } | null | undefined {
  const on = FACETS.filter((facet) => query[facet] !== null);
  if (on.length > 1) return undefined;
  const [facet] = on;
  return facet ? { facet, value: String(query[facet]) } : null;
}

/** A mark as totals keep it: what is not known is empty there, and department 0. */
export function keptValue(facet: Facet, value: string): string {
  if (value !== NONE) return value;
  return facet === "department" ? "0" : "";
}

/** What `countFacets` answers for at most one filter, from totals: a few hundred rows, however many kinds there are. */
export function facetsOf(totals: readonly Total[], only: { facet: Facet; value: string } | null): Facets {
  const kept = only && keptValue(only.facet, only.value);
  const choices = (facet: Facet) =>
    totals
      .filter((row) => row.facet === facet && row.cases > 0)
      .filter((row) => (only === null || only.facet === facet ? row.within === "" : row.within === only.facet))
      .map(({ value, cases }) => ({ value: keptValue(facet, NONE) === value ? NONE : value, cases }));
  const counted = {
    stage: choices("stage"),
    department: choices("department"),
    aiType: choices("aiType"),
    source: choices("source"),
  };
  const sum = (list: readonly Choice[]) => list.reduce((total, { cases }) => total + cases, 0);
  const chosen = only && totals.find((row) => row.within === "" && row.facet === only.facet && row.value === kept);
  const unknown = counted.stage.find(({ value }) => value === NONE)?.cases ?? 0;
  const counts = only?.facet !== "stage" || only.value === NONE;
  return {
    ...counted,
    total: only ? (chosen?.cases ?? 0) : sum(counted.stage),
    unknownStages: counts ? unknown : 0,
  };
}

/** Two countings of different cases as one. */
export function addFacets(one: Facets, other: Facets): Facets {
  const both = (facet: Facet) => {
    const cases = new Map(one[facet].map((choice) => [choice.value, choice.cases]));
    for (const choice of other[facet]) cases.set(choice.value, (cases.get(choice.value) ?? 0) + choice.cases);
    return [...cases]
      .map(([value, count]) => ({ value, cases: count }))
      .sort((a, b) => b.cases - a.cases || a.value.localeCompare(b.value));
  };
  return {
    stage: both("stage"),
    department: both("department"),
    aiType: both("aiType"),
    source: both("source"),
    total: one.total + other.total,
    unknownStages: one.unknownStages + other.unknownStages,
  };
}
