import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursAYear } from "#app/use-cases/content";
import { writeCursor } from "#app/use-cases/list/place";
import { hrefOf, keysOf, type ListQuery, readQuery, sortedBy } from "#app/use-cases/list/query";
import { wordsOf } from "#db/search.server";

const view = (search: string) => readQuery(new URLSearchParams(search));

describe("The address of a list", () => {
  test("comes back as it was written, whatever it says", () => {
    const said = (text: string) => text.toWellFormed().replaceAll("\0", "");
    const known = { title: fc.string().map(said), owner: fc.string().map(said), since: fc.constant("2026-01-31") };
    const figure = {
      updated: fc.maxSafeNat(),
      reference: fc.maxSafeNat(),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0),
      npv: fc.maxSafeInteger(),
      stage: fc.nat({ max: 12 }),
    };
    const kinds = { ...known, ...figure };
    type By = keyof typeof kinds;
    const place = fc
      .uniqueArray(fc.constantFrom(...(Object.keys(kinds) as By[])), { minLength: 1, maxLength: 3 })
      .chain((order) =>
        fc.record({
          sort: fc.constant(order.map((by, at) => (at % 2 ? `${by}-ascending` : by)).join(",")),
          keys: fc.tuple(...order.map((by, at) => (by === "stage" && at === 0 ? fc.constant(null) : kinds[by]))),
          id: fc.nat(),
        }),
      );
    fc.assert(
      fc.property(
        place,
        fc.string({ maxLength: 50 }),
        fc.array(fc.string({ minLength: 1, maxLength: 9 })),
        (...all) => {
          const [{ sort, keys, id }, q, words] = all;
          const aiType = [...new Set(words.map(said).filter(Boolean))];
          const query: ListQuery = {
            ...view(`stage=poc,none&stage=pilot&department=3&columns=npv,stage&older=30&sort=${sort}`),
            q: said(q).trim(),
            aiType,
            after: { keys, id, segment: 0 },
          };
          expect(keysOf(query).length).toBe(keys.length);
          expect(query.stage).toEqual(["poc", "none", "pilot"]);
          expect(readQuery(new URL(hrefOf(query, { after: query.after }), "http://x").searchParams)).toEqual(query);
        },
      ),
    );
  });

  test.each([
    ["sort=nothing&direction=up", { sort: [{ by: "updated", direction: "descending" }] }],
    ["sort=constructor", { sort: [{ by: "updated", direction: "descending" }] }],
    ["sort=npv&direction=ascending", { sort: [{ by: "npv", direction: "ascending" }] }],
    ["direction=ascending", { sort: [{ by: "updated", direction: "ascending" }] }],
    [
      "sort=npv&sort=npv-ascending&sort=&sort=title,value,stage",
      { sort: [{ by: "npv" }, { by: "title" }, { by: "value" }] },
    ],
    ["stage=gone&department=-1", { stage: [], department: [] }],
    ["department=none&stage=none", { department: ["none"], stage: ["none"] }],
    ["stage=poc,gone,pilot&stage=poc", { stage: ["poc", "pilot"] }],
    ["aiType=a,b&aiType=c", { aiType: ["a,b", "c"] }],
    ["case=1,2,x,-3", { case: ["1", "2"] }],
    ["older=0&owner=", { older: null, owner: null }],
    ["group=owner&columns=nothing", { group: null, columns: null }],
    ["group=stage&sort=npv&after=2~n~t5~9", { group: "stage", after: { segment: 2, keys: [null, 5], id: 9 } }],
    ["group=stage&sort=npv&after=0~t5~9", { after: null }],
    ["after=%E0%A4%A&before=1~t1e999~3", { after: null, before: null }],
    ["sort=npv&after=0~sTitle~3", { after: null }],
    ["sort=npv&after=1~n~3", { after: { segment: 1, keys: [null], id: 3 } }],
    ["mine=everything", { mine: null }],
    ["mine=yes", { mine: "yes" }],
    ["sort=value", { sort: [{ by: "value", direction: "descending" }] }],
  ])("%s never fails", (search, expected) => {
    expect(view(search)).toMatchObject(expected);
  });

  test("tells what it could not read so that everybody sees it", () => {
    const { misread } = view("stage=zzz&department=abc&tag=%E2%80%AE");
    expect(misread).toEqual([
      { name: "stage", said: "zzz" },
      { name: "department", said: "abc" },
      { name: "tag", said: "U+202E" },
    ]);
  });

  test("turns the order round at the second click", () => {
    const first = sortedBy(view(""), "title");
    expect(first).toEqual({ href: "/use-cases?sort=title", direction: null });
    const second = sortedBy(view("sort=title"), "title");
    expect(second).toEqual({ href: "/use-cases?sort=title-descending", direction: "ascending" });
  });

  test("a title with the cursor's own sign in it stays one field", () => {
    expect(writeCursor({ segment: 0, keys: ["a~b"], id: 4 })).toBe("0~sa%7Eb~4");
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
