import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { casesHiddenFrom } from "#app/assessment/blind.server";
import { delegateSignOff } from "#app/delivery/delegate.server";
import { meetSignOffCondition } from "#app/delivery/sign-off-conditions.server";
import { answerInput, conditionMetInput, delegateInput, requestInput, toldAnswer } from "#app/delivery/sign-offs";
import { answerSignOff, requestSignOff } from "#app/delivery/sign-offs.server";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import { retold } from "#app/kernel/told";
import { changeComponents } from "#app/link-components.server";
import { readGateFacts } from "#app/measurement/gate-facts.server";
import { moveInput, toldMove } from "#app/measurement/move-case";
import { moveThroughGate } from "#app/measurement/move-case.server";
import { readNextStep } from "#app/measurement/next-step.server";
import { NextStepPanel } from "#app/measurement/next-step-panel";
import { writeOnce } from "#app/once.server";
import { Governance } from "#app/safeguards/governance";
import { governancePage } from "#app/safeguards/governance-page.server";
import { aiActInput, screeningInput, toldCard, trustCardInput } from "#app/safeguards/trust-card";
import { confirmAiActClass, readTrustCard, saveTrustCard, screen } from "#app/safeguards/trust-card.server";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import { answerCheck } from "#app/use-cases/own-checks/answer.server";
import { checkAnswerInput } from "#app/use-cases/own-checks/own-check";

export const handle = { title: "use-cases.tab.governance" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    const hidden = await casesHiddenFrom(database, actor, [useCase.id]);
    const facts = await readGateFacts(database, useCase, when.today, hidden);
    const known = { facts, scoresHidden: hidden.has(useCase.id) };
    return {
      ...(await governancePage(database, actor, useCase, known, when.today)),
      next: await readNextStep(database, actor, useCase, when.today, hidden, facts),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const useCase = await openCase(database, actor, desk.params.reference);
    const useCaseId = useCase.id;
    if (await changeComponents(desk, form, useCaseId))
      return go(desk, `${url.pathname}#components`, "registers.linked");
    switch (form.get("intent")) {
      case "request": {
        const asked = parse(requestInput, form);
        await writeOnce(desk, form, (tx) => requestSignOff(tx, actor, { useCaseId, ...asked }, when));
        return go(desk, `${url.pathname}#sign-offs`, "safeguards.sign-offs.requested");
      }
      case "answer": {
        const answer = toldAnswer(parse(answerInput, form), locale);
        await database.write((tx) => answerSignOff(tx, actor, answer, when));
        return go(desk, `${url.pathname}#sign-offs`, "delivery.sign-off.signed");
      }
      case "delegate": {
        const given = parse(delegateInput, form);
        await database.write((tx) => delegateSignOff(tx, actor, given, when));
        return go(desk, `${url.pathname}#sign-offs`, "delivery.sign-off.give.done");
      }
      case "meet": {
        const { conditionId: id, version, answer } = parse(conditionMetInput, form);
        const met = { id, version, answer: { [locale]: answer } };
        await database.write((tx) => meetSignOffCondition(tx, actor, met, when));
        return go(desk, `${url.pathname}#sign-offs`, "delivery.sign-off.condition.done");
      }
      case "check": {
        const { text, note, ...said } = parse(checkAnswerInput, form);
        const told = (typed: string | null) => (typed === null ? null : { [locale]: typed });
        const answer = { useCaseId, ...said, text: told(text), note: told(note) };
        await writeOnce(desk, form, (tx) => answerCheck(tx, actor, answer, when));
        return go(desk, `${url.pathname}#check-${said.checkId}`, "own-checks.answered");
      }
      case "move":
        return move(desk, form, useCase);
      default:
        return writeCard(desk, form, useCase);
    }
  })(args);

async function move(desk: Desk, form: FormData, useCase: UseCase): Promise<Response> {
  const { actor, locale, when, url, speech } = desk;
  const step = toldMove(parse(moveInput, form), locale);
  await writeOnce(desk, form, (tx) => moveThroughGate(tx, actor, { useCaseId: useCase.id, ...step }, when));
  return go(desk, url.pathname, "safeguards.moved", { stage: speech.t(`use-cases.stage.${step.to}`) });
}

async function writeCard(desk: Desk, form: FormData, useCase: UseCase): Promise<Response> {
  const { database, actor, locale, when, url } = desk;
  const useCaseId = useCase.id;
  const stored = await readTrustCard(database, useCaseId);
  switch (form.get("intent")) {
    case "screen": {
      const { redLineException, ...answers } = parse(screeningInput, form);
      const exception = retold(stored.redLineException, locale, redLineException);
      const letIn = form.get("letIn") === "yes";
      await database.write(async (tx) => {
        await screen(tx, actor, { useCaseId, ...answers, redLineException: exception }, when);
        if (letIn) await moveThroughGate(tx, actor, { useCaseId, to: "assessment", seenAt: useCase.stage }, when);
      });
      return go(desk, url.pathname, letIn ? "safeguards.let-in" : "safeguards.saved");
    }
    case "ai-act": {
      const { aiActBasis, ...rest } = parse(aiActInput, form);
      const confirmed = { useCaseId, ...rest, aiActBasis: { ...stored.aiActBasis, [locale]: aiActBasis } };
      await database.write((tx) => confirmAiActClass(tx, actor, confirmed, when));
      return go(desk, `${url.pathname}#ai-act`, "safeguards.saved");
    }
    default: {
      const said = toldCard(parse(trustCardInput, form), stored, locale);
      await database.write((tx) => saveTrustCard(tx, actor, { useCaseId, ...said }, when));
      return go(desk, `${url.pathname}#trust-card`, "safeguards.saved");
    }
  }
}

export default function GovernanceTab() {
  const { next, ...page } = useAnswer<typeof loader>();
  return (
    <>
      <NextStepPanel step={next} reference={page.reference} />
      <Governance {...page} />
    </>
  );
}
