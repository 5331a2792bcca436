import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import type { Day } from "#app/kernel/day";
import { aiActPage } from "#app/safeguards/ai-act/case-page.server";
import { AiActCase } from "#app/safeguards/ai-act/case-view";
import { confirmAnswers, saveAnswers } from "#app/safeguards/ai-act/classification.server";
import { answersInput, confirmInput, obligationInput } from "#app/safeguards/ai-act/input";
import { changeObligation } from "#app/safeguards/ai-act/obligations.server";
import { openCase } from "#app/use-cases/cases.server";

export const handle = { title: "safeguards.ai-act" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when, speech }) => {
    const useCase = await openCase(database, actor, params.reference);
    return aiActPage(database, actor, useCase, speech, when.today);
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, when, url } = desk;
    const { id: useCaseId } = await openCase(database, actor, params.reference);
    const told = (text: string | null) => (text === null ? null : { [locale]: text });
    switch (form.get("intent")) {
      case "confirm": {
        const { version } = parse(confirmInput, form);
        await database.write((tx) => confirmAnswers(tx, actor, { useCaseId, version }, when));
        return go(desk, url.pathname, "ai-act.confirmed");
      }
      case "obligation": {
        const { note, dueOn, ...change } = parse(obligationInput, form);
        await database.write((tx) =>
          changeObligation(tx, actor, { ...change, dueOn: dueOn as Day, note: told(note) }, when),
        );
        return go(desk, `${url.pathname}#obligation-${change.id}`, "ai-act.obligation.saved");
      }
      default: {
        const { why, ...said } = parse(answersInput, form);
        await database.write((tx) => saveAnswers(tx, actor, { useCaseId, ...said, why: told(why) }, when));
        return go(desk, `${url.pathname}#questions`, "ai-act.saved");
      }
    }
  })(args);

export default function AiActTab() {
  return <AiActCase page={useAnswer<typeof loader>()} />;
}
