import { describe, expect, test } from "vitest";
import { day, instantAt } from "#app/kernel/day";
import { shippedLaw } from "#app/safeguards/ai-act/wording";
import { dutiesOf, type Reported } from "#app/safeguards/incidents/duty";
import { faultOf, missingToClose } from "#app/safeguards/incidents/incident";

const PARIS = "Europe/Paris";
const TODAY = day("2026-11-21");

const times = {
  startedOn: day("2026-11-10"),
  startedTime: "09:30" as string | null,
  detectedOn: day("2026-11-10"),
  detectedTime: "14:05" as string | null,
  endedOn: null as ReturnType<typeof day> | null,
  endedTime: null as string | null,
  authorityToldOn: null as ReturnType<typeof day> | null,
  marketToldOn: null as ReturnType<typeof day> | null,
};

const reported: Reported = {
  detectedOn: day("2026-11-10"),
  detectedTime: "14:05",
  personalData: true,
  authorityToldOn: null,
  authorityWhyNot: null,
  seriousness: null,
  marketToldOn: null,
};

const duties = (change: Partial<Reported>, at: string) =>
  dutiesOf({ ...reported, ...change }, shippedLaw, { now: Date.parse(at), timeZone: PARIS });

describe("The clock of an incident", () => {
  test("runs 72 hours from the detection, to the minute where its time is known", () => {
    const [duty] = duties({}, "2026-11-11T08:00:00Z");
    expect(duty).toMatchObject({ provision: "gdpr-33", to: "data-authority", days: 3, state: "running" });
    expect(new Date(duty?.due ?? 0).toISOString()).toBe("2026-11-13T13:05:00.000Z");
    expect(duties({}, "2026-11-13T13:05:00.001Z")[0]?.state).toBe("late");
  });

  test("runs from the first instant of a day whose time nobody knows: the sooner one", () => {
    const [duty] = duties({ detectedTime: null }, "2026-11-11T08:00:00Z");
    expect(new Date(duty?.due ?? 0).toISOString()).toBe("2026-11-12T23:00:00.000Z");
  });

  test.each([
    [{ authorityToldOn: day("2026-11-12") }, "met"],
    [{ authorityToldOn: day("2026-11-14") }, "met-late"],
    [{ authorityWhyNot: { fr: "Aucun risque" } }, "excused"],
  ] as const)("told as %j is %s", (change, state) => {
    expect(duties(change, "2026-11-20T08:00:00Z")[0]?.state).toBe(state);
  });

  test("asks nothing where no personal data is touched, or nobody knows", () => {
    expect(duties({ personalData: false }, "2026-11-20T08:00:00Z")).toEqual([]);
    expect(duties({ personalData: null, seriousness: "no" }, "2026-11-20T08:00:00Z")).toEqual([]);
  });

  test.each([
    ["serious", 15, "Art. 73(2)"],
    ["widespread", 2, "Art. 73(3)"],
    ["death", 10, "Art. 73(4)"],
  ] as const)("gives %s so many days: %i, by %s", (seriousness, days, article) => {
    const [duty] = duties({ personalData: false, seriousness, detectedOn: day("2028-01-10") }, "2028-01-11T08:00:00Z");
    expect(duty).toMatchObject({ days, state: "running", to: "market-authority" });
    expect(shippedLaw(duty?.provision ?? "art-73").article).toBe(article);
  });

  test("says of a delay whose law is not in force yet that it is not", () => {
    expect(duties({ personalData: false, seriousness: "serious" }, "2026-12-30T08:00:00Z")[0]?.state).toBe(
      "not-yet-law",
    );
  });

  test("reads a time on the day on which clocks change as people do", () => {
    expect(instantAt(day("2026-03-29"), "12:00", PARIS).toISOString()).toBe("2026-03-29T10:00:00.000Z");
    expect(instantAt(day("2026-03-29"), "01:00", PARIS).toISOString()).toBe("2026-03-29T00:00:00.000Z");
  });
});

describe("What is told of an incident", () => {
  test.each([
    [{}, null],
    [{ detectedTime: "09:00" }, "detected-before"],
    [{ detectedOn: day("2026-11-09"), detectedTime: null }, "detected-before"],
    [{ detectedTime: null }, null],
    [{ endedOn: day("2026-11-09") }, "ended-before"],
    [{ endedTime: "10:00" }, "end-without-day"],
    [{ startedOn: day("2026-11-22"), detectedOn: day("2026-11-22") }, "ahead"],
    [{ authorityToldOn: day("2026-11-09") }, "told-before"],
    [{ startedOn: day("1900-01-01") }, "long-ago"],
  ] as const)("as %j has the fault %s", (change, fault) => {
    expect(faultOf({ ...times, ...change }, TODAY)).toBe(fault);
  });

  test("lacks its end, its cause and its correction before it may be closed", () => {
    expect(missingToClose({ endedOn: null, cause: null, correction: null })).toEqual(["end", "cause", "correction"]);
    expect(missingToClose({ endedOn: TODAY, cause: { fr: "x" }, correction: { fr: "y" } })).toEqual([]);
  });
});
