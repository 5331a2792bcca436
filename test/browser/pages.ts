/** Every page of the site, with who sees it: what the browser looks at in both languages. `test/site-map.test.ts` keeps it whole. */

/** Who looks: an account of the demonstration by its role, or a stranger. */
export type Viewer = "champion" | "chair" | "security" | "legal" | "finance" | "executive" | "admin" | "stranger";

export interface SitePage {
  /** As the site map says it: `/use-cases/:reference/kpis`. */
  path: string;
  as: Viewer;
  /** One row whose columns fill the parameters; where the demonstration has none, the page is skipped and says so. */
  with?: string;
  /** Looked at in the dark as well. */
  dark?: boolean;
}

const LIVE = "select reference from use_cases where stage = 'production' order by id limit 1";

export const PAGES: readonly SitePage[] = [
  { path: "/", as: "chair", dark: true },
  { path: "/", as: "champion" },
  { path: "/", as: "executive" },
  { path: "/sign-in", as: "stranger", dark: true },
  { path: "/account", as: "champion" },
  { path: "/use-cases/new", as: "champion" },
  { path: "/use-cases/:reference", as: "champion", with: LIVE, dark: true },
  { path: "/use-cases/:reference/edit", as: "admin", with: LIVE },
  { path: "/use-cases/:reference/assessment", as: "chair", with: LIVE },
  { path: "/use-cases/:reference/business-case", as: "finance", with: LIVE, dark: true },
  { path: "/use-cases/:reference/business-case/edit", as: "finance", with: LIVE },
  { path: "/use-cases/:reference/kpis", as: "finance", with: LIVE },
  { path: "/use-cases/:reference/kpis/new", as: "finance", with: LIVE },
  {
    path: "/use-cases/:reference/kpis/:kpi/edit",
    as: "finance",
    with: "select reference, kpis.id as kpi from use_cases join kpis on kpis.use_case_id = use_cases.id order by kpis.id limit 1",
  },
  { path: "/assess", as: "chair" },
  { path: "/committee", as: "chair" },
  {
    path: "/committee/:number",
    as: "chair",
    with: "select number from committee_sessions order by number limit 1",
  },
  { path: "/report", as: "champion" },
  { path: "/people", as: "executive" },
  { path: "/people/new", as: "admin" },
  { path: "/people/:id", as: "admin", with: "select max(id) as id from people" },
  { path: "/admin", as: "admin" },
  { path: "/admin/departments", as: "admin" },
  { path: "/admin/departments/new", as: "admin" },
  { path: "/admin/departments/:id", as: "admin", with: "select id from departments order by id limit 1" },
  { path: "/audit", as: "admin" },
];

/** Pages that no seeded demonstration can show, and where they are tried instead. */
export const ELSEWHERE: Record<string, string> = {
  "/set-up": "needs an empty database: test/browser/without-script.test.ts",
  "/password/:token": "needs a link: test/browser/without-script.test.ts",
};
