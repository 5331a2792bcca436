import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursAYear } from "#app/use-cases/content";
import { type Cell, countFacets } from "#app/use-cases/list/facets";
import { hrefOf, type ListQuery, readQuery, sortedBy, writeCursor } from "#app/use-cases/list/query";
import { wordsOf } from "#db/search.server";

const view = (search: string) => readQuery(new URLSearchParams(search));

describe("The address of a list", () => {
  test("comes back as it was written, whatever it says", () => {
    const said = (text: string) => text.toWellFormed().replaceAll("\0", "");
    const keys = {
      title: fc.string().map(said),
      stage: fc.constant(null),
      updated: fc.maxSafeNat(),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0),
      npv: fc.maxSafeInteger(),
    };
    const place = fc
      .constantFrom(...(["title", "stage", "updated", "value", "npv"] as const))
      .chain((sort) => fc.record({ sort: fc.constant(sort), key: keys[sort], id: fc.nat() }));
    fc.assert(
      fc.property(place, fc.string({ maxLength: 50 }), ({ sort, ...after }, q) => {
        const query: ListQuery = {
          ...view(`stage=poc&department=3&sort=${sort}`),
          q: said(q).trim(),
          after: { ...after, segment: 0 },
        };
        expect(readQuery(new URL(hrefOf(query, { after: query.after }), "http://x").searchParams)).toEqual(query);
      }),
    );
  });

  test.each([
    ["sort=nothing&direction=up", { sort: "updated", direction: "descending" }],
    ["sort=constructor", { sort: "updated" }],
    ["stage=gone&department=-1", { stage: null, department: null }],
    ["department=none&stage=none", { department: "none", stage: "none" }],
    ["after=%E0%A4%A&before=1~t1e999~3", { after: null, before: null }],
    ["sort=npv&after=0~sTitle~3", { after: null }],
    ["sort=npv&after=1~n~3", { after: { segment: 1, key: null, id: 3 } }],
    ["mine=everything", { mine: null }],
    ["mine=yes", { mine: "yes" }],
    ["sort=value", { sort: "value", direction: "descending" }],
  ])("%s never fails", (search, expected) => {
    expect(view(search)).toMatchObject(expected);
  });

  test("turns the order round at the second click", () => {
    const first = sortedBy(view(""), "title");
    expect(first).toEqual({ href: "/use-cases?sort=title", direction: null });
    const second = sortedBy(view("sort=title"), "title");
    expect(second).toEqual({ href: "/use-cases?sort=title&direction=descending", direction: "ascending" });
  });

  test("a title with the cursor's own sign in it stays one field", () => {
    expect(writeCursor({ segment: 0, key: "a~b", id: 4 })).toBe("0~sa%7Eb~4");
  });
});

describe("Counting the filters", () => {
  const cell = (stage: string, departmentId: number, cases: number): Cell => ({
    stage,
    departmentId,
    aiType: "",
    source: "",
    cases,
  });
  const cells = [cell("poc", 1, 3), cell("poc", 2, 5), cell("", 1, 2), cell("approved", 2, 0)];

  test("counts each over the cases that pass all the others", () => {
    const facets = countFacets(cells, view("department=1"));
    expect(facets.total).toBe(5);
    expect(facets.unknownStages).toBe(2);
    expect(facets.stage).toEqual([
      { value: "poc", cases: 3 },
      { value: "none", cases: 2 },
    ]);
    expect(facets.department).toEqual(
      [
        { value: "2", cases: 5 },
        { value: "1", cases: 5 },
      ].sort((a, b) => a.value.localeCompare(b.value)),
    );
  });
});

test("searched words are letters and digits, folded", () => {
  expect(wordsOf("L’Œuvre d'ÉTÉ: n°42 — UC-0001 (été)")).toEqual([
    "l",
    "oeuvre",
    "d",
    "ete",
    "n",
    "42",
    "uc",
    "0001",
    "ete",
  ]);
  fc.assert(fc.property(fc.string(), (text) => wordsOf(text).every((word) => /^[\p{L}\p{N}]+$/u.test(word))));
});

describe("Hours a year", () => {
  test.each([
    [{ peopleAffected: 20, times: 6, timesPer: "day", minutesPerTime: 15 }, 6600],
    [{ peopleAffected: 1, times: 1, timesPer: "week", minutesPerTime: 60 }, 46],
    [{ peopleAffected: 0, times: 6, timesPer: "day", minutesPerTime: 15 }, 0],
    [{ peopleAffected: null, times: 6, timesPer: "day", minutesPerTime: 15 }, null],
  ] as const)("%o", (content, hours) => {
    expect(hoursAYear(content)).toBe(hours);
  });
});
