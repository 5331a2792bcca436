import { type ListQuery, NONE } from "./list-query";

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
