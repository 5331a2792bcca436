import type { Evidence } from "#app/kernel/evidence";
import type { Quarter } from "#app/kernel/quarter";
import { type Locale, retell } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { Actor } from "#app/people/roles";
import type { Writer } from "#db/client.server";
import { groundsOf, type Ready, type Report, readied, reportable, writeReady } from "./report.server";
import type { GridRow } from "./report-grid-input";

/** Whether a row says what is stored already: it is then left alone, and stays as finance left it. */
function saysTheSame(row: GridRow, stored: Report | null, locale: Locale): boolean {
  if (!stored) return false;
  const words = stored.actual === null ? stored.unavailableBecause : stored.note;
  return (
    row.actual === stored.actual &&
    (row.actual === null || row.evidence === Math.min(stored.evidence, 2)) &&
    (row.source ?? "") === (stored.source?.[locale] ?? "") &&
    (row.words ?? "") === (words?.[locale] ?? "")
  );
}

/**
 * Writes the rows of the quarterly grid, all or none. Rows that say what is stored already are left alone.
 * @returns how many were written
 */
export async function writeGrid(
  tx: Writer,
  actor: Actor,
  input: { quarter: Quarter; rows: readonly GridRow[]; locale: Locale },
  when: When,
): Promise<number> {
  const { quarter, rows, locale } = input;
  const grounds = await groundsOf(
    tx,
    quarter,
    rows.map(({ kpiId }) => kpiId),
  );
  const ready: Ready[] = [];
  for (const row of rows) {
    const stored = grounds.stored.get(row.kpiId) ?? null;
    if (saysTheSame(row, stored, locale)) {
      reportable(grounds, actor, row.kpiId);
      continue;
    }
    const retold = (text: string | null, before: Report["note"] | undefined) =>
      text === null ? null : retell(before, locale, text);
    const said = {
      kpiId: row.kpiId,
      quarter,
      actual: row.actual,
      evidence: row.evidence as Evidence,
      source: retold(row.source, stored?.source),
      note: row.actual === null ? null : retold(row.words, stored?.note),
      unavailableBecause: row.actual === null ? retold(row.words, stored?.unavailableBecause) : null,
      version: row.version,
    };
    ready.push(readied(grounds, actor, said, when));
  }
  await writeReady(tx, ready, when);
  return ready.length;
}
