import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { AgreementView } from "#app/assessment/agreement-page";
import { agreementChoiceFrom } from "#app/committee/agreement-choice";
import { AgreementFilter } from "#app/committee/agreement-filter";
import { agreementPage } from "#app/committee/agreement-page.server";
import { ask } from "#app/desk.server";

export const handle = { title: "assessment.agreement.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, url }) => agreementPage(database, actor, agreementChoiceFrom(url.searchParams)))(args);

export default function AgreementPage() {
  const { found, ...page } = useAnswer<typeof loader>();
  return <AgreementView found={found} filter={<AgreementFilter {...page} />} />;
}
