import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { assessmentInput, conflictInput, overrideInput, roundInput } from "#app/assessment/assess";
import { assess } from "#app/assessment/assess.server";
import { declareConflict, withdrawConflict } from "#app/assessment/declare-conflict.server";
import { openRound, withdrawRound } from "#app/assessment/open-round.server";
import { overrideScore } from "#app/assessment/override-score.server";
import { AssessmentView } from "#app/assessment/page";
import { assessmentPage } from "#app/assessment/page.server";
import { stillOwed } from "#app/assessment/queue.server";
import { act, ask, go, parse } from "#app/desk.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "assessment.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation }) => {
    const useCase = await openCase(database, actor, params.reference);
    const page = await assessmentPage(database, actor, useCase, organisation.assessmentsNeeded);
    const owed = page.mine?.submitted && useCase.stage === "assessment" ? await stillOwed(database, actor) : null;
    return { ...page, owed };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const { id } = await openCase(database, actor, desk.params.reference);
    const intentOf = form.get("intent");
    if (intentOf === "override") {
      const input = parse(overrideInput, form);
      await database.write((tx) => overrideScore(tx, actor, id, { ...input, locale }, when));
      return go(desk, url.pathname, "assessment.override.done");
    }
    if (intentOf === "conflict") {
      const { why: reason } = parse(conflictInput, form);
      await database.write((tx) => declareConflict(tx, actor, id, { reason, locale }, when));
      return go(desk, url.pathname, "assessment.conflict.done");
    }
    if (intentOf === "withdraw-conflict") {
      await database.write((tx) => withdrawConflict(tx, actor, id, when));
      return go(desk, url.pathname, "assessment.conflict.withdrawn");
    }
    if (intentOf === "round") {
      const { why } = parse(roundInput, form);
      const { number } = await database.write((tx) => openRound(tx, actor, id, { reason: { [locale]: why } }, when));
      return go(desk, url.pathname, "assessment.round.done", { number });
    }
    if (intentOf === "withdraw-round") {
      await database.write((tx) => withdrawRound(tx, actor, id, when));
      return go(desk, url.pathname, "assessment.round.withdrawn");
    }
    const { intent, ...sent } = parse(assessmentInput, form);
    // Without a script nobody can take a score back from a radio group: this button says that they are dropped.
    const input = intent === "abstain" ? { ...sent, abstain: true, scores: {}, comments: {} } : sent;
    const submit = intent !== "save";
    await database.write((tx) => assess(tx, actor, id, { ...input, submit, locale }, when));
    return go(desk, url.pathname, submit ? "assessment.submitted" : "assessment.saved");
  })(args);

export default function Assessment() {
  return <AssessmentView {...useAnswer<typeof loader>()} />;
}
