import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask, idFrom } from "#app/desk.server";
import { refusedRows } from "#app/use-cases/import/pages.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, locale, speech, when }) => {
    const file = await refusedRows(database, actor, idFrom(params.id), locale, when.today);
    return new Response(new Uint8Array(file), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${speech.t("imports.refused-rows.file")}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  })(args);
