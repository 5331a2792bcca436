import { CSV_BOM, type CsvValue, csvLine, type Separator } from "#app/kernel/csv";
import { currencyDigits, type Minor } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import type { Reader } from "#db/client.server";
import { type CaseRow, readRows } from "./list.server";
import type { ListReader } from "./page.server";
import type { ListQuery } from "./query";

const BATCH = 500;

/** A French spreadsheet reads semicolons and decimal commas, an English one commas and points. */
function writer(speech: Speech) {
  const french = speech.locale === "fr";
  const separator: Separator = french ? ";" : ",";
  const figure = (value: number | null, digits: number): CsvValue => {
    if (value === null) return null;
    const plain = Number(value.toFixed(digits));
    return french ? String(plain).replace(".", ",") : plain;
  };
  const unit = currencyDigits(speech.currency);
  const amount = (minor: Minor | null) => figure(minor === null ? null : minor / 10 ** unit, unit);
  return { line: (cells: readonly CsvValue[]) => csvLine(cells, separator), figure, amount };
}

function headerOf({ t, currency }: Speech): string[] {
  const money = (header: string) => `${header} (${currency})`;
  return [
    t("use-cases.column.reference"),
    t("use-cases.field.title"),
    t("use-cases.column.stage"),
    t("use-cases.field.departmentId"),
    t("use-cases.column.owner"),
    t("use-cases.column.value"),
    t("use-cases.column.complexity"),
    money(t("use-cases.column.npv")),
    money(t("use-cases.column.realised")),
    t("use-cases.column.proven"),
    t("use-cases.column.updated"),
  ];
}

function cellsOf(row: CaseRow, speech: Speech, { figure, amount }: ReturnType<typeof writer>): CsvValue[] {
  const { t, tell } = speech;
  return [
    row.reference,
    tell(row.title),
    t(row.stage === null ? "use-cases.stage.unknown" : `use-cases.stage.${row.stage}`),
    tell(row.department),
    row.owner,
    figure(row.value, 2),
    figure(row.complexity, 2),
    amount(row.npvMinor),
    amount(row.realisedMinor),
    figure(row.provenShare, 4),
    new Date(row.updatedAt).toISOString().slice(0, 10),
  ];
}

/** All the cases of a view as a CSV file, in its order and with its columns; read batch by batch as the reader takes it. */
export function exportList(
  db: Reader,
  query: ListQuery,
  reader: ListReader,
  speech: Speech,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const write = writer(speech);
  let at: ListQuery | null = { ...query, after: null, before: null };
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode(CSV_BOM + write.line(headerOf(speech)))),
    pull: async (stream) => {
      if (!at) return stream.close();
      const { rows, next } = await readRows(db, at, reader, BATCH);
      at = next ? { ...at, after: next } : null;
      stream.enqueue(encoder.encode(rows.map((row) => write.line(cellsOf(row, speech, write))).join("")));
    },
  });
}
