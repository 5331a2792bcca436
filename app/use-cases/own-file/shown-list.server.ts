import { count, inArray } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import { fold, LOCALES } from "#app/kernel/told";
import { speechFor } from "#app/locales/speech";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { cellOf, type Table } from "../import/table";

/** So many references are looked up: a file of ours names cases of ours from its first lines on. */
const LOOKED_UP = 200;

const HEADERS = new Set(LOCALES.map((locale) => fold(speechFor(locale, "EUR", "UTC").t("list.column.reference"))));

/**
 * Refuses the list as the screen shows it: it says neither all of a case nor from which version it came, and read as
 * somebody else's register it would double each case.
 * @throws Refusal 400, which leads to the export that comes back
 */
export async function refuseShownList(db: Reader, table: Table): Promise<void> {
  for (const column of table.columns.filter(({ name }) => HEADERS.has(fold(name)))) {
    const said = table.rows
      .slice(0, LOOKED_UP)
      .map((row) => cellOf(row, column).trim().toUpperCase())
      .filter(Boolean);
    if (said.length === 0 || !said.every((text) => /^UC-\d{1,12}$/.test(text))) continue;
    const references = [...new Set(said)];
    const [known] = await db.select({ cases: count() }).from(useCases).where(inArray(useCases.reference, references));
    // Another installation's list names ours by chance only.
    if ((known?.cases ?? 0) * 2 >= references.length) throw new Refusal(400, "imports.own.shown-list");
  }
}
