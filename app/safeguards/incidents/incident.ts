import { z } from "zod";
import { addMonths, type Day } from "#app/kernel/day";
import {
  choice,
  inQuarter,
  onDay,
  optionalAmount,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  startedFrom,
  startedFromOrNone,
  text,
  ticked,
  yesOrNo,
} from "#app/kernel/input";
import { type Locale, retold, type Told } from "#app/kernel/told";
import type { Stage } from "#app/use-cases/stages";

/** 1 is the gravest. */
export const SEVERITIES = [1, 2, 3, 4] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Whether it is a serious incident of Article 73 of the AI Act, and of which delay. */
export const SERIOUSNESS = ["no", "serious", "death", "widespread"] as const;
export type Seriousness = (typeof SERIOUSNESS)[number];

/** Stages in which something runs that can be stopped for a while. */
export const PAUSABLE_STAGES = ["poc", "pilot", "production"] as const satisfies readonly Stage[];

export function isPausable(stage: Stage | null): boolean {
  return (PAUSABLE_STAGES as readonly (Stage | null)[]).includes(stage);
}

export const TITLE_LETTERS = 200;
export const TEXT_LETTERS = 4_000;
export const MOST_HOURS = 1_000_000;

const optionalTime = z.preprocess(
  (typed) => (typeof typed === "string" && typed.trim() !== "" ? typed.trim() : null),
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "incidents.input.not-a-time")
    .nullable(),
);
const severity = z.coerce.number("desk.input.choose").pipe(z.literal([...SEVERITIES], "desk.input.choose"));
const seriousness = z.preprocess(
  (sent) => (sent === "" || sent === "unknown" || sent === undefined ? null : sent),
  choice(SERIOUSNESS).nullable(),
);

export const incidentFields = z.object({
  title: text(TITLE_LETTERS),
  what: text(TEXT_LETTERS),
  severity,
  startedOn: onDay,
  startedTime: optionalTime,
  detectedOn: onDay,
  detectedTime: optionalTime,
  endedOn: optionalDay,
  endedTime: optionalTime,
  affected: optionalText(TEXT_LETTERS),
  affectedCount: optionalWhole({ min: 0, max: 1e9 }),
  personalData: yesOrNo,
  authorityToldOn: optionalDay,
  authorityWhyNot: optionalText(TEXT_LETTERS),
  seriousness,
  marketToldOn: optionalDay,
  cause: optionalText(TEXT_LETTERS),
  correction: optionalText(TEXT_LETTERS),
  riskId: optionalId,
  vendorId: optionalId,
  modelId: optionalId,
  hoursLost: optionalDecimal({ min: 0, max: MOST_HOURS }),
});

export const incidentEdit = incidentFields.extend({ version: startedFrom });

export const incidentEnd = z.object({ version: startedFrom, reason: text(TEXT_LETTERS) });

export const pauseInput = z.object({ reason: text(TEXT_LETTERS), relookOn: onDay });

export const resumeInput = z.object({ reason: text(TEXT_LETTERS), override: ticked });

/** What an incident cost in a quarter; an empty amount takes the entry away. */
export const incidentCostInput = (currency: string) =>
  z
    .object({
      quarter: inQuarter,
      amount: optionalAmount(currency),
      note: optionalText(300),
      version: z.record(z.string(), startedFromOrNone).default({}),
    })
    // A quarter that the form did not offer: what it held was not seen.
    .transform(({ version, ...entry }) => ({ ...entry, version: version[entry.quarter] ?? 0 }));

export interface Times {
  startedOn: Day;
  startedTime: string | null;
  detectedOn: Day;
  detectedTime: string | null;
  endedOn: Day | null;
  endedTime: string | null;
}

export type IncidentFault =
  | "long-ago"
  | "detected-before"
  | "ended-before"
  | "ahead"
  | "end-without-day"
  | "told-before";

/** Whether one moment surely comes before another: of the same day, only where both times are known. */
const before = (one: { on: Day; time: string | null }, other: { on: Day; time: string | null }): boolean =>
  one.on < other.on || (one.on === other.on && one.time !== null && other.time !== null && one.time < other.time);

/** An older one is a slip of the pen. */
const LONG_AGO_MONTHS = 120;

/** What cannot be of an incident as it is told; null where nothing is wrong. */
export function faultOf(
  incident: Times & { authorityToldOn: Day | null; marketToldOn: Day | null },
  today: Day,
): IncidentFault | null {
  const { startedOn, startedTime, detectedOn, detectedTime, endedOn, endedTime } = incident;
  const started = { on: startedOn, time: startedTime };
  if (startedOn > today || detectedOn > today || (endedOn ?? today) > today) return "ahead";
  if (startedOn < addMonths(today, -LONG_AGO_MONTHS)) return "long-ago";
  if (before({ on: detectedOn, time: detectedTime }, started)) return "detected-before";
  if (endedOn === null) {
    if (endedTime !== null) return "end-without-day";
  } else if (before({ on: endedOn, time: endedTime }, started)) return "ended-before";
  const told = [incident.authorityToldOn, incident.marketToldOn].filter((on) => on !== null);
  if (told.some((on) => on > today)) return "ahead";
  return told.some((on) => on < startedOn) ? "told-before" : null;
}

/** What is still to be said before an incident may be closed. */
export function missingToClose(incident: {
  endedOn: Day | null;
  cause: Told | null;
  correction: Told | null;
}): ("end" | "cause" | "correction")[] {
  return [
    ...(incident.endedOn === null ? (["end"] as const) : []),
    ...(incident.cause === null ? (["cause"] as const) : []),
    ...(incident.correction === null ? (["correction"] as const) : []),
  ];
}

type Worded = Record<"affected" | "authorityWhyNot" | "cause" | "correction", Told | null> & {
  title: Told;
  what: Told;
};

/** What a person typed becomes told in their language, beside what is stored in the other. */
export function toldIncident(typed: z.output<typeof incidentFields>, stored: Worded | null, locale: Locale) {
  const { title, what, affected, authorityWhyNot, cause, correction, ...rest } = typed;
  const { startedOn, detectedOn, endedOn, authorityToldOn, marketToldOn, ...others } = rest;
  return {
    ...others,
    startedOn: startedOn as Day,
    detectedOn: detectedOn as Day,
    endedOn: endedOn as Day | null,
    authorityToldOn: authorityToldOn as Day | null,
    marketToldOn: marketToldOn as Day | null,
    title: { ...stored?.title, [locale]: title },
    what: { ...stored?.what, [locale]: what },
    affected: retold(stored?.affected, locale, affected),
    authorityWhyNot: retold(stored?.authorityWhyNot, locale, authorityWhyNot),
    cause: retold(stored?.cause, locale, cause),
    correction: retold(stored?.correction, locale, correction),
  };
}
