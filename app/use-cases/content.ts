import { fold, type Told, tell } from "#app/kernel/told";
import type { GateFacts } from "./gates";
import { type About, aboutOf } from "./similar/concepts";

/** How often a task is done: by one person, today. */
export const TIMES_PER = ["day", "week", "month", "quarter", "year"] as const;
export type TimesPer = (typeof TIMES_PER)[number];

/** Where the idea came from. */
export const SOURCES = ["training", "field", "workshop", "survey", "vendor", "hackathon", "other"] as const;

/** Kinds of AI that the form offers; an imported case keeps the words of its file. */
export const AI_TYPES = ["generative", "agentic", "classic-ml", "vision", "optimisation", "rpa", "other"] as const;

export function isOffered<const Values extends readonly string[]>(
  values: Values,
  text: string | null | undefined,
): text is Values[number] {
  return (values as readonly (string | null | undefined)[]).includes(text);
}

/**
 * How much a case holds, whichever door it came in by: form or file. Short titles read better, but an inventory that says
 * more is kept whole, and a case that was let in can be edited. A text is at most what a cell of a workbook holds.
 */
export const CONTENT_LIMITS = { title: 500, text: 32_767, word: 80, tool: 200, people: 10_000_000_000 } as const;

/** What people say of a use case. Null is not said yet. */
export interface CaseContent {
  title: Told;
  need: Told | null;
  expectedBenefit: Told | null;
  affected: Told | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
  dataInvolved: Told | null;
  toolInMind: string | null;
  source: string | null;
  aiType: string | null;
  country: string | null;
  departmentId: number | null;
  ownerId: number | null;
  technicalOwnerId: number | null;
  coAuthorId: number | null;
}

export const CONTENT_FIELDS = [
  "title",
  "need",
  "expectedBenefit",
  "affected",
  "peopleAffected",
  "timesPer",
  "times",
  "minutesPerTime",
  "dataInvolved",
  "toolInMind",
  "source",
  "aiType",
  "country",
  "departmentId",
  "ownerId",
  "technicalOwnerId",
  "coAuthorId",
] as const satisfies readonly (keyof CaseContent)[];

/** Of which nothing has been said yet. */
export const NOTHING_SAID: CaseContent = {
  ...{ title: {}, need: null, expectedBenefit: null, affected: null, peopleAffected: null },
  ...{ timesPer: null, times: null, minutesPerTime: null, dataInvolved: null, toolInMind: null },
  ...{ source: null, aiType: null, country: null },
  ...{ departmentId: null, ownerId: null, technicalOwnerId: null, coAuthorId: null },
};

/** Whether anything was written: who is asked, and what is chosen beforehand, is nothing yet. */
export function saysAnything(content: CaseContent): boolean {
  const { title, need, expectedBenefit, affected, dataInvolved } = content;
  const { toolInMind, peopleAffected, times, minutesPerTime } = content;
  return (
    [title, need, expectedBenefit, affected, dataInvolved].some((told) => tell(told, "fr") !== "") ||
    [toolInMind, peopleAffected, times, minutesPerTime].some((one) => one !== null)
  );
}

/** The content alone of a record that holds more. */
export function contentOf(record: CaseContent): CaseContent {
  const { title, need, expectedBenefit, affected, peopleAffected, timesPer, times, minutesPerTime } = record;
  const { dataInvolved, toolInMind, source, aiType, country } = record;
  const { departmentId, ownerId, technicalOwnerId, coAuthorId } = record;
  return {
    ...{ title, need, expectedBenefit, affected, peopleAffected, timesPer, times, minutesPerTime },
    ...{ dataInvolved, toolInMind, source, aiType, country, departmentId, ownerId, technicalOwnerId, coAuthorId },
  };
}

const TIMES_A_YEAR: Record<TimesPer, number> = { day: 220, week: 46, month: 12, quarter: 4, year: 1 };

/** How often the task is done in a quarter by all: people × times a year ÷ 4; null while one of them is unknown. */
export function timesAQuarter(content: Pick<CaseContent, "peopleAffected" | "times" | "timesPer">): number | null {
  const { peopleAffected, times, timesPer } = content;
  if (peopleAffected === null || times === null || timesPer === null) return null;
  return (peopleAffected * times * TIMES_A_YEAR[timesPer]) / 4;
}

/**
 * Hours a year that the task takes today: people × times a year × minutes ÷ 60; null while one of them is unknown.
 * A year is 220 working days, 46 working weeks.
 */
export function hoursAYear(
  content: Pick<CaseContent, "peopleAffected" | "times" | "timesPer" | "minutesPerTime">,
): number | null {
  const { peopleAffected, times, timesPer, minutesPerTime } = content;
  if (peopleAffected === null || times === null || timesPer === null || minutesPerTime === null) return null;
  return (peopleAffected * times * TIMES_A_YEAR[timesPer] * minutesPerTime) / 60;
}

/** What the list sorts a title by. */
export const foldedTitle = (title: Told): string => fold(tell(title, "fr"));

/** What a case is found by: the words of its texts, and what it is about in whatever words or language. */
export interface Findable {
  texts: string[];
  about: About[];
}

/** What finds a case. */
export function searchTexts(
  reference: string,
  content: Partial<Pick<CaseContent, "title" | "need" | "expectedBenefit" | "affected" | "dataInvolved">>,
  others: readonly (string | null | undefined)[] = [],
): Findable {
  const told = [content.title, content.need, content.expectedBenefit, content.affected, content.dataInvolved];
  const texts = [reference, ...told.flatMap((text) => [text?.fr, text?.en]), ...others];
  return {
    texts: texts.filter((text): text is string => text !== undefined && text !== null && text !== ""),
    about: aboutOf({ title: content.title ?? null, need: content.need ?? null }),
  };
}

/** A case of which nothing is known beyond what its author said: what the gate of submission looks at. */
export function submissionFacts(content: Omit<CaseContent, "title">, similarLookedAt: boolean): GateFacts {
  return {
    need: Boolean(tell(content.need, "fr")),
    department: content.departmentId !== null,
    affected: Boolean(tell(content.affected, "fr")),
    owner: content.ownerId !== null,
    expectedBenefit: Boolean(tell(content.expectedBenefit, "fr")),
    similarLookedAt,
    prohibitedPractice: null,
    customerFacing: null,
    humanInTheLoop: null,
    augmentOrReplace: null,
    redLineException: false,
    assessments: 0,
    assessmentsNeeded: 1,
    businessCase: false,
    filtersFailed: 0,
    decidedWithQuorum: false,
    poc: false,
    pocTeam: false,
    pocKpi: false,
    pocSealed: false,
    dataQuestions: false,
    modelOrVendor: false,
    businessOwner: content.ownerId !== null,
    technicalOwner: content.technicalOwnerId !== null,
    verdict: null,
    enteredLive: false,
    securitySignOff: false,
    legalSignOff: false,
    aiActClass: null,
    humanReviewer: false,
    kpi: false,
    guardrail: false,
    reason: false,
    learning: false,
    conditionsOverdue: 0,
    lapsed: [],
    own: [],
    stoodAt: null,
    judged: false,
    paused: false,
  };
}
