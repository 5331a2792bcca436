/** The pages that the bench measures. Another one is another line. */
export interface Page {
  name: string;
  path: string;
  /**
   * Its floors answer with the rows of those of its statements that it shows row by row; where none is named it has no
   * floors. What it adds up or only counts is read by the floors as well, and not shown.
   */
  shows?: RegExp;
  /** Asked for with a token, as a program does. */
  bearer?: true;
}

export const PAGES: readonly Page[] = [
  { name: "list", path: "/use-cases", shows: /"title"/ },
  { name: "list-filtered", path: "/use-cases?stage=production&sort=title", shows: /"title"/ },
  { name: "list-search", path: "/use-cases?q=customer", shows: /"title"/ },
  { name: "case", path: "/use-cases/UC-0001", shows: /./ },
  { name: "board", path: "/pipeline" },
  { name: "prioritise", path: "/prioritise" },
  { name: "dashboard", path: "/dashboard", shows: /./ },
  { name: "api-list", path: "/api/v1/use-cases", shows: /"title"/, bearer: true },
];

/** The same page at an address of its own, which nobody has asked for yet: a parameter that no page reads. */
export const anew = (path: string, turn: number) => `${path}${path.includes("?") ? "&" : "?"}turn=${turn}`;
