import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { beginAs } from "#app/assessment/begin-draft.server";
import { beginInput } from "#app/assessment/model-input";
import { CHOICE_READINGS } from "#app/committee/choice";
import { WhatIf } from "#app/committee/what-if/what-if";
import { whatIfPage } from "#app/committee/what-if/what-if.server";
import { act, ask, go, parse } from "#app/desk.server";
import { misreadingOf } from "#app/kernel/misread";
import { currencyDigits } from "#app/kernel/money";

export const handle = { title: "what-if.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, organisation }) => ({
    ...(await whatIfPage(database, actor, url.searchParams, 10 ** currencyDigits(organisation.currency))),
    misreading: misreadingOf(url, CHOICE_READINGS),
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const said = parse(beginInput, form);
    const { id } = await desk.database.write((tx) => beginAs(tx, desk.actor, said, desk.when));
    return go(desk, `/assess/models/drafts/${id}`, "assessment.model.begun");
  })(args);

export default function WhatIfPage() {
  return <WhatIf {...useAnswer<typeof loader>()} />;
}
