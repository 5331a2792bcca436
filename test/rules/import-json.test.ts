import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#app/kernel/refusal";
import { LIMITS } from "#app/use-cases/import/limits";
import { readTable } from "#app/use-cases/import/read-table.server";
import { sharedBytes, sharedData } from "../support/shared-data";

const read = (text: string | Uint8Array) => readTable(typeof text === "string" ? Buffer.from(text) : text);
const seen = async (text: string | Uint8Array) => {
  const { columns, rows } = await read(text);
  return [columns.map(({ name }) => name), ...rows.map(({ line, cells }) => [line, ...cells])];
};
const refusal = (text: string | Uint8Array) =>
  read(text).then(
    () => null,
    (problem) => (problem instanceof Refusal ? { key: problem.key, ...problem.values } : problem),
  );

describe("A JSON file", () => {
  test("is a table: a row for each record, numbered from 1, a column for each field", async () => {
    const text = '[{"id": 7, "title": "Trier", "live": true, "note": null}, {"title": "Prévoir", "stage": "Pilot"}]';
    const columns = ["id", "title", "live", "note", "stage"];
    const rows = [
      [1, "7", "Trier", "true"],
      [2, "", "Prévoir", "", "", "Pilot"],
    ];
    expect(await seen(text)).toEqual([columns, ...rows]);
    expect(await seen(`\uFEFF${text}`)).toEqual([columns, ...rows]);
    expect(await seen(Buffer.from(text, "utf16le"))).toEqual([columns, ...rows]);
    expect(await read(text)).toMatchObject({ format: "json", headerLine: 0, separator: null, notices: [] });
  });

  test("may hold its records in one of its fields, which is told", async () => {
    const table = await read('{"count": 1, "algoritmes": [{"title": "x"}], "source": "https://…"}');
    expect(table.rows).toEqual([{ line: 1, cells: ["x"] }]);
    expect(table.notices).toEqual([{ key: "imports.notice.json-list", values: { field: "algoritmes" } }]);
  });

  test.each([
    [
      "objects become columns",
      '[{"title":"x","owner":{"mail":"a@b.c","in":{"city":"Lille"}}}]',
      ["x", "a@b.c", "Lille"],
    ],
    ["what lies deeper stays a text", '[{"title":"x","a":{"b":{"c":{"d":1}}}}]', ["x", '{"d":1}']],
    ["lists of words become words", '[{"title":"x","tags":["a",2,null,""]}]', ["x", "a; 2"]],
    ["lists of objects stay a text", '[{"title":"x","steps":[{"a":1}]}]', ["x", '[{"a":1}]']],
    ["formulas stay what they are", '[{"title":"=1+1","n":"-5"}]', ["=1+1", "-5"]],
    ["line breaks stay", '[{"title":"a\\nb","n":"\\u00e9"}]', ["a\nb", "é"]],
    ["names of the language's own are names", '[{"__proto__":"p","constructor":"c"}]', ["p", "c"]],
  ])("%s", async (_, text, cells) => {
    expect((await read(text)).rows[0]?.cells).toEqual(cells);
  });

  test("says that a long number was rounded", async () => {
    const { notices } = await read('[{"id": 12345678901234567890, "title": "x"}]');
    expect(notices).toEqual([{ key: "imports.notice.json-rounded", values: { count: 1 } }]);
  });

  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  test.each([
    ["is broken", '[{"title":\n "x"},\n {"title" "y"}]', { key: "imports.refused.json-broken", line: 3, column: 11 }],
    ["ends too early", '[{"title": "x"}', { key: "imports.refused.json-broken", line: 1, column: 16 }],
    ["holds no list", '{"title": "x"}', { key: "imports.refused.json" }],
    ["holds an empty list", '{"cases": []}', { key: "imports.refused.json" }],
    ["holds texts", '["a", "b"]', { key: "imports.refused.json" }],
    ["holds two lists", '{"a":[{"x":1}],"b":[{"y":2}]}', { key: "imports.refused.json-lists", fields: "a, b" }],
    ["holds empty records", '[{"":""}]', { key: "imports.refused.no-table" }],
    ["is nested without end", `[{"title":"x","a":${deep(200_000)}}]`, { key: "imports.refused.json-deep", line: 1 }],
    [
      "has too many fields",
      JSON.stringify([Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`f${at}`, 1]))]),
      { key: "imports.refused.columns", line: 1, count: 501, most: 500 },
    ],
    [
      "has too many records",
      `[${'{"a":1},'.repeat(LIMITS.rows)}{"a":1}]`,
      { key: "imports.refused.rows", most: LIMITS.rows },
    ],
    [
      "is too large",
      `[{"title":"${"x".repeat(LIMITS.jsonBytes)}"}]`,
      { key: "imports.refused.json-bytes", most: LIMITS.jsonBytes / 1024 / 1024 },
    ],
  ])("is refused where it %s, with the place", async (_, text, refused) => {
    expect(await refusal(text)).toEqual(refused);
  });

  test("gives back every text that it holds", async () => {
    const word = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => text.trim() !== "");
    const record = fc.record({ id: fc.nat().map(String), title: word, need: word });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        const { rows } = await read(JSON.stringify(records));
        expect(rows.map(({ cells }) => cells)).toEqual(records.map(({ id, title, need }) => [id, title, need]));
      }),
      { numRuns: 50 },
    );
  });
});

test.runIf(sharedData)("the Dutch register is read as it was fetched", async () => {
  const { rows, columns, notices } = await read(sharedBytes("inventories/nl-algoritmes_2026-05-13.json"));
  expect([rows.length, columns.length, notices.map(({ key }) => key)]).toEqual([1431, 9, ["imports.notice.json-list"]]);
});
