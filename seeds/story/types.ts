import type { Line } from "#app/business-cases/lines";
import type { Outcome as Decided } from "#app/committee/sessions";
import type { Vote } from "#app/committee/votes";
import type { Day } from "#app/kernel/day";
import type { Evidence } from "#app/kernel/evidence";
import type { Minor } from "#app/kernel/money";
import type { Quarter } from "#app/kernel/quarter";
import type { Role } from "#app/people/roles";
import type { Answers } from "#app/safeguards/ai-act/answers";
import type { Seriousness, Severity } from "#app/safeguards/incidents/incident";
import type { Mark, RiskCategory } from "#app/safeguards/risks/risk";
import type { CardContent } from "#app/safeguards/trust-card";
import type { CampaignKind } from "#app/use-cases/campaigns/campaign";
import type { AI_TYPES, SOURCES, TimesPer } from "#app/use-cases/content";
import type { Requirement } from "#app/use-cases/gates";
import type { LinkKind } from "#app/use-cases/links/link-kinds";
import type { Stage } from "#app/use-cases/stages";

/**
 * A demonstration firm as a declarative record: who did what on which day. Nothing here has an id: a slug (`Key`) stands
 * for each thing, and `seeds/run.ts` turns slugs into ids as it plays the record through the product's commands.
 */
export type Key = string;

/** What people of the story wrote is always told in both languages. */
export interface Both {
  fr: string;
  en: string;
}

export const VALUE_CRITERIA = ["benefit", "strategy", "reach", "experience"] as const;
/** 5 = hard. */
export const COMPLEXITY_CRITERIA = ["data", "integration", "change", "risk", "maturity"] as const;
export type Criterion = (typeof VALUE_CRITERIA)[number] | (typeof COMPLEXITY_CRITERIA)[number];

export interface Organisation {
  name: string;
  about: Both;
  currency: "EUR";
  fiscalFirstMonth: number;
  timeZone: string;
  locale: "fr";
  discountRate: number;
  horizonQuarters: number;
  assessmentsNeeded: number;
  quorum: number;
  createdOn: Day;
}

export interface Department {
  key: Key;
  code: string;
  name: Both;
  headcount: number;
  /** Loaded cost of an hour. */
  hourlyCost: Minor;
}

export interface Person {
  key: Key;
  name: string;
  email: string;
  locale: "fr" | "en";
  job: Both;
  roles: Role[];
  /** None: the head office's own functions (general management, legal, systems). */
  departments: Key[];
}

/** What somebody captured in one line: a person of the story, or whoever came by the link and may have given a name. */
export interface CapturedLine {
  on: Day;
  department: Key;
  by: { person: Key } | { name: string };
  text: Both;
}

export interface Campaign {
  key: Key;
  name: Both;
  kind: CampaignKind;
  startsOn: Day;
  endsOn: Day;
  target: number;
  departments: Key[];
  /** What is hoped for from each department. */
  targets: Record<Key, number>;
  by: Key;
  host: Key;
  openCapture: boolean;
  brief: Both;
  prize: Both | null;
  lines: CapturedLine[];
  /** What its host said of it afterwards. */
  summary: { on: Day; words: Both } | null;
}

export interface Vendor {
  key: Key;
  name: string;
  type: "large-tech" | "start-up" | "internal" | "open-source";
  country: string;
}

export interface Model {
  key: Key;
  vendor: Key;
  name: string;
  hosting: "self-hosted" | "eu" | "third-country";
}

/** A rule that a case must pass to be approved; `field` names the figure that it reads. */
export interface Filter {
  key: Key;
  name: Both;
  field: "paybackQuarters" | "complexity" | "npvMinor";
  operator: "at-most" | "at-least";
  threshold: number;
}

export interface Session {
  key: Key;
  number: number;
  heldOn: Day;
  chair: Key;
  present: Key[];
  notes: Both;
  closed: boolean;
  /** What who could not come sent in writing. */
  opinions: { by: Key; opinion: Both }[];
  /** How members would have decided, and what came with a decision, by the key of its case. */
  voted: Record<Key, { by: Key; vote: Vote; why?: Both }[]>;
  granted: Record<Key, { budget: Minor; asked: { text: Both; of: Key; dueOn: Day }[] }>;
  /** What is on the table of a session that has not been held; a held session's agenda is its decisions. */
  agenda: Key[];
}

export interface QuarterStory {
  quarter: Quarter;
  status: "open" | "in-review" | "closed";
  collectedFrom: Day | null;
  closedOn: Day | null;
  closedBy: Key | null;
  /** Departments that sent nothing by the due day, and what was said of it. */
  silent: { department: Key; remindedOn: Day; note: Both }[];
}

export interface Story {
  today: Day;
  organisation: Organisation;
  departments: Department[];
  people: Person[];
  campaigns: Campaign[];
  scoring: ScoringStory;
  vendors: Vendor[];
  models: Model[];
  filters: Filter[];
  sessions: Session[];
  quarters: QuarterStory[];
  reviews: ReviewStory[];
  cases: CaseStory[];
  /** What people leave on the cases beside their content. */
  gathered: Gathered[];
  /** What may go wrong with the cases, and what did. */
  guarded: Guarded[];
  ownRisks: OwnRisk[];
}

export interface RiskStory {
  title: Both;
  description: Both | null;
  category: RiskCategory;
  owner: Key;
  likelihood: Mark;
  impact: Mark;
  mitigation: Both | null;
  mitigationOwner: Key | null;
  mitigationDueOn: Day | null;
  residual: [likelihood: Mark, impact: Mark] | null;
  reviewOn: Day;
}

export interface IncidentStory {
  title: Both;
  what: Both;
  severity: Severity;
  started: [on: Day, time: string | null];
  detected: [on: Day, time: string | null];
  ended: [on: Day, time: string | null] | null;
  affected: Both | null;
  affectedCount: number | null;
  personalData: boolean | null;
  seriousness: Seriousness | null;
  cause: Both | null;
  correction: Both | null;
  hoursLost: number | null;
}

/** One thing that somebody did for the safety of a case. */
export interface Guarded {
  on: Day;
  useCase: Key;
  by: Key;
  act:
    | { what: "card"; card: Partial<CardContent> }
    | { what: "risk"; risk: RiskStory }
    | {
        what: "review";
        risk: RiskStory;
        note: Both;
        marks: [likelihood: Mark, impact: Mark];
        residual: [likelihood: Mark, impact: Mark] | null;
        doneOn: Day | null;
        reviewOn: Day;
      }
    | { what: "end-risk"; risk: RiskStory; reason: Both }
    | { what: "incident"; incident: IncidentStory; risk: RiskStory | null }
    | { what: "pause"; incident: IncidentStory; reason: Both; relookOn: Day }
    | { what: "resume"; incident: IncidentStory; reason: Both }
    | { what: "cost"; incident: IncidentStory; quarter: string; amount: number; note: Both }
    | { what: "close"; incident: IncidentStory; reason: Both };
}

/** A risk of the organisation itself, that somebody wrote down. */
export interface OwnRisk {
  on: Day;
  by: Key;
  risk: RiskStory;
}

export interface Gathered {
  on: Day;
  useCase: Key;
  by: Key;
  act:
    | { what: "tag"; tags: string[] }
    | { what: "vote" }
    | { what: "link"; kind: LinkKind; to: Key }
    | { what: "remark"; body: Both; internal: boolean }
    | { what: "file"; name: string; text: string; internal: boolean }
    | {
        what: "join";
        department: Key;
        need: Both;
        peopleAffected: number;
        frequency: { count: number; per: TimesPer };
        minutesPerTime: number;
        additional: boolean;
      };
}

/** How a case came into the book: through the form, as a case that already ran, or from the old spreadsheet. */
export type Entry =
  | { how: "form"; on: Day }
  | { how: "live"; on: Day; stage: Stage; liveSince: Day }
  | { how: "import"; on: Day; source: string; externalId: string; stage: Stage | null };

export interface Move {
  to: Stage;
  on: Day;
  by: Key;
  reason: Both | null;
  /** The session whose decision this move carries out: on its day where the decision itself moves the case. */
  session: Key | null;
  relookOn: Day | null;
  mergedInto: Key | null;
  /** What a retired case taught; a stopped one's learning is in its POC's verdict. */
  learning: Both | null;
  /** What the gate found missing and the chair let pass, `reason` saying why. */
  overridden: Requirement[];
}

export interface Screening {
  on: Day;
  by: Key;
  prohibitedPractice: boolean;
  customerFacing: boolean;
  humanInTheLoop: boolean;
  augmentOrReplace: "augment" | "replace";
  personalData: boolean;
  /** The committee's written exception to the red-line charter. */
  exception: Both | null;
}

export interface Assessment {
  by: Key;
  on: Day;
  scores: Record<Criterion, number>;
  comment: Both | null;
}

/** How the scoring model changed: a second version came into force, and the next one is being written. */
export interface ScoringStory {
  revision: { on: Day; by: Key; note: Both; criterion: Criterion; question: Both };
  next: { on: Day; by: Key };
}

/** Scored once more: who opened the round, why, and who has scored in it since. */
export interface Round {
  on: Day;
  by: Key;
  /** Why the chair does not score it: they abstain first, since who owes scores may not see the others'. */
  abstaining: Both;
  reason: Both;
  assessments: Assessment[];
}

export interface BusinessCase {
  on: Day;
  estimator: Key;
  firstQuarter: Quarter;
  lines: Line[];
  note: Both | null;
}

export interface FilterException {
  filter: Key;
  by: Key;
  on: Day;
  reason: Both;
}

/** `merge` is told with the session that agreed to it; the product merges without a decision. */
export type Outcome = Decided | "merge";

export interface Decision {
  session: Key;
  outcome: Outcome;
  reason: Both;
  relookOn: Day | null;
  mergeInto: Key | null;
  /** Taken against the rank, knowingly. */
  againstRank: boolean;
}

export interface Attempt {
  on: Day;
  label: Both;
  model: Key;
  /** What running it cost during the attempt. */
  runCost: Minor;
  /** On the POC's KPI; null when it could not be measured. */
  result: number | null;
  guardrail: Both;
  guardrailValue?: number;
  guardrailMet?: boolean;
  sampleSize?: number;
  method?: Both;
  /** Price of one unit in cents and their fractions, and how many a quarter takes. */
  unitCost?: { price: number; unit: string; volume: number };
  components?: {
    kind: "model" | "product" | "script" | "orchestration";
    name: string;
    model?: Key;
    vendor?: Key;
    licence: "open" | "proprietary" | null;
    hosting: "self-hosted" | "eu" | "third-country" | null;
    role: Both;
  }[];
}

/** A week of a POC; money and days of work are sums since its start. */
export interface CheckIn {
  on: Day;
  value: number | null;
  confidence: "on-track" | "at-risk" | "off";
  spent: Minor;
  personDays: number;
  blockers: Both | null;
  next: Both | null;
}

export interface Iteration {
  question: Both;
  from: Day;
  to: Day | null;
  learnt: Both | null;
}

/** A change of the sealed bet, signed by a chair who is no party to the case. */
export interface Amendment {
  askedOn: Day;
  reason: Both;
  change: { threshold?: number; endsOn?: Day; budgetCapMinor?: Minor };
  signedOn: Day;
  signedBy: Key;
}

/** A live case that runs on another model from a day on. Costs are cents a unit. */
export interface ModelSwitch {
  on: Day;
  by: Key;
  from: Key;
  to: Key;
  reason: Both;
  material: boolean;
  kpi: [before: number | null, after: number | null];
  guardrail: [before: number | null, after: number | null];
  cost: [before: number | null, after: number | null];
}

export interface Poc {
  definedOn: Day;
  by: Key;
  hypothesis: Both;
  startsOn: Day;
  endsOn: Day;
  peopleCap: number;
  budgetCap: Minor;
  team: { person: Key; role: Both }[];
  kpi: { name: Both; unit: string; direction: "up" | "down"; baseline: number; threshold: number };
  dataWhere: Both;
  dataWho: Both;
  dataUse: Both;
  vendor: Key;
  model: Key;
  personDaysCap?: number;
  dataOwner?: Key;
  oneFunctionReason?: Both;
  guardrail?: { name: Both; unit: string; direction: "up" | "down"; limit: number };
  checkIns?: CheckIn[];
  iterations?: Iteration[];
  amendments?: Amendment[];
  attempts: Attempt[];
  verdict: {
    outcome: "scale" | "pivot" | "stop";
    on: Day;
    by: Key;
    result: number | null;
    learning: Both;
    /** Why it is another than the results propose. */
    reason?: Both;
  } | null;
}

export interface SignOff {
  kind: "security" | "legal" | "finance";
  requestedBy: Key;
  requestedOn: Day;
  /** Null while it waits. */
  answer: {
    yes: boolean;
    by: Key;
    on: Day;
    note: Both;
    conditions: Both | null;
    /** What the yes asks of somebody until a day, and how it was met where it was. */
    asked?: { text: Both; owner: Key; dueOn: Day; met?: { on: Day; how: Both } }[];
  } | null;
}

export interface AiAct {
  class: "minimal" | "limited" | "high" | "prohibited";
  basis: Both;
  by: Key;
  on: Day;
  /** What the team answered of the questions, where it did: the class must be the one that they make. */
  answers?: Answers;
}

export interface Report {
  quarter: Quarter;
  actual: number | null;
  unavailableBecause: Both | null;
  /** 3 was reported as measured, and raised by finance's review. */
  evidence: Evidence;
  source: Both | null;
  note: Both | null;
  by: Key;
  on: Day;
  /** What finance said of it; evidence 3 never goes without it. */
  review: { by: Key; on: Day; verdict: "accepted" | "sent-back"; note: Both | null } | null;
}

export interface Restatement {
  quarter: Quarter;
  oldActual: number;
  newActual: number;
  oldEvidence: Evidence;
  newEvidence: Evidence;
  reason: Both;
  by: Key;
  on: Day;
}

export type Aggregation = "sum" | "average" | "latest" | "max" | "min";

export interface Kpi {
  key: Key;
  /** By the case's owner. */
  definedOn: Day;
  name: Both;
  unit: string;
  direction: "up" | "down";
  baseline: { value: number; period: string; method: Both };
  target: number;
  owner: Key;
  /** Minor units for one unit of the KPI in one quarter; null when the KPI is not turned into money. */
  valuePerUnit: number | null;
  attribution: number;
  aggregation: Aggregation;
  guardrail: boolean;
  /** A guardrail's limit: beyond it, against its direction, it is broken. */
  limit: number | null;
  firstQuarter: Quarter;
  lastQuarter: Quarter | null;
  reports: Report[];
  restatements: Restatement[];
}

export const COST_KINDS = ["build", "licence", "usage", "run", "review", "change"] as const;
export type CostKind = (typeof COST_KINDS)[number];

export interface Cost {
  quarter: Quarter;
  kind: CostKind;
  amount: Minor;
  by: Key;
  on: Day;
  note: Both | null;
}

export interface Comment {
  by: Key;
  on: Day;
  body: Both;
}

export interface CaseStory {
  key: Key;
  department: Key;
  title: Both;
  need: Both;
  expectedBenefit: Both | null;
  affected: Both | null;
  peopleAffected: number | null;
  /** How often the task is done today, by one person. */
  frequency: { count: number; per: TimesPer } | null;
  minutesPerTime: number | null;
  dataInvolved: Both | null;
  source: (typeof SOURCES)[number] | null;
  aiType: (typeof AI_TYPES)[number] | null;
  author: Key;
  /** The business owner. */
  owner: Key | null;
  technicalOwner: Key | null;
  campaign: Key | null;
  entry: Entry;
  similar: { lookedAt: Key[]; whyNew: Both | null } | null;
  vendors: Key[];
  screening: Screening | null;
  assessments: Assessment[];
  round: Round | null;
  businessCase: BusinessCase | null;
  filterExceptions: FilterException[];
  decisions: Decision[];
  poc: Poc | null;
  switches?: ModelSwitch[];
  signOffs: SignOff[];
  aiAct: AiAct | null;
  humanReviewer: { person: Key; on: Day } | null;
  kpis: Kpi[];
  costs: Cost[];
  moves: Move[];
  comments: Comment[];
}

/** What departments presented of a quarter, and what was decided there. */
export interface ReviewStory {
  quarter: Quarter;
  plannedOn: Day;
  heldOn: Day;
  startsAt: string;
  openingMinutes: number;
  /** In the order of the agenda. */
  slots: { department: Key; minutes: number; liveTarget: number }[];
  /** By the keys of cases. */
  presented: Key[];
  decided: { decision: Both; useCase: Key | null; owner: Key; dueOn: Day }[];
}
