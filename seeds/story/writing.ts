import type { Day } from "#app/kernel/day";
import { addDays, day } from "#app/kernel/day";
import type { Evidence } from "#app/kernel/evidence";
import { type Minor, roundMinor } from "#app/kernel/money";
import { addQuarters, firstDayOf, quarter } from "#app/kernel/quarter";
import type { Stage } from "#app/use-cases/stages";
import type {
  AiAct,
  Assessment,
  Attempt,
  Both,
  CaseStory,
  CheckIn,
  Comment,
  Cost,
  CostKind,
  Decision,
  Entry,
  Key,
  Kpi,
  Move,
  Outcome,
  Poc,
  Report,
  Restatement,
  Screening,
  SignOff,
} from "./types";

const NARROW = "\u202F";

/** Both languages at once; the builder sets the apostrophes and the narrow spaces so that the story stays easy to type. */
export function t(fr: string, en: string): Both {
  return { fr: setFrench(fr), en: setApostrophes(en) };
}

function setApostrophes(text: string): string {
  return text.replace(/'/g, "’").replace(/\.\.\./g, "…");
}

function setFrench(text: string): string {
  return setApostrophes(text)
    .replace(/ ([;:!?»%€])/g, `${NARROW}$1`)
    .replace(/« /g, `«${NARROW}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/(\d) (?=(?:k€|M€|(?:h|min|km|kg|t|s|ms)(?![\p{L}\d])))/gu, `$1${NARROW}`);
}

export function euros(amount: number): Minor {
  return roundMinor(amount * 100);
}

export const FISCAL_FIRST_MONTH = 2;

/** The day that falls `days` after the last day of a quarter: the story dates what is collected by it. */
export function afterEnd(of: string, days: number): Day {
  return addDays(firstDayOf(addQuarters(quarter(of), 1), FISCAL_FIRST_MONTH), days - 1);
}

/** The quarter that the story leaves in review: nothing in it is accepted unless it is told so. */
const IN_REVIEW = "2026-Q3";
const REVIEWED_AFTER_DAYS = 27;
const ENTERED_AFTER_DAYS = 15;

type Required = "key" | "department" | "author" | "title" | "need" | "entry";

/** A case with what applies to it; what is not told is null or empty. */
export function aCase(told: Pick<CaseStory, Required> & Partial<Omit<CaseStory, Required>>): CaseStory {
  return {
    expectedBenefit: null,
    affected: null,
    peopleAffected: null,
    frequency: null,
    minutesPerTime: null,
    dataInvolved: null,
    source: null,
    aiType: null,
    owner: null,
    technicalOwner: null,
    campaign: null,
    similar: null,
    vendors: [],
    screening: null,
    assessments: [],
    round: null,
    businessCase: null,
    filterExceptions: [],
    decisions: [],
    poc: null,
    signOffs: [],
    aiAct: null,
    humanReviewer: null,
    kpis: [],
    costs: [],
    moves: [],
    comments: [],
    ...told,
  };
}

export function form(on: string): Entry {
  return { how: "form", on: day(on) };
}

export function live(on: string, liveSince: string): Entry {
  return { how: "live", on: day(on), stage: "production", liveSince: day(liveSince) };
}

export function to(
  stage: Stage,
  on: string,
  by: Key,
  more: {
    session?: Key;
    reason?: Both;
    relookOn?: string;
    into?: Key;
    learning?: Both;
    overridden?: Move["overridden"];
  } = {},
): Move {
  return {
    to: stage,
    on: day(on),
    by,
    reason: more.reason ?? null,
    session: more.session ?? null,
    relookOn: more.relookOn ? day(more.relookOn) : null,
    mergedInto: more.into ?? null,
    learning: more.learning ?? null,
    overridden: more.overridden ?? [],
  };
}

/** `flags`: C customer-facing, H human in the loop, R replaces (else augments), P personal data. */
export function screened(on: string, by: Key, flags: string, exception?: Both): Screening {
  return {
    on: day(on),
    by,
    prohibitedPractice: false,
    customerFacing: flags.includes("C"),
    humanInTheLoop: flags.includes("H"),
    augmentOrReplace: flags.includes("R") ? "replace" : "augment",
    personalData: flags.includes("P"),
    exception: exception ?? null,
  };
}

/**
 * Scores in order, a digit each: `value` = benefit, strategy, reach, experience;
 * `complexity` = data, integration, change, risk, maturity (5 = hard).
 */
export function assess(by: Key, on: string, value: string, complexity: string, comment?: Both): Assessment {
  const [benefit, strategy, reach, experience] = [...value].map(Number);
  const [data, integration, change, risk, maturity] = [...complexity].map(Number);
  const scores = { benefit, strategy, reach, experience, data, integration, change, risk, maturity };
  return { by, on: day(on), scores: scores as Assessment["scores"], comment: comment ?? null };
}

export function decided(
  session: Key,
  outcome: Outcome,
  reason: Both,
  more: { relookOn?: string; into?: Key; againstRank?: boolean } = {},
): Decision {
  return {
    session,
    outcome,
    reason,
    relookOn: more.relookOn ? day(more.relookOn) : null,
    mergeInto: more.into ?? null,
    againstRank: more.againstRank ?? false,
  };
}

type Dated<Shape, Name extends keyof Shape> = Omit<Shape, Name> & Record<Name, string>;
type PocTold = Dated<Omit<Poc, "budgetCap" | "team" | "attempts" | "verdict">, "definedOn" | "startsOn" | "endsOn"> & {
  budget: number;
  team: [Key, Both][];
  attempts: Attempt[];
  verdict?: [outcome: "scale" | "pivot" | "stop", on: string, by: Key, result: number | null, learning: Both];
};

export function poc({ budget, team, verdict, ...told }: PocTold): Poc {
  return {
    ...told,
    definedOn: day(told.definedOn),
    startsOn: day(told.startsOn),
    endsOn: day(told.endsOn),
    budgetCap: euros(budget),
    team: team.map(([person, role]) => ({ person, role })),
    verdict: verdict
      ? { outcome: verdict[0], on: day(verdict[1]), by: verdict[2], result: verdict[3], learning: verdict[4] }
      : null,
  };
}

/** A week of a POC: since its start, so many euros and so many days of work. */
export function week(
  on: string,
  value: number | null,
  used: [spent: number, personDays: number],
  confidence: CheckIn["confidence"],
  more: { blockers?: Both; next?: Both } = {},
): CheckIn {
  const [spent, personDays] = used;
  const { blockers = null, next = null } = more;
  return { on: day(on), value, confidence, spent: euros(spent), personDays, blockers, next };
}

/** `runCost` in euros. */
export function attempt(
  on: string,
  model: Key,
  runCost: number,
  result: number | null,
  label: Both,
  guardrail: Both,
  more: Partial<Attempt> = {},
): Attempt {
  return { on: day(on), model, runCost: euros(runCost), result, label, guardrail, ...more };
}

export function signed(
  kind: SignOff["kind"],
  by: Key,
  asked: [by: Key, on: string],
  on: string,
  note: Both,
  more: { no?: boolean; conditions?: Both; asked?: NonNullable<SignOff["answer"]>["asked"] } = {},
): SignOff {
  const { no = false, conditions = null, asked: askedOf = [] } = more;
  const answer = { yes: !no, by, on: day(on), note, conditions, asked: askedOf };
  return { kind, requestedBy: asked[0], requestedOn: day(asked[1]), answer };
}

export function awaiting(kind: SignOff["kind"], by: Key, on: string): SignOff {
  return { kind, requestedBy: by, requestedOn: day(on), answer: null };
}

export function aiAct(level: AiAct["class"], on: string, basis: Both, answers?: AiAct["answers"]): AiAct {
  return { class: level, by: "ines", on: day(on), basis, ...(answers && { answers }) };
}

/** An AI system that the house made for its own people, of which nothing else is said yet. */
export const OF_OUR_OWN = {
  aiSystem: "yes",
  roles: ["provider", "deployer"],
  euLink: ["placed-in-union", "deployer-in-union"],
  exclusion: ["none"],
  prohibitedPractices: ["none"],
  annexIProduct: "none",
  annexIIIAreas: ["none"],
  transparency: ["none"],
  gpaiModel: "no",
} satisfies AiAct["answers"];

export function reviewer(person: Key, on: string): CaseStory["humanReviewer"] {
  return { person, on: day(on) };
}

interface ReportTold {
  quarter: string;
  actual: number | null;
  evidence: Evidence;
  /** After the quarter's last day. */
  days: number;
  note?: Both;
  because?: Both;
  sentBack?: Both;
}

export function rep(of: string, actual: number, evidence: Evidence, days: number, note?: Both): ReportTold {
  return { quarter: of, actual, evidence, days, note };
}

/** A report that finance asks to be done again. */
export function sentBack(report: ReportTold, note: Both): ReportTold {
  return { ...report, sentBack: note };
}

/** «Not available, because …» */
export function unavailable(of: string, days: number, because: Both): ReportTold {
  return { quarter: of, actual: null, evidence: 0, days, because };
}

type KpiTold = Pick<Kpi, "key" | "name" | "unit" | "direction" | "target" | "owner"> & {
  definedOn: string;
  baseline: [value: number, period: string, method: Both];
  /** Euros for one unit in one quarter. */
  worth?: number;
  attribution?: number;
  aggregation?: Kpi["aggregation"];
  limit?: number;
  from: string;
  until?: string;
  source: Both;
  reviewer?: Key;
  reports?: ReportTold[];
  restatements?: Restatement[];
};

/** A KPI; with a `limit` it is a guardrail. Reports of closed quarters were accepted by finance before the close. */
export function kpi(told: KpiTold): Kpi {
  const [value, period, method] = told.baseline;
  return {
    key: told.key,
    definedOn: day(told.definedOn),
    name: told.name,
    unit: told.unit,
    direction: told.direction,
    baseline: { value, period, method },
    target: told.target,
    owner: told.owner,
    valuePerUnit: told.worth === undefined ? null : told.worth * 100,
    attribution: told.attribution ?? 1,
    aggregation: told.aggregation ?? "average",
    guardrail: told.limit !== undefined,
    limit: told.limit ?? null,
    firstQuarter: quarter(told.from),
    lastQuarter: told.until ? quarter(told.until) : null,
    reports: (told.reports ?? []).map((each) => report(each, told)),
    restatements: told.restatements ?? [],
  };
}

function report(each: ReportTold, { owner, source, reviewer: by = "etienne" }: KpiTold): Report {
  const on = afterEnd(each.quarter, each.days);
  const reviewed = each.quarter !== IN_REVIEW || each.evidence === 3;
  const verdict = each.sentBack ? ("sent-back" as const) : ("accepted" as const);
  const reviewedOn = each.quarter === IN_REVIEW ? addDays(on, 3) : afterEnd(each.quarter, REVIEWED_AFTER_DAYS);
  return {
    quarter: quarter(each.quarter),
    actual: each.actual,
    unavailableBecause: each.because ?? null,
    evidence: each.evidence,
    source: each.evidence > 0 ? source : null,
    note: each.note ?? null,
    by: owner,
    on,
    review: reviewed || each.sentBack ? { by, on: reviewedOn, verdict, note: each.sentBack ?? null } : null,
  };
}

export function restated(
  of: string,
  change: { from: number; to: number; evidence: [Evidence, Evidence] },
  by: Key,
  on: string,
  reason: Both,
): Restatement {
  const [oldEvidence, newEvidence] = change.evidence;
  const figures = { oldActual: change.from, newActual: change.to, oldEvidence, newEvidence };
  return { quarter: quarter(of), ...figures, reason, by, on: day(on) };
}

/** Actual costs in euros, by quarter and kind. */
export function spent(by: Key, costs: Record<string, Partial<Record<CostKind, number>>>): Cost[] {
  return Object.entries(costs).flatMap(([of, kinds]) =>
    Object.entries(kinds).map(([kind, amount]) => ({
      quarter: quarter(of),
      kind: kind as CostKind,
      amount: euros(amount),
      by,
      on: afterEnd(of, ENTERED_AFTER_DAYS),
      note: null,
    })),
  );
}

export function said(by: Key, on: string, body: Both): Comment {
  return { by, on: day(on), body };
}
