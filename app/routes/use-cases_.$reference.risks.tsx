import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { CaseRisksView } from "#app/safeguards/case-risks";
import { caseRisks } from "#app/safeguards/case-risks.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "use-cases.tab.risks" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) =>
    caseRisks(database, actor, await openCase(database, actor, params.reference), when.today),
  )(args);

export default function RisksTab() {
  return <CaseRisksView page={useAnswer<typeof loader>()} />;
}
