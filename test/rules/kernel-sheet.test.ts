import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { rowXml, SHEET_BEGINS, SHEET_ENDS, type SheetCell, workbookParts } from "#app/kernel/sheet";
import { readXlsx } from "#app/use-cases/import/read-xlsx.server";

async function workbook(rows: readonly (readonly SheetCell[])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(workbookParts("Use cases: [all]"))) zip.addBuffer(Buffer.from(text), path);
  const sheet = rows.map((cells, at) => rowXml(cells, at + 1, { header: at === 0 })).join("");
  zip.addBuffer(Buffer.from(SHEET_BEGINS(rows[0]?.length ?? 1) + sheet + SHEET_ENDS), "xl/worksheets/sheet1.xml");
  zip.end();
  return buffer(zip.outputStream.pipe(new PassThrough()));
}

const header: SheetCell[] = [{ text: "Title" }, { text: "NPV" }, { text: "On" }];

describe("A workbook", () => {
  test("comes back from our own reader as it was written, whatever its texts say", async () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 }).map(
      (said) =>
        `t${said
          .toWellFormed()
          .replace(/\p{Cc}/gu, "")
          .trim()}`,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = texts.map((said): SheetCell[] => [
          { text: said },
          { number: 12.5, digits: 2 },
          { day: "2026-11-22" },
        ]);
        const table = await readXlsx(await workbook([header, ...rows]), {});
        expect(table.rows.map(({ cells }) => cells[0])).toEqual(texts);
      }),
      { numRuns: 20 },
    );
  });

  test("holds texts that would run as texts: no cell is a formula, and none gains an apostrophe", () => {
    for (const said of ["=1+2", "+33 1 23", "-5 points", "@SUM(A1)", "\t=1", "'=1"]) {
      const xml = rowXml([{ text: said }], 2);
      expect(xml).toContain('t="inlineStr" s="2"');
      expect(xml).not.toContain("<f>");
    }
    expect(rowXml([{ text: "a<b & \u0001 _x0041_" }], 2)).toContain("a&lt;b &amp; _x0001_ _x005F_x0041_");
  });

  test("holds numbers and days as numbers, and nothing where nothing is known", () => {
    expect(rowXml([{ number: -1234.5, digits: 2 }, null, { day: "2026-11-22" }, { share: 0.25 }], 7)).toBe(
      '<row r="7"><c r="A7" s="6"><v>-1234.5</v></c><c r="C7" s="3"><v>46348</v></c><c r="D7" s="4"><v>0.25</v></c></row>',
    );
    expect(
      rowXml(
        Array.from({ length: 28 }, () => ({ number: 1, digits: 0 })),
        1,
      ),
    ).toContain('r="AB1"');
  });
});
