import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine, SEPARATORS } from "#app/kernel/csv";
import { Refusal } from "#app/kernel/refusal";
import { decodePieces, detectEncoding, type Encoding } from "#app/use-cases/import/decode.server";
import { columnOf, numberShape, showNumber } from "#app/use-cases/import/excel-values";
import { LIMITS } from "#app/use-cases/import/limits";
import { readTable } from "#app/use-cases/import/read-table.server";
import { uniqueNames } from "#app/use-cases/import/table";
import { type TestCell, workbook, zip } from "../support/xlsx";

const fixture = (name: string) => readFileSync(`test/fixtures/import/${name}`);
const bytes = (text: string) => Buffer.from(text);

async function refused(file: Uint8Array): Promise<[string, Refusal["values"]]> {
  try {
    await readTable(file);
  } catch (error) {
    if (error instanceof Refusal) return [error.key, error.values];
    throw error;
  }
  throw new Error("was not refused");
}

function encode(text: string, encoding: Encoding, bom: boolean): Buffer {
  const marked = bom ? `\uFEFF${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked);
  if (encoding === "utf-16le") return Buffer.from(marked, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(marked, "utf16le").swap16();
  const codes = [...text].map((character) => WINDOWS.get(character) ?? character.charCodeAt(0));
  return Buffer.from(codes);
}

const WINDOWS = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹Œ"].map((character, at) => [
    character,
    [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c][at] ?? 0,
  ]),
);
for (const [character, code] of [
  ["’", 0x92],
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
  ["œ", 0x9c],
] as const)
  WINDOWS.set(character, code);

describe("encodings", () => {
  test.each([
    ["utf-8", true],
    ["utf-8", false],
    ["utf-16le", true],
    ["utf-16le", false],
    ["utf-16be", true],
    ["utf-16be", false],
    ["windows-1252", false],
  ] as const)("%s, byte order mark %s", async (encoding, bom) => {
    const table = await readTable(encode("Titre,Besoin\nL’été “œuvre” – 5 €,d’ici\nDeux,trois\n", encoding, bom));
    expect(table.encoding).toBe(encoding);
    expect(table.columns.map(({ name }) => name)).toEqual(["Titre", "Besoin"]);
    expect(table.rows[0]?.cells).toEqual(["L’été “œuvre” – 5 €", "d’ici"]);
  });

  test("a character on the edge of two pieces is not cut", () => {
    const text = `${"a".repeat(65_535)}é€𝒳${"b".repeat(65_530)}é`;
    for (const encoding of ["utf-8", "utf-16le"] as const) {
      const file = encode(text, encoding, false);
      expect([...decodePieces(file, encoding)].join("")).toBe(text);
    }
  });

  test("plain ASCII is UTF-8", () => expect(detectEncoding(bytes("a,b")).encoding).toBe("utf-8"));

  test("any table survives every separator and Unicode encoding", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/\p{Cc}/gu, " "));
    const body = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    const ways = fc.tuple(fc.constantFrom(...SEPARATORS), fc.constantFrom<Encoding>("utf-8", "utf-16le", "utf-16be"));
    await fc.assert(
      fc.asyncProperty(body, ways, async (rows, [separator, encoding]) => {
        const lines = [["Title", "Need", "Stage"], ...rows.map(([a, b]) => [`x${a}`, b, "y"])];
        const table = await readTable(encode(lines.map((row) => csvLine(row, separator)).join(""), encoding, true));
        expect(table.rows.map(({ cells }) => cells)).toEqual(lines.slice(1));
      }),
      { numRuns: 150 },
    );
  });
});

describe("finding the table", () => {
  test("banner rows, a repeated header, repeated names and blank rows", async () => {
    const table = await readTable(fixture("recensement_cp1252.csv"));
    expect(table).toMatchObject({ encoding: "windows-1252", separator: ";", headerLine: 4, width: 7 });
    expect(table.columns.map(({ name }) => name).slice(5)).toEqual(["Commentaire", "Commentaire (2)"]);
    expect(table.rows.map(({ line }) => line)).toEqual([5, 7, 9, 11]);
    expect(table.notices.map(({ key, values }) => [key, values.count])).toEqual([
      ["imports.notice.banner", 2],
      ["imports.notice.repeated-columns", 1],
      ["imports.notice.blank-rows", 2],
      ["imports.notice.repeated-headers", 1],
    ]);
    expect(table.rows[0]?.cells[2]).toContain("\r\n");
  });

  test("the header may be corrected by hand", async () => {
    const table = await readTable(bytes("Title,Need\nsub a,sub b\n1,2\n"), { headerLine: 2 });
    expect(table.columns.map(({ name }) => name)).toEqual(["sub a", "sub b"]);
    expect(table.rows).toHaveLength(1);
  });

  test("rows with more cells than the header are told with the first line", async () => {
    const table = await readTable(fixture("ragged.csv"));
    expect(table.notices).toEqual([{ key: "imports.notice.long-rows", values: { count: 1, line: 3 } }]);
  });

  test.each([
    [
      ["a", "a", "a"],
      ["a", "a (2)", "a (3)"],
    ],
    [
      ["a", "a (2)", "a"],
      ["a", "a (2)", "a (3)"],
    ],
    [
      ["", " x\ny ", ""],
      ["#1", "x y", "#3"],
    ],
  ])("headers %j are told apart", (headers, names) => {
    expect(uniqueNames(headers)).toEqual(names);
  });

  test("a blank header with values is a column by its place; one without is none", async () => {
    const table = await readTable(bytes("Title,,Stage,\nx,kept,Pilot\ny,,Pilot\n"));
    expect(table.columns).toEqual([
      { index: 0, name: "Title" },
      { index: 1, name: "#2" },
      { index: 2, name: "Stage" },
    ]);
  });

  test("the columns that our file of refused rows adds are no data", async () => {
    const table = await readTable(bytes("Title,Stage,casebook_line,casebook_reason\nx,Pilot,4,Because\n"));
    expect(table.columns.map(({ name }) => name)).toEqual(["Title", "Stage"]);
  });
});

describe("what is no table is refused with a sentence", () => {
  const ole = (word: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(word, "utf16le")]);
  test.each<[string, Uint8Array, string]>([
    ["nothing", Buffer.alloc(0), "empty"],
    ["blanks", bytes(" \n\n \n"), "empty"],
    ["a PDF", bytes("%PDF-1.7\n..."), "pdf"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), "picture"],
    ["gzip", Buffer.from([0x1f, 0x8b, 8, 0]), "compressed"],
    ["an old .xls", ole("Workbook"), "old-xls"],
    ["a workbook with a password", ole("EncryptedPackage"), "password"],
    ["a web page called .xls", bytes("<html><table><tr><td>1</td></tr></table></html>"), "web-page"],
    ["JSON without a list", bytes('{"title": "x"}'), "json"],
    ["XML", bytes('<?xml version="1.0"?><a/>'), "xml"],
    ["a program", Buffer.from(Array.from({ length: 600 }, (_, n) => (n * 37) % 256)), "binary"],
    ["a header alone", bytes("Title,Need\n"), "no-rows"],
    ["a letter", bytes("Dear colleagues\n\nPlease find below\nmany kind words\n"), "one-column"],
    [
      "a letter with commas",
      bytes("Dear Ann, dear Bob\nas I said, then, and again, we go on\nand on, and on, for long\nyours, truly, Me\n"),
      "no-table",
    ],
    ["an open quote", bytes('Title,Need\na,"b\nc,d\n'), "open-quote"],
    ["a zip that is no workbook", zip({ "a.txt": "x" }), "zip"],
    ["OpenDocument", zip({ "content.xml": "<a/>" }), "ods"],
    ["a cut workbook", workbook({ A: [["Title"], ["x"]] }).subarray(0, 200), "broken-xlsx"],
    ["a workbook of broken XML", zip({ "xl/workbook.xml": "<workbook><sheets>" }), "broken-xlsx"],
    ["an empty workbook", workbook({ A: [] }), "no-table"],
    ["501 columns", bytes(`${"a,".repeat(500)}z\n1,2\n`), "columns"],
    ["more than 50 MB", Buffer.alloc(LIMITS.bytes + 1), "bytes"],
  ])("%s", async (_, file, key) => {
    expect((await refused(file))[0]).toBe(`imports.refused.${key}`);
  });

  test("with the line where it goes wrong", async () => {
    expect((await refused(bytes('Title,Need\n"a\nb",c\nd,"e\n')))[1]).toEqual({ line: 4 });
  });

  test("past 100,000 rows", async () => {
    const file = bytes(`Title,Need\n${"x,y\n".repeat(LIMITS.rows + 1)}`);
    expect((await refused(file))[0]).toBe("imports.refused.rows");
    expect((await readTable(file.subarray(0, -4))).rows).toHaveLength(LIMITS.rows);
  });

  test("a workbook that unpacks beyond measure", async () => {
    const bomb = zip({
      "xl/workbook.xml": '<workbook><sheets><sheet name="A" r:id="r"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r" Target="s.xml"/></Relationships>',
      "xl/s.xml": `<worksheet><sheetData><row><c t="str"><v>${"a".repeat(LIMITS.characters + 1)}</v></c></row></sheetData></worksheet>`,
    });
    expect(bomb.length).toBeLessThan(100_000);
    expect((await refused(bomb))[0]).toBe("imports.refused.bomb");
  });
});

describe("workbooks", () => {
  test("texts, numbers, days, padded codes and booleans read as people see them", async () => {
    const rows: TestCell[][] = [
      ["Title", "Users", "Since", "Also", "Code", "Live", "At"],
      [
        "A & <b>",
        0.1 + 0.2,
        { number: 45_000, style: 1 },
        { number: 45_000, style: 2 },
        { number: 42, style: 3 },
        true,
        { number: 45_000.5, style: 4 },
      ],
      ["B", 1200, null, null, null, false, null],
    ];
    const table = await readTable(workbook({ Cases: rows }));
    expect(table.rows).toEqual([
      { line: 2, cells: ["A & <b>", "0.3", "2023-03-15", "2023-03-15", "00042", "TRUE", "2023-03-15 12:00"] },
      { line: 3, cells: ["B", "1200", "", "", "", "FALSE"] },
    ]);
  });

  test("the first visible sheet that holds a table is read; another may be asked for", async () => {
    const file = workbook({
      "!Lists": [["Title"], ["hidden"]],
      Cover: [["Our AI use cases"]],
      Cases: [
        ["Title", "Stage"],
        ["x", "Pilot"],
      ],
      Other: [
        ["Title", "Stage"],
        ["y", "Pilot"],
      ],
    });
    const table = await readTable(file);
    expect([table.sheet, table.sheets]).toEqual(["Cases", ["Cover", "Cases", "Other"]]);
    expect((await readTable(file, { sheet: "Other" })).rows[0]?.cells[0]).toBe("y");
    await expect(readTable(file, { sheet: "Nope" })).rejects.toMatchObject({ key: "imports.refused.no-sheet" });
  });

  test.each([
    ["1", false, "1900-01-01"],
    ["59", false, "1900-02-28"],
    ["61", false, "1900-03-01"],
    ["0", true, "1904-01-01"],
  ])("day %s of a workbook (from 1904: %s) is %s", (serial, from1904, shown) => {
    expect(showNumber(serial, "day", from1904)).toBe(shown);
  });

  test.each([
    [14, undefined, "day"],
    [164, "[$-40C]d mmmm yyyy;@", "day"],
    [164, '0.00 "days"', "number"],
    [164, "dd/mm/yyyy hh:mm", "moment"],
    [164, "0000", { zeros: 4 }],
    [0, "General", "number"],
  ] as const)("number format %s %j shows a %j", (id, code, shape) => {
    expect(numberShape(id, code)).toEqual(shape);
  });

  test.each([
    ["A1", 0],
    ["Z9", 25],
    ["AA1", 26],
    ["AB12", 27],
    ["XFD1", 16_383],
    ["1", null],
  ])("%s is column %s", (reference, column) => {
    expect(columnOf(reference)).toBe(column);
  });
});
