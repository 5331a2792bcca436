import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day } from "#app/kernel/day";
import { answerDueOn, figuresOf, isWorkingDay, lateBefore, workingDaysBetween } from "#app/use-cases/answer-due";

const NONE = { holidays: [] };
const MAY = { holidays: [day("2026-05-01"), day("2026-05-08"), day("2026-05-14"), day("2026-05-25")] };

describe("An answer is due", () => {
  test.each([
    ["on the tenth working day after a Friday", "2026-11-20", 10, NONE, "2026-12-04"],
    ["the next day at the earliest", "2026-11-16", 1, NONE, "2026-11-17"],
    ["after the weekend where a Friday's answer takes a day", "2026-11-20", 1, NONE, "2026-11-23"],
    ["as if it were Monday that a Sunday's case waits for", "2026-11-22", 1, NONE, "2026-11-23"],
    ["later where there are holidays", "2026-04-30", 10, MAY, "2026-05-19"],
    ["over the turn of the year", "2026-12-30", 3, { holidays: [day("2027-01-01")] }, "2027-01-05"],
    ["tomorrow at the earliest, whatever was set", "2026-11-16", 0, NONE, "2026-11-17"],
  ] as const)("%s", (_says, submitted, days, calendar, due) => {
    expect(answerDueOn(day(submitted), days, calendar)).toBe(due);
  });

  const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(day("2024-01-01"), days));
  const anyCalendar = fc.array(anyDay, { maxLength: 40 }).map((holidays) => ({ holidays }));
  const days = fc.integer({ min: 1, max: 60 });

  test("on a working day, so many working days later, and not a day earlier", () => {
    fc.assert(
      fc.property(anyDay, days, anyCalendar, (submitted, count, calendar) => {
        const due = answerDueOn(submitted, count, calendar);
        expect(isWorkingDay(due, calendar)).toBe(true);
        expect(workingDaysBetween(submitted, due, calendar)).toBe(count);
        expect(workingDaysBetween(submitted, addDays(due, -1), calendar)).toBe(count - 1);
      }),
    );
  });

  test("and late are exactly those submitted before one day", () => {
    fc.assert(
      fc.property(anyDay, anyDay, days, anyCalendar, (submitted, today, count, calendar) => {
        const late = answerDueOn(submitted, count, calendar) < today;
        expect(submitted < lateBefore(today, count, calendar)).toBe(late);
      }),
    );
  });
});

test("The figures of answers are the middle one and the share in time", () => {
  const answer = (submittedOn: string, answeredOn: string) => ({
    submittedOn: day(submittedOn),
    answeredOn: day(answeredOn),
  });
  expect(figuresOf([], 10, NONE)).toEqual({ count: 0, median: null, inTime: null });
  const answers = [
    answer("2026-11-02", "2026-11-02"),
    answer("2026-11-02", "2026-11-03"),
    answer("2026-11-02", "2026-11-16"),
    answer("2026-11-02", "2026-11-30"),
  ];
  expect(figuresOf(answers, 10, NONE)).toEqual({ count: 4, median: 5.5, inTime: 0.75 });
  expect(figuresOf(answers.slice(0, 3), 10, NONE)).toEqual({ count: 3, median: 1, inTime: 1 });
});
