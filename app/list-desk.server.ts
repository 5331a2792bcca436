/** The list of use cases at somebody's desk: what its page, its files and its bulk acts start from. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { speechFor } from "#app/locales/speech";
import { bulkScreening } from "#app/measurement/bulk-screening.server";
import { isExportShape } from "#app/portfolio/shapes/shape";
import { sheetIn } from "#app/portfolio/shapes/sheet.server";
import type { Screening } from "#app/use-cases/bulk/selected.server";
import type { ListReader } from "#app/use-cases/list/conditions.server";
import { exportSheet, type Format } from "#app/use-cases/list/export.server";
import { openList } from "#app/use-cases/list/list.server";
import { type ListQuery, readQuery } from "#app/use-cases/list/query";
import { withOwner } from "#app/use-cases/list/with-owner.server";
import { ask, type Desk } from "./desk.server";

/** Who reads the list, and the view that these parameters ask for. */
export async function listAt(
  { database, actor, speech, when }: Desk,
  parameters: URLSearchParams,
): Promise<{ reader: ListReader; query: ListQuery }> {
  const hidden = scoresHiddenFrom(actor);
  const reader = await openList(database, { personId: actor.personId, hidden, today: when.today, tell: speech.tell });
  return { reader, query: await withOwner(database, readQuery(parameters)) };
}

const UNDOING: Key = "list.bulk.undo.reason";

/** @throws Refusal 400 where an address says what nobody can read: to act on more than was asked for is worse than no */
export function refuseMisread({ misread }: ListQuery): void {
  const [first] = misread;
  if (first) throw new Refusal(400, "list.misread.refused", { filter: `${first.name}=${first.said}` });
}

/** What screening many cases asks of later rooms. */
export function screeningAt({ when, organisation }: Pick<Desk, "when" | "organisation">): Screening {
  const said = (locale: Locale) => speechFor(locale, organisation.currency, organisation.timeZone).t(UNDOING);
  return bulkScreening(when, { fr: said("fr"), en: said("en") });
}

/** A route that answers a view as a file. */
export const exportAs = (format: Format) => (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const { database, speech, when, url } = desk;
    const { reader, query } = await listAt(desk, url.searchParams);
    // A file that holds more than was asked for would be sent on: the list says what it did not understand.
    if (query.misread.length > 0) throw redirect(`/use-cases${url.search}`);
    const shape = url.searchParams.get("shape") ?? "view";
    if (!isExportShape(shape)) throw new Refusal(400, "list.export.no-shape", { shape: shape.slice(0, 80) });
    const { type, body } = exportSheet(sheetIn(database, query, reader, speech, shape), format);
    const usual = speech.t("use-cases.list.file", { date: when.today });
    const name = shape === "view" ? usual : `${shape}-${when.today}`;
    return new Response(body, {
      headers: {
        "Content-Type": type,
        "Content-Disposition": `attachment; filename="${name}.${format}"`,
        "Cache-Control": "private, no-store",
      },
    });
  })(args);
