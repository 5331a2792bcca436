import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { isChangeKind } from "#app/portfolio/changes/changes";
import { figureFile } from "#app/portfolio/files/figure-file.server";
import { figureFileNamed } from "#app/portfolio/files/views";
import { filtersFrom } from "#app/portfolio/filters";

/** A page of the dashboard as a file: `/dashboard/file/reports.csv`. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, params, url, speech, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const asked = figureFileNamed(params.name ?? "");
    if (!asked) throw new Refusal(404, "desk.refusal.not-found");
    const kind = url.searchParams.get("kind");
    const { headers, body } = figureFile(database, asked, {
      ...{ filters: filtersFrom(url.searchParams), kind: isChangeKind(kind) ? kind : null },
      ...{ speech, when, fiscalFirstMonth: organisation.fiscalFirstMonth },
    });
    return new Response(body, { headers });
  })(args);
