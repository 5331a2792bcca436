/** A spreadsheet program beside the tests: what it makes of a workbook whose formulas it must compute itself. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ZipFile } from "yazl";
import { parseCsv } from "#app/use-cases/import/parse-csv";

/** LibreOffice's program, where the machine has it. */
export const office: string | null =
  ["soffice", "libreoffice"].find((name) => {
    try {
      execFileSync("which", [name], { stdio: "pipe" });
      return true;
    } catch {
      return false;
    }
  }) ?? null;
if (!office) console.warn("skipped: LibreOffice is not here (apt-get install libreoffice-calc-nogui)");

/** The workbook without the values that it was written with. */
const emptied = (xml: string): string => xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1");

async function zipped(parts: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(emptied(text)), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Every sheet's cells as LibreOffice computes them, unformatted; by the order of `workbooks`. */
export async function recomputed(workbooks: readonly Record<string, string>[]): Promise<Record<string, string[][]>[]> {
  const folder = mkdtempSync(join(tmpdir(), "casebook-office-"));
  try {
    const files = await Promise.all(
      workbooks.map(async (parts, at) => {
        const file = join(folder, `book${at}.xlsx`);
        writeFileSync(file, await zipped(parts));
        return file;
      }),
    );
    // Comma, quote, UTF-8, raw values, every sheet to a file of its own.
    const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    execFileSync(
      office ?? "soffice",
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        csv,
        "--outdir",
        folder,
        ...files,
      ],
      { stdio: "pipe", timeout: 120_000 },
    );
    return workbooks.map((_, at) => {
      const mine = readdirSync(folder).filter((name) => name.startsWith(`book${at}-`) && name.endsWith(".csv"));
      return Object.fromEntries(
        mine.map((name) => [
          name.slice(`book${at}-`.length, -".csv".length),
          parseCsv(readFileSync(join(folder, name), "utf8"), ",").records.map(({ cells }) => cells),
        ]),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
