/** For how many people something was signed: small growths are judged by their sum since the signature. */
import { describe, expect, test } from "vitest";
import { type Reached, reachesFurther } from "#app/delivery/roll-out/roll-out";
import { type KeptReading, signedFor } from "#app/delivery/roll-out/signed-for";
import { day } from "#app/kernel/day";
import { type LaterEvent, reachesOthers } from "#app/use-cases/signatures/signature";

const people = (was: number | null, is: number | null): LaterEvent => ({
  ...{ subject: "use-case", subjectId: 1 },
  ...{ before: { peopleAffected: was }, after: { peopleAffected: is } },
});
const titled: LaterEvent = { subject: "use-case", subjectId: 1, before: { title: {} }, after: { title: {} } };

describe("A case reaches others than those it was signed for", () => {
  test.each<[string, LaterEvent[], number | null, number | null, boolean]>([
    ["by one growth of half", [people(100, 150)], 100, 150, true],
    ["not by one small growth", [people(100, 140)], 100, 140, false],
    ["by three small growths", [people(100, 120), people(120, 140), people(140, 160)], 140, 160, true],
    ["not by as many that stay below", [people(100, 110), people(110, 120), people(120, 149)], 120, 149, false],
    ["not by coming back after a loss", [people(100, 50), people(50, 100)], 50, 100, false],
    ["not by being counted first", [people(null, 500)], null, 500, false],
    [
      "by what grew since it was first counted",
      [people(null, 100), people(100, 130), people(130, 155)],
      130,
      155,
      true,
    ],
    ["not by another word", [titled], 100, 100, false],
    ["by this change alone, where the signature was never told", [], 100, 150, true],
  ])("%s", (_, later, was, is, reaches) => {
    const of = (peopleAffected: number | null) => ({ departmentId: 1, peopleAffected });
    expect(reachesOthers(of(was), of(is), later)).toBe(reaches);
  });
});

const read = (id: number, was: number | null, is: number): LaterEvent => ({
  ...{ subject: "roll-out-reading", subjectId: id },
  ...{ before: was === null ? null : { eligible: was }, after: { eligible: is } },
});
const moved = (id: number, was: string | null, is: string): LaterEvent => ({
  ...{ subject: "roll-out-site", subjectId: id },
  ...{ before: was === null ? null : { siteStage: was }, after: { siteStage: is } },
});
const kept = (...counts: [id: number, siteId: number, on: string, eligible: number][]): KeptReading[] =>
  counts.map(([id, siteId, on, eligible]) => ({ id, siteId, on: day(on), eligible }));
const live = (id: number, eligible: number | null): Reached => ({ id, stage: "live", eligible });

describe("A roll-out reaches further than it was signed for", () => {
  const readings = kept([1, 1, "2026-11-01", 100], [2, 1, "2026-11-02", 120], [3, 1, "2026-11-03", 160]);
  test.each<[string, Reached[], KeptReading[], LaterEvent[], boolean]>([
    ["by small growths that add up", [live(1, 160)], readings, [read(2, null, 120), read(3, null, 160)], true],
    ["not by those before the signature", [live(1, 160)], readings, [read(3, null, 160)], false],
    ["by a correction of the signed count", [live(1, 160)], kept([1, 1, "2026-11-01", 160]), [read(1, 100, 160)], true],
    ["not by its first count", [live(1, 160)], kept([1, 1, "2026-11-01", 160]), [read(1, null, 160)], false],
    [
      "by what grew at the first place, opened after it",
      [live(1, 160)],
      readings,
      [moved(1, null, "live"), read(1, null, 100), read(2, null, 120), read(3, null, 160)],
      true,
    ],
    ["not by the first place itself", [live(1, null)], [], [moved(1, null, "live")], false],
    ["by another place", [live(1, 100), live(2, null)], readings.slice(0, 1), [moved(2, "planned", "live")], true],
    [
      "by small growths at two places",
      [live(1, 130), live(2, 170)],
      kept([1, 1, "2026-11-01", 100], [2, 2, "2026-11-01", 100], [3, 1, "2026-11-02", 130], [4, 2, "2026-11-02", 170]),
      [read(3, null, 130), read(4, null, 170)],
      true,
    ],
  ])("%s", (_, now, counts, later, reaches) => {
    expect(reachesFurther(signedFor(now, counts, later), now)).toBe(reaches);
  });
});
