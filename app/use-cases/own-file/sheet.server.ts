import type { Speech } from "#app/locales/speech";
import type { Reader } from "#db/client.server";
import type { ListReader } from "../list/conditions.server";
import { type Sheet, walkView } from "../list/export.server";
import type { ListQuery } from "../list/query";
import { ownCases, ownKnown } from "./cases.server";
import { OWN_COLUMN_NAMES, ownHeader, ownRow } from "./columns";

/** All cases of a view as our own file: to change in a spreadsheet and bring back. */
export function ownSheet(db: Reader, query: ListQuery, reader: ListReader, { t, locale }: Speech): Sheet {
  const header = OWN_COLUMN_NAMES.map((column) => ownHeader(column, locale));
  return { name: t("use-cases.list.title"), locale, header, rows: rows() };
  async function* rows() {
    const { names } = await ownKnown(db);
    for await (const batch of walkView(db, query, reader)) {
      const ids = batch.map(({ id }) => id);
      const cases = await ownCases(db, ids);
      yield ids.flatMap((id) => {
        const useCase = cases.get(id);
        return useCase ? [ownRow(useCase, names, locale)] : [];
      });
    }
  }
}
