/** Every page of the site, with who sees it: what the browser looks at in both languages. `test/site-map.test.ts` keeps it whole. */

/** Who looks: an account of the demonstration by its role, the champion of the accounts, or a stranger. */
export type Viewer = Role | "accounts" | "stranger";
type Role = "champion" | "chair" | "security" | "legal" | "finance" | "executive" | "admin";

export interface SitePage {
  /** As the site map says it: `/use-cases/:reference/kpis`, perhaps with a question after it. */
  path: string;
  as: Viewer;
  /**
   * One row whose columns fill the parameters; `@email` is the viewer's. Where the demonstration has none, the page is
   * skipped and says so.
   */
  with?: string;
  /** Looked at in the dark as well. */
  dark?: boolean;
}

const LIVE = "select reference from use_cases where stage = 'production' order by id limit 1";
const RUNNING = "select slug, capture_code as code from campaigns where ended_on is null order by ends_on desc limit 1";
const OVER = "select slug from campaigns where summary is not null order by id limit 1";
const POC = "select reference from use_cases where id in (select use_case_id from pocs) order by id desc limit 1";
/** A POC that is followed week by week, with attempts to compare. */
const FOLLOWED = `select reference from use_cases where id in (select use_case_id from pocs where verdict is null and id in (
  select poc_id from poc_check_ins) and id in (select poc_id from poc_amendments)) order by id limit 1`;
/** What may still be changed of a POC that runs in one of the viewer's departments. */
const changeable = (table: string) => `select reference, t.id from use_cases join pocs p on p.use_case_id = use_cases.id
  join ${table} t on t.poc_id = p.id where p.verdict is null and p.started_on is not null and department_id in (
  select department_id from person_departments join people on people.id = person_id where email = @email)
  order by t.id limit 1`;
const SWITCHED =
  "select reference from use_cases where id in (select use_case_id from model_switches) order by id limit 1";
const ROLLED_OUT =
  "select reference from use_cases where id in (select use_case_id from roll_out_sites) order by id limit 1";
const CHANGED = `select reference, 2 as version from use_cases where stage = 'production' and id in (
  select use_case_id from stage_changes group by use_case_id having count(*) > 2) order by id limit 1`;
const DRAFT = "select reference from use_cases where stage = 'draft' order by id limit 1";
/** A case of the viewer's own department. */
const OURS = `select reference from use_cases where stage in ('approved', 'poc') and department_id in (
  select department_id from person_departments join people on people.id = person_id where email = @email)
  order by stage desc limit 1`;
const KPI = `select reference, kpis.id as kpi, kpis.first_quarter as quarter from use_cases
  join kpis on kpis.use_case_id = use_cases.id order by kpis.id limit 1`;
const IN_MONEY = `select min(k.id) as one, max(k.id) as other from kpis k join use_cases u on u.id = k.use_case_id
  where value_per_unit_minor is not null and u.stage = 'production'`;
const REVIEWED = "select quarter from quarters where status = 'in-review' limit 1";
const CLOSED = "select quarter from quarters where status = 'closed' order by quarter desc limit 1";
const VENDOR = "select 'vendors' as register, id from vendors order by id limit 1";
const MODEL = "select 'models' as register, id from models order by id limit 1";
const DATA_SET = "select 'data-sets' as register, id from data_sets order by id limit 1";

const OWN_RISK = "select id as risk from risks where use_case_id is null order by id limit 1";
const AT_RISK = `select reference, risks.id as risk from use_cases join risks on risks.use_case_id = use_cases.id
  where risks.id in (select risk_id from risk_reviews) order by risks.id limit 1`;
const GONE_WRONG = `select reference, incidents.id as incident from use_cases
  join incidents on incidents.use_case_id = use_cases.id order by incidents.id limit 1`;
const DRAFTED_MODEL = "select id from scoring_drafts order by id limit 1";

const SCENARIO = "select id from choice_scenarios where status = 'done' order by id limit 1";

const COMPARED = `select min(u.reference) as one, max(u.reference) as two, 'UC-0001' as three from use_cases u
  join standings s on s.use_case_id = u.id where u.stage in ('approved', 'poc') and s.npv_p50_minor is not null`;

const BEGUN = "select id from imports where status = 'uploaded' order by id desc limit 1";

export const PAGES: readonly SitePage[] = [
  { path: "/", as: "chair", dark: true },
  { path: "/", as: "champion" },
  { path: "/", as: "executive" },
  { path: "/", as: "finance" },
  { path: "/", as: "legal" },
  { path: "/", as: "admin" },
  { path: "/sign-in", as: "stranger", dark: true },
  { path: "/account", as: "champion" },
  { path: "/account/tokens", as: "champion" },
  { path: "/notifications", as: "champion", dark: true },
  { path: "/api", as: "champion", dark: true },
  { path: "/api", as: "stranger" },
  { path: "/api/:group", as: "champion", with: "select 'use-cases' as \"group\"", dark: true },

  { path: "/use-cases", as: "champion", dark: true },
  { path: "/use-cases?stage=assessment", as: "chair" },
  { path: "/use-cases?q=zzzz", as: "executive" },
  { path: "/use-cases?group=stage&sort=npv,title&columns=reference,since,owner,tags,proven", as: "chair" },
  { path: "/use-cases?owner=nobody", as: "chair" },
  { path: "/use-cases/views", as: "champion" },
  { path: "/use-cases/export?stage=production", as: "champion", dark: true },
  { path: "/use-cases/bulk?act=screen&all=yes&stage=submitted,assessment", as: "chair", dark: true },
  { path: "/use-cases/bulk/acts", as: "chair" },
  { path: "/debts", as: "champion" },
  { path: "/use-cases/new", as: "champion" },
  { path: "/use-cases/:reference", as: "champion", with: LIVE, dark: true },
  { path: "/use-cases/:reference", as: "chair", with: POC },
  { path: "/use-cases/:reference/edit", as: "admin", with: LIVE },
  { path: "/use-cases/:reference/edit", as: "admin", with: DRAFT },
  { path: "/use-cases/:reference/activity", as: "executive", with: LIVE },
  { path: "/use-cases/:reference/history/:version", as: "champion", with: CHANGED, dark: true },
  { path: "/use-cases/:reference/files", as: "chair", with: LIVE },
  { path: "/use-cases/:reference/links", as: "chair", with: LIVE, dark: true },
  { path: "/use-cases/:reference/join", as: "champion", with: LIVE, dark: true },
  { path: "/use-cases/:reference/merge", as: "chair", with: POC, dark: true },
  { path: "/use-cases/merge?case=1&case=2", as: "chair", dark: true },
  { path: "/use-cases/duplicates", as: "chair", dark: true },
  { path: "/use-cases/:reference/governance", as: "legal", with: LIVE },
  { path: "/use-cases/:reference/ai-act", as: "legal", with: LIVE, dark: true },
  { path: "/use-cases/:reference/risks", as: "security", with: GONE_WRONG, dark: true },
  { path: "/use-cases/:reference/risks/new", as: "security", with: LIVE },
  { path: "/use-cases/:reference/risks/:risk", as: "security", with: AT_RISK, dark: true },
  { path: "/use-cases/:reference/incidents/new", as: "champion", with: LIVE },
  { path: "/use-cases/:reference/incidents/:incident", as: "security", with: GONE_WRONG, dark: true },
  { path: "/use-cases/:reference/trust-card", as: "executive", with: GONE_WRONG, dark: true },
  { path: "/use-cases/:reference/assessment", as: "chair", with: LIVE },
  { path: "/use-cases/:reference/business-case", as: "finance", with: LIVE, dark: true },
  { path: "/use-cases/:reference/business-case/edit", as: "finance", with: LIVE },
  { path: "/use-cases/:reference/kpis", as: "finance", with: LIVE },
  { path: "/use-cases/:reference/kpis/new", as: "finance", with: LIVE },
  { path: "/use-cases/:reference/kpis/:kpi/edit", as: "finance", with: KPI },
  { path: "/use-cases/:reference/poc", as: "chair", with: POC },
  { path: "/use-cases/:reference/poc", as: "chair", with: FOLLOWED, dark: true },
  { path: "/use-cases/:reference/poc", as: "champion", with: SWITCHED },
  { path: "/use-cases/:reference/poc?attempt=:id", as: "champion", with: changeable("attempts"), dark: true },
  { path: "/use-cases/:reference/poc?check-in=:id", as: "accounts", with: changeable("poc_check_ins"), dark: true },
  { path: "/use-cases/:reference/poc/edit", as: "champion", with: OURS },

  { path: "/use-cases/:reference/roll-out", as: "champion", with: ROLLED_OUT, dark: true },

  { path: "/campaigns", as: "champion" },
  { path: "/campaigns/new", as: "chair" },
  { path: "/campaigns/:slug", as: "champion", with: RUNNING, dark: true },
  { path: "/campaigns/:slug", as: "executive", with: OVER },
  { path: "/campaigns/:slug/edit", as: "chair", with: RUNNING },
  { path: "/campaigns/:slug/wall", as: "champion", with: RUNNING },
  { path: "/capture", as: "champion" },
  { path: "/capture/list", as: "champion" },
  { path: "/capture/lines", as: "champion" },
  { path: "/capture/:code", as: "stranger", with: RUNNING },

  { path: "/import", as: "admin" },
  { path: "/import/:id", as: "admin", with: BEGUN },
  { path: "/import/:id/columns", as: "admin", with: BEGUN },
  { path: "/import/:id/values", as: "admin", with: BEGUN },
  { path: "/import/:id/check", as: "admin", with: BEGUN },
  { path: "/import/:id/run", as: "admin", with: BEGUN },

  { path: "/screening", as: "chair", dark: true },
  { path: "/assess", as: "chair" },
  { path: "/assess/agreement", as: "executive" },
  { path: "/assess/agreement?set=all", as: "executive", dark: true },
  { path: "/assess/models", as: "chair", dark: true },
  { path: "/assess/models/:id", as: "executive", with: "select max(id) as id from scoring_models" },
  { path: "/assess/models/drafts/:id", as: "chair", with: DRAFTED_MODEL },
  { path: "/assess/models/drafts/:id/preview", as: "admin", with: DRAFTED_MODEL },
  { path: "/prioritise", as: "chair", dark: true },
  {
    path: "/prioritise?budget=400000&people=6&assumed=2&x=npvP50Minor&y=risk&colour=department&rows=1",
    as: "executive",
    dark: true,
  },
  { path: "/prioritise/what-if?weight.value-complexity.benefit=0&value=60&budget=400000", as: "admin", dark: true },
  { path: "/prioritise/compare", as: "chair" },
  { path: "/prioritise/compare?case=:one&case=:two&case=:three", as: "executive", with: COMPARED, dark: true },
  { path: "/prioritise/choice", as: "chair", dark: true },
  { path: "/prioritise/choice", as: "executive" },
  { path: "/prioritise/choice/:id", as: "chair", with: SCENARIO, dark: true },
  { path: "/prioritise/filters", as: "chair" },
  { path: "/committee", as: "chair" },
  { path: "/committee/conditions", as: "chair" },
  { path: "/committee/against-rank", as: "executive", dark: true },
  {
    path: "/committee/:number/:reference",
    as: "legal",
    with: "select s.number, u.reference from decisions d join committee_sessions s on s.id = d.session_id join use_cases u on u.id = d.use_case_id order by d.id limit 1",
  },
  {
    path: "/committee/:number",
    as: "chair",
    with: "select number from committee_sessions where status = 'closed' order by number limit 1",
  },
  {
    path: "/committee/:number",
    as: "chair",
    with: "select number from committee_sessions where status = 'planned' order by number limit 1",
  },

  { path: "/pipeline", as: "executive", dark: true },
  { path: "/pipeline?lanes=department", as: "chair" },
  { path: "/pipeline?view=flow", as: "executive" },
  {
    path: "/pipeline/:reference",
    as: "chair",
    with: "select reference from use_cases where stage = 'approved' order by id limit 1",
  },
  { path: "/sign-offs", as: "legal" },
  { path: "/registers/ai-act", as: "legal" },
  { path: "/registers", as: "chair", dark: true },
  { path: "/registers/:register", as: "chair", with: "select 'vendors' as register" },
  { path: "/registers/:register?sort=due", as: "champion", with: "select 'models' as register", dark: true },
  { path: "/registers/:register", as: "legal", with: "select 'data-sets' as register" },
  { path: "/registers/:register/new", as: "chair", with: "select 'models' as register" },
  { path: "/registers/:register/import", as: "chair", with: "select 'data-sets' as register" },
  { path: "/registers/:register/:id", as: "chair", with: VENDOR, dark: true },
  { path: "/registers/:register/:id", as: "champion", with: MODEL },
  { path: "/registers/:register/:id", as: "chair", with: DATA_SET },
  { path: "/registers/:register/:id/edit", as: "chair", with: VENDOR },
  { path: "/registers/exposure", as: "executive", dark: true },
  { path: "/registers/exposure?by=model&sort=useCases", as: "chair" },
  { path: "/registers/exposure/what-if?vendor=1&price=2", as: "executive", dark: true },
  { path: "/registers/exposure/cases?by=vendor&id=1", as: "executive" },
  { path: "/registers/risks", as: "security", dark: true },
  { path: "/registers/risks/new", as: "security", dark: true },
  { path: "/registers/risks/:risk", as: "security", with: OWN_RISK, dark: true },
  { path: "/registers/risks?level=low&review=overdue", as: "chair" },
  { path: "/registers/incidents", as: "executive", dark: true },
  { path: "/registers/incidents?quarter=2026-Q4", as: "finance" },

  { path: "/report", as: "champion" },
  { path: "/report/:id", as: "finance", with: "select id from reports order by id desc limit 1" },
  { path: "/report/missing?kpi=:kpi&quarter=:quarter", as: "finance", with: KPI },
  { path: "/kpis/overlaps", as: "finance", dark: true },
  { path: "/kpis/overlaps/decide?kpi=:one&kpi=:other", as: "finance", with: IN_MONEY, dark: true },
  { path: "/quarter/:quarter", as: "finance", with: REVIEWED },
  { path: "/quarter/:quarter/review", as: "finance", with: REVIEWED },
  { path: "/quarter/:quarter/costs", as: "finance", with: REVIEWED },
  { path: "/quarter/:quarter/close", as: "finance", with: REVIEWED },
  { path: "/quarter/:quarter/close", as: "finance", with: CLOSED },
  { path: "/dashboard", as: "executive", dark: true },
  { path: "/calibration", as: "executive", dark: true },
  { path: "/calibration?by=kind&of=cost-avoided", as: "finance" },
  { path: "/dashboard/cases", as: "executive" },
  { path: "/dashboard/reports", as: "executive" },
  { path: "/dashboard/costs", as: "executive" },
  { path: "/dashboard/reconciliation", as: "executive" },
  { path: "/dashboard/star", as: "executive" },
  { path: "/dashboard/changes", as: "executive", dark: true },
  { path: "/dashboard/forecast", as: "executive", dark: true },
  { path: "/quarterly-review?quarter=2026-Q2&department=1", as: "finance", dark: true },
  { path: "/dashboard/past", as: "executive", dark: true },
  { path: "/dashboard/past/cases", as: "executive" },

  { path: "/people", as: "executive" },
  { path: "/people/new", as: "admin" },
  { path: "/people/:id", as: "admin", with: "select max(id) as id from people" },
  { path: "/admin", as: "admin" },
  { path: "/admin/rates", as: "finance" },
  { path: "/admin/gates", as: "admin", dark: true },
  { path: "/admin/ai-act", as: "legal" },
  { path: "/admin/mail", as: "admin" },
  { path: "/admin/departments", as: "admin" },
  { path: "/admin/departments/new", as: "admin" },
  { path: "/admin/departments/:id", as: "admin", with: "select id from departments order by id limit 1" },
  { path: "/audit", as: "admin" },
];

/** Pages that no seeded demonstration can show, and where they are tried instead. */
export const ELSEWHERE: Record<string, string> = {
  "/:": "is where no page is: test/journeys/nowhere.test.ts",
  "/set-up": "needs an empty database: test/browser/without-script.test.ts",
  "/mail/:token": "needs a mail: test/journeys/mail.test.ts",
  "/password/:token": "needs a link: test/browser/without-script.test.ts",
};
