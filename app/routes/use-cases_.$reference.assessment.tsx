import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { assessmentInput, overrideInput } from "#app/assessment/assess";
import { assess, overrideScore } from "#app/assessment/assess.server";
import { AssessmentView } from "#app/assessment/page";
import { assessmentPage } from "#app/assessment/page.server";
import { stillOwed } from "#app/assessment/queue.server";
import { act, ask, go, parse } from "#app/desk.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "assessment.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation }) => {
    const useCase = await openCase(database, actor, params.reference);
    const page = await assessmentPage(database, actor, useCase);
    const owed = page.mine?.submitted && useCase.stage === "assessment" ? await stillOwed(database, actor) : null;
    return { ...page, owed, needed: organisation.assessmentsNeeded };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const { id } = await openCase(database, actor, desk.params.reference);
    if (form.get("intent") === "override") {
      const input = parse(overrideInput, form);
      await database.write((tx) => overrideScore(tx, actor, id, { ...input, locale }, when));
      return go(desk, url.pathname, "assessment.override.done");
    }
    const { intent, ...input } = parse(assessmentInput, form);
    const submit = intent === "submit";
    await database.write((tx) => assess(tx, actor, id, { ...input, submit, locale }, when));
    return go(desk, url.pathname, submit ? "assessment.submitted" : "assessment.saved");
  })(args);

export default function Assessment() {
  return <AssessmentView {...useAnswer<typeof loader>()} />;
}
