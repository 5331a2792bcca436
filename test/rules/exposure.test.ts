import { describe, expect, test } from "vitest";
import { contractEnd, lifeEnd, stepReached } from "#app/delivery/registers/ends";
import { adoptionBy, totalsOf } from "#app/delivery/roll-out/roll-out";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { concentrationOf, type Exposed, readingOf } from "#app/portfolio/exposure/exposure";
import { type Dependent, lossOf, repriced } from "#app/portfolio/exposure/what-if";

const exposed = (id: number, useCases: number, runCost: number | null): Exposed => ({
  ...{ id, name: `V${id}`, vendor: null, useCases, stages: { poc: 0, pilot: 0, production: useCases } },
  ...{ runCost: runCost === null ? null : minor(runCost), grades: null, promised: null },
  ...{ withoutCost: 0, withoutValue: 0 },
});

describe("Concentration", () => {
  test("is 10,000 where one has all, and the sum of squared shares else", () => {
    expect(concentrationOf([exposed(1, 5, null)], "useCases")).toMatchObject({ index: 10_000, three: 1 });
    const four = [1, 2, 3, 4].map((id) => exposed(id, 10, id * 100));
    expect(concentrationOf(four, "useCases")).toMatchObject({ index: 2_500, largest: { id: 1, share: 0.25 } });
    expect(concentrationOf(four, "runCost")?.index).toBeCloseTo(3_000, 9);
    expect(concentrationOf(four, "realised")).toBeNull();
    expect([999, 1_000, 2_000, 2_001].map(readingOf)).toEqual(["low", "moderate", "moderate", "high"]);
  });
});

const DEPENDENT: Dependent = {
  ...{ id: 1, reference: "UC-0001", title: {}, stage: "production", live: true, alternative: false },
  ...{ runCost: minor(10_000), realised: minor(15_000), proven: null, promised: null },
  ...{ part: { amount: minor(8_000), from: "costs" }, npv: minor(50_000), licencesAndUsage: minor(60_000) },
};

describe("A price that changes", () => {
  test("adds to the cost what is paid for the thing, and to the NPV's costs what was planned", () => {
    const doubled = repriced(DEPENDENT, 2);
    expect(doubled).toMatchObject({ costAfter: 18_000, npvAfter: -10_000, roiFalls: true, npvFalls: true });
    expect(repriced(DEPENDENT, 1)).toMatchObject({ costAfter: 10_000, npvAfter: 50_000, roiFalls: false });
  });

  test("is unknown where nobody can say whose cost it is, and is never guessed", () => {
    const shared = repriced({ ...DEPENDENT, part: null, licencesAndUsage: null }, 2);
    expect(shared).toMatchObject({ costAfter: null, roiAfter: null, npvAfter: null, unknown: true, roiFalls: false });
    expect(lossOf([{ ...DEPENDENT, realised: null }]).realised).toBeNull();
    expect(lossOf([DEPENDENT, { ...DEPENDENT, realised: null }]).realised).toBe(15_000);
  });
});

describe("What ends", () => {
  const today = day("2026-11-22");
  test("is the last day of notice first, then the renewal, then over unless it renews by itself", () => {
    const renewsOn = day("2027-01-21");
    expect(contractEnd({ renewsOn, noticeDays: 30, autoRenews: true }, today)).toMatchObject({
      kind: "notice",
      daysLeft: 30,
    });
    expect(contractEnd({ renewsOn, noticeDays: 90, autoRenews: true }, today)).toMatchObject({ kind: "renewal" });
    const over = { renewsOn: day("2026-11-01"), noticeDays: null };
    expect(contractEnd({ ...over, autoRenews: false }, today)).toMatchObject({ kind: "contract-over", daysLeft: -21 });
    expect(contractEnd({ ...over, autoRenews: true }, today)).toBeNull();
    expect(contractEnd({ renewsOn: day("2028-01-01"), noticeDays: 30, autoRenews: null }, today)).toBeNull();
    expect(lifeEnd(day("2026-11-21"), today)).toMatchObject({ kind: "past-life", daysLeft: -1 });
    const at = (daysLeft: number) => stepReached({ kind: "renewal", on: today, daysLeft });
    expect([91, 90, 31, 30, 8, 7, 1, 0, -5].map(at)).toEqual([null, 90, 90, 30, 30, 7, 7, 0, 0]);
  });
});

describe("Adoption", () => {
  test("takes of each place its last reading until the quarter's end, and shares only what knows both", () => {
    const readings = [
      { siteId: 1, on: day("2026-01-10"), eligible: 100, active: 20 },
      { siteId: 1, on: day("2026-03-31"), eligible: 100, active: 40 },
      { siteId: 2, on: day("2026-04-01"), eligible: 100, active: null },
    ];
    const calendar = { current: quarter("2026-Q2"), fiscalFirstMonth: 1 };
    expect(adoptionBy(readings, null, calendar)).toEqual([
      { quarter: "2026-Q1", eligible: 100, active: 40, share: 0.4, planned: null },
      { quarter: "2026-Q2", eligible: 200, active: 40, share: 0.4, planned: null },
    ]);
    const place = { country: "FR", eligible: 10, active: 5 };
    expect(
      totalsOf([
        { ...place, stage: "live" },
        { ...place, country: "BE", stage: "withdrawn" },
      ]),
    ).toMatchObject({
      ...{ sites: 1, countries: 1, liveCountries: 1, active: 5, share: 0.5 },
    });
    expect(totalsOf([])).toBeNull();
  });
});
