import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { ReconciliationView } from "#app/portfolio/reconciliation";
import { readReconciliation } from "#app/portfolio/reconciliation.server";

export const handle = { title: "portfolio.reconciliation" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    return { rows: await readReconciliation(database) };
  })(args);

export default function Reconciliation() {
  return <ReconciliationView {...useAnswer<typeof loader>()} />;
}
