import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { isChangeKind } from "#app/portfolio/changes/changes";
import { ChangesView } from "#app/portfolio/changes/changes-page";
import { readChanges } from "#app/portfolio/changes/read-changes.server";
import { filtersFrom } from "#app/portfolio/filters";

export const handle = { title: "changes.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const { quarter, departmentId } = filtersFrom(url.searchParams);
    const kind = url.searchParams.get("kind");
    return readChanges(
      database,
      { quarter, departmentId, kind: isChangeKind(kind) ? kind : null, after: url.searchParams.get("after") },
      { current: when.quarter, fiscalFirstMonth: organisation.fiscalFirstMonth },
    );
  })(args);

export default function Changes() {
  return <ChangesView {...useAnswer<typeof loader>()} />;
}
