import { expect, test } from "vitest";
import { day } from "#app/kernel/day";
import { quarter } from "#app/kernel/quarter";
import { collectionCalendar, deputyOf, stepReached } from "#app/measurement/calendar";

const house = (fiscalFirstMonth: number, ...holidays: string[]) => ({ fiscalFirstMonth, holidays: holidays.map(day) });

test.each([
  // Friday 2 October 2026 is the second working day after the quarter.
  ["2026-Q3", house(1), "2026-10-01", ["2026-10-07", "2026-10-12"], "2026-10-14"],
  // A retailer's third quarter ends on Saturday 31 October; All Saints falls on the Sunday.
  ["2026-Q3", house(2), "2026-11-02", ["2026-11-06", "2026-11-11"], "2026-11-13"],
  ["2026-Q3", house(2, "2026-11-02", "2026-11-11"), "2026-11-03", ["2026-11-09", "2026-11-13"], "2026-11-17"],
  // A leap year's quarter that ends on 29 February.
  ["2028-Q4", house(3), "2029-03-01", ["2029-03-07", "2029-03-12"], "2029-03-14"],
  ["2027-Q4", house(3), "2028-03-01", ["2028-03-07", "2028-03-10"], "2028-03-14"],
])(
  "The collection of %s in a year of %j opens, reminds and escalates",
  (of, calendar, opensOn, remindsOn, escalatesOn) => {
    expect(collectionCalendar(quarter(of), calendar)).toEqual({ opensOn, remindsOn, escalatesOn });
  },
);

test.each([
  ["2026-09-30", null],
  ["2026-10-01", { step: "open", since: "2026-10-01" }],
  ["2026-10-06", { step: "open", since: "2026-10-01" }],
  ["2026-10-07", { step: "remind", since: "2026-10-07" }],
  ["2026-10-12", { step: "remind", since: "2026-10-12" }],
  ["2027-01-05", { step: "escalate", since: "2026-10-14" }],
])("On %s the step is %j", (today, step) => {
  expect(stepReached(collectionCalendar(quarter("2026-Q3"), house(1)), day(today))).toEqual(step);
});

test.each([
  [1, 2, 2],
  [2, 2, null],
  [1, null, null],
])("The deputy of %s in a case of %s is %s", (owner, caseOwner, deputy) => {
  expect(deputyOf(owner, caseOwner)).toBe(deputy);
});
