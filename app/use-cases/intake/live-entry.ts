import { z } from "zod";
import type { Day } from "#app/kernel/day";
import type { FieldErrors } from "#app/kernel/input";
import { optionalChoice, optionalDay } from "#app/kernel/input";
import type { Stage } from "../stages";

/** Stages at which a case can be entered that was there before it came into the book: past what only a committee gives. */
export const LIVE_ENTRY = ["poc", "pilot", "production", "retired"] as const;
export type LiveStage = (typeof LIVE_ENTRY)[number];

/** Days that may be known of it, in the order in which they came. */
export const KNOWN_DAYS = ["submitted", "approved", ...LIVE_ENTRY] as const;
export type KnownDay = (typeof KNOWN_DAYS)[number];

/** What the form says of it, as a draft keeps it: as little as one likes. */
export interface LiveAnswers {
  stage: LiveStage | null;
  days: Partial<Record<KnownDay, Day>>;
}

/** A stage that a case has behind it, and the day on which it came there. */
export interface Passed {
  stage: Stage;
  on: Day;
}

/** Where a case is entered, since when where that is known, and where it stood before as far as the days are known. */
export interface LiveEntry {
  stage: LiveStage;
  stageSince: Day | null;
  earlier: { stage: KnownDay; on: Day }[];
}

const days = z.preprocess(
  (sent) => sent ?? {},
  z.object(Object.fromEntries(KNOWN_DAYS.map((stage) => [stage, optionalDay])) as Record<KnownDay, typeof optionalDay>),
);

/** The fields of the form: `liveStage`, and `liveOn.production` and its like. */
export const liveAnswersInput = z
  .object({ liveStage: optionalChoice(LIVE_ENTRY), liveOn: days })
  .transform(({ liveStage, liveOn }): LiveAnswers => {
    const known = KNOWN_DAYS.flatMap((stage) => (liveOn[stage] ? [[stage, liveOn[stage]] as const] : []));
    return { stage: liveStage, days: Object.fromEntries(known) };
  });

/** Nothing said of it: a new case as any other. */
export const isSilent = ({ stage, days: said }: LiveAnswers): boolean =>
  stage === null && Object.keys(said).length === 0;

/**
 * The way that a case came before it was entered. Null where it is submitted as any other. A day that is not known stays
 * unknown; the faults name each field that cannot be: a day to come, one before that of an earlier stage, one of a stage
 * that it has not reached.
 */
export function entryOf(
  { stage, days: said }: LiveAnswers,
  today: Day,
): { entry: LiveEntry | null; faults: FieldErrors } {
  const faults: FieldErrors = {};
  const reached = stage === null ? -1 : KNOWN_DAYS.indexOf(stage);
  const way: { stage: KnownDay; on: Day }[] = [];
  KNOWN_DAYS.forEach((one, at) => {
    const on = said[one];
    if (!on) return;
    const before = way.at(-1);
    if (stage !== null && at > reached) faults[`liveOn.${one}`] = { key: "intake.live.beyond" };
    else if (on > today) faults[`liveOn.${one}`] = { key: "intake.live.to-come" };
    else if (before && before.on > on) faults[`liveOn.${one}`] = { key: "intake.live.out-of-order" };
    way.push({ stage: one, on });
  });
  if (stage === null) {
    if (way.length > 0) faults.liveStage = { key: "intake.live.stage-needed" };
    return { entry: null, faults };
  }
  const since = said[stage] ?? null;
  return { entry: { stage, stageSince: since, earlier: way.filter((step) => step.stage !== stage) }, faults };
}
