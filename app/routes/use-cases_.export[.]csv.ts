import type { LoaderFunctionArgs } from "@remix-run/node";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { ask } from "#app/desk.server";
import { exportList } from "#app/use-cases/list/export.server";
import { readQuery } from "#app/use-cases/list/query";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, speech, when }) => {
    const reader = { personId: actor.personId, hidden: scoresHiddenFrom(actor) };
    const file = exportList(database, readQuery(url.searchParams), reader, speech);
    const name = speech.t("use-cases.list.file", { date: when.today });
    return new Response(file, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.csv"`,
        "Cache-Control": "private, no-store",
      },
    });
  })(args);
