import { addDays, type Day } from "#app/kernel/day";
import { addQuarters, firstDayOf, type Quarter } from "#app/kernel/quarter";
import { answerDueOn, type WorkingCalendar } from "#app/use-cases/answer-due";

/** Working days after the end of a quarter on which those who still owe a value are reminded; the last day escalates. */
export const REMIND_AFTER = [5, 8] as const;
export const ESCALATE_AFTER = 10;

export interface CollectionCalendar {
  /** The first working day after the quarter: its collection opens by itself. */
  opensOn: Day;
  remindsOn: Day[];
  /** Whoever owes a value is told of it to their deputy and to the champions of the department. */
  escalatesOn: Day;
}

export interface CollectingHouse extends WorkingCalendar {
  fiscalFirstMonth: number;
}

/** When the collection of a quarter opens, reminds and escalates. */
export function collectionCalendar(quarter: Quarter, house: CollectingHouse): CollectionCalendar {
  const lastDay = addDays(firstDayOf(addQuarters(quarter, 1), house.fiscalFirstMonth), -1);
  const after = (days: number) => answerDueOn(lastDay, days, house);
  return { opensOn: after(1), remindsOn: REMIND_AFTER.map(after), escalatesOn: after(ESCALATE_AFTER) };
}

export type CollectionStep = { step: "open" | "remind" | "escalate"; since: Day };

/** The last step that a collection's calendar has reached; null before it opens. */
export function stepReached(calendar: CollectionCalendar, today: Day): CollectionStep | null {
  const steps: CollectionStep[] = [
    { step: "open", since: calendar.opensOn },
    ...calendar.remindsOn.map((since) => ({ step: "remind" as const, since })),
    { step: "escalate", since: calendar.escalatesOn },
  ];
  return steps.findLast(({ since }) => since <= today) ?? null;
}

/** Who stands in for the owner of a KPI: who answers for its case, and may report in their place. */
export const deputyOf = (kpiOwner: number, caseOwner: number | null): number | null =>
  caseOwner === kpiOwner ? null : caseOwner;
