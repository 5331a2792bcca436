import { z } from "zod";
import {
  choice,
  idOf,
  inQuarter,
  optionalDecimal,
  optionalText,
  startedFrom,
  startedFromOrNone,
  text,
} from "#app/kernel/input";
import { Refusal } from "#app/kernel/refusal";
import { type Locale, retell, type Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";

const say = (key: Key): Key => key;

/** The grades that a reporter may claim: only finance makes a figure «validated». */
export const CLAIMABLE = ["0", "1", "2"] as const;

const grade = (grades: readonly [string, ...string[]]) => choice(grades).transform(Number);

/** What a page about one report can be asked to do. */
export const REPORT_INTENTS = ["review", "correct", "restate", "file", "remove-file"] as const;

export const reportIntentInput = z.object({ intent: choice(REPORT_INTENTS) });

/** One KPI's value for one quarter, corrected by its owner. */
export const correctionInput = z
  .object({
    version: startedFrom,
    actual: optionalDecimal(),
    unavailableBecause: optionalText(500),
    evidence: grade(CLAIMABLE),
    source: optionalText(300),
    note: optionalText(1000),
  })
  .refine((row) => row.actual !== null || row.unavailableBecause !== null, {
    path: ["actual"],
    message: say("measurement.error.value-or-reason"),
  })
  .refine((row) => row.actual === null || row.evidence < 2 || row.source !== null, {
    path: ["source"],
    message: say("measurement.error.source-needed"),
  });

export const REVIEW_VERDICTS = ["validate", "accept", "send-back"] as const;
/** What finance may say: the figure is validated, it is accepted with the grade it claims, or it goes back. */
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const reviewInput = z
  .object({ version: startedFrom, verdict: choice(REVIEW_VERDICTS), note: optionalText(1000) })
  .refine((said) => said.verdict !== "send-back" || said.note !== null, {
    path: ["note"],
    message: say("measurement.error.note-needed"),
  });

/** A restatement; version 0 is a value that was missing at the close. */
export const restatementInput = z.object({
  version: startedFromOrNone,
  actual: optionalDecimal(),
  evidence: grade(["0", "1", "2", "3"]),
  reason: text(1000),
});

const missingInput = z.object({ kpi: idOf, quarter: inQuarter });

/** Which missing value of a closed quarter an address asks to restate. @throws Refusal 404 */
export function missingOf(address: URLSearchParams) {
  const asked = missingInput.safeParse(Object.fromEntries(address));
  if (!asked.success) throw new Refusal(404, "desk.refusal.not-found");
  return asked.data;
}

export const removeFileInput = z.object({ fileId: idOf });

/** What was typed in one language, beside what was told in the other; an empty field takes it all away. */
export function retold(typed: string | null, before: Told | null, locale: Locale): Told | null {
  return typed === null ? null : retell(before, locale, typed);
}
