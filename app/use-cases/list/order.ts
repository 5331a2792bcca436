/** By what the list can be sorted, with the direction of the first click. */
export const SORTS = {
  reference: "descending",
  title: "ascending",
  stage: "ascending",
  department: "ascending",
  owner: "ascending",
  since: "ascending",
  updated: "descending",
  value: "descending",
  complexity: "ascending",
  npv: "descending",
  realised: "descending",
} as const;

export type Sort = keyof typeof SORTS;
export type Direction = (typeof SORTS)[Sort];

export interface SortKey {
  by: Sort;
  direction: Direction;
}

/** By what the list can be put in groups: what is few, so that each group is a stretch of its own. */
export const GROUPS = ["stage", "department"] as const;
export type Group = (typeof GROUPS)[number];

export const isGroup = (by: Sort): by is Group => (GROUPS as readonly string[]).includes(by);

/** What stands in a place for such a key: text, a whole number, or any number. */
export const KINDS: Readonly<Record<Sort, "text" | "whole" | "real">> = {
  reference: "whole",
  title: "text",
  stage: "whole",
  department: "whole",
  owner: "text",
  since: "text",
  updated: "whole",
  value: "real",
  complexity: "real",
  npv: "whole",
  realised: "whole",
};

/** Every case has one of these; of the others some have none, and come last in both directions. */
export const ALWAYS_KNOWN: ReadonlySet<Sort> = new Set(["reference", "title", "updated"]);

export const turned = (direction: Direction): Direction => (direction === "ascending" ? "descending" : "ascending");
