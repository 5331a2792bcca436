import { requestOf } from "./wire";

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
  /** Data that a page asks for while one types: never opened by itself, and never asked for twice. */
  asked?: true;
  /** What is sent to be worked out, and kept by nobody: it has no unchanged answer. */
  sends?: unknown;
}

export const PAGES: readonly Page[] = [
  { name: "list", path: "/use-cases", shows: /"title"/ },
  { name: "list-filtered", path: "/use-cases?stage=production&sort=title", shows: /"title"/ },
  {
    name: "list-facets",
    path: "/use-cases?stage=poc,pilot,production&department=1,2,3&sort=npv-descending",
    shows: /"title"/,
  },
  { name: "list-aged", path: "/use-cases?older=90&tag=1,2,3,none&sort=since", shows: /"title"/ },
  { name: "list-search", path: "/use-cases?q=client", shows: /"title"/ },
  { name: "case", path: "/use-cases/UC-0001", shows: /./ },
  {
    name: "similar",
    path: "/use-cases/similar?q=R%C3%A9sumer+les+courriels+des+clients&need=Les+conseillers+relisent+chaque+r%C3%A9clamation+et+recopient+la+commande&department=1",
    asked: true,
  },
  // Its first case that ran a POC.
  { name: "poc", path: "/use-cases/UC-0008/poc" },
  { name: "board", path: "/pipeline" },
  { name: "ai-act-register", path: "/registers/ai-act?class=high" },
  { name: "risk-register", path: "/registers/risks?level=high" },
  { name: "exposure", path: "/registers/exposure?by=model" },
  { name: "exposure-what-if", path: "/registers/exposure/what-if?vendor=1&price=2" },
  { name: "prioritise", path: "/prioritise" },
  { name: "dashboard", path: "/dashboard", shows: /./ },
  { name: "changes", path: "/dashboard/changes" },
  { name: "past", path: "/dashboard/past" },
  { name: "forecast", path: "/dashboard/forecast" },
  { name: "quarterly-review", path: "/quarterly-review" },
  { name: "api-list", path: "/api/v1/use-cases?limit=50", shows: /"title"/, bearer: true },
  // A high-risk system that recruits, from the first question to the obligations of its two roles.
  {
    name: "ai-act-classify",
    path: "/api/v1/ai-act/classify",
    bearer: true,
    sends: {
      answers: {
        ...{ aiSystem: "yes", roles: ["provider", "deployer"], euLink: ["placed-in-union"], exclusion: ["none"] },
        ...{ prohibitedPractices: ["none"], annexIProduct: "none", annexIIIAreas: ["employment"] },
        ...{ employment: ["recruitment"], profiling: "yes", transparency: ["none"] },
      },
    },
  },
];

/** What must not change how it feels at ten times the cases. */
export const isOfTheList = ({ name }: Page): boolean =>
  name.startsWith("list") || name === "similar" || name === "api-list";

/** The request for a page, or for what is worked out from what it sends. */
export const requestFor = ({ path, sends }: Page, headers: Record<string, string>): Buffer =>
  sends === undefined
    ? requestOf(path, { headers })
    : requestOf(path, {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: Buffer.from(JSON.stringify(sends)),
      });

/** What makes each request one that nobody has sent yet: a language that nobody speaks, beside the reader's own. */
export const anew = (turn: number | string) => ({ "Accept-Language": `fr, x-${turn}` });
