import { openCase } from "#app/use-cases/cases.server";
import { GATES, ownRequirement } from "#app/use-cases/gates";
import { answerCheck, checksOfCase } from "#app/use-cases/own-checks/answer.server";
import { addCheck, allChecks, retireCheck, rewordCheck } from "#app/use-cases/own-checks/checks.server";
import { previewCheck } from "#app/use-cases/own-checks/lacking.server";
import type { OwnCheck } from "#app/use-cases/own-checks/own-check";
import { type RoleTerms, readTerms, setTerms } from "#app/use-cases/signatures/terms.server";
import { STAGES } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import * as contracts from "./gates";
import { type Asked, reads, writes } from "./operation.server";
import { orNothing } from "./shapes";

const checkAnswer = ({ fromOn, retiredOn, departmentIds, aiTypes, ...check }: OwnCheck) => ({
  ...{ id: check.id, version: check.version, requirement: ownRequirement(check.id), gate: check.gate },
  ...{ kind: check.kind, question: check.question, help: check.help, expected: check.expected, role: check.role },
  ...{ redLine: check.redLine, customerFacing: check.customerFacing, from: fromOn, retired: retiredOn },
  departmentIds: [...departmentIds],
  aiTypes: [...aiTypes],
});

const termsAnswer = ({ kind, ...terms }: RoleTerms) => ({
  ...{ role: kind, daysToAnswer: terms.daysToAnswer, monthsValid: terms.monthsValid, version: terms.version },
});

export const listGates = reads(contracts.listGates, async (db) => {
  const checks = await allChecks(db);
  return {
    gates: STAGES.flatMap((gate) => {
      const requirements = GATES[gate];
      if (!requirements) return [];
      const own = checks.filter((check) => check.gate === gate);
      return [{ gate, requirements: [...requirements], checks: own.map(checkAnswer) }];
    }),
    terms: (await readTerms(db)).map(termsAnswer),
  };
});

type NewCheck = typeof contracts.addGateCheck.body extends infer Body
  ? Body extends { _output: infer Out }
    ? Out
    : never
  : never;

const wished = ({ from = null, help, expected = null, role = null, redLine = false, ...check }: NewCheck) => ({
  ...{ gate: check.gate, kind: check.kind, question: check.question, expected, role, redLine, fromOn: from },
  ...{ departmentIds: check.departmentIds ?? [], aiTypes: check.aiTypes ?? [] },
  customerFacing: check.customerFacing ?? null,
  help: orNothing(help),
});

export const addGateCheck = writes(contracts.addGateCheck, async (tx, { body, actor, when }) =>
  checkAnswer(await addCheck(tx, actor, wished(body), when)),
);

export const previewGateCheck = reads(contracts.previewGateCheck, (db, { body, when }) =>
  previewCheck(db, wished(body), when.today),
);

export const rewordGateCheck = writes(
  contracts.rewordGateCheck,
  async (tx, { parameters, body, actor, version, when }) => {
    const { question, help } = body;
    const worded = { id: parameters.id, version, question, help: orNothing(help) };
    return checkAnswer(await rewordCheck(tx, actor, worded, when));
  },
);

export const retireGateCheck = writes(
  contracts.retireGateCheck,
  async (tx, { parameters, body, actor, version, when }) =>
    checkAnswer(await retireCheck(tx, actor, { id: parameters.id, version, retiredOn: body.on ?? null }, when)),
);

export const setSignOffTerms = writes(contracts.setSignOffTerms, async (tx, { body, actor, when }) => {
  const { role, startedFrom, ...terms } = body;
  return termsAnswer(await setTerms(tx, actor, { kind: role, version: startedFrom, ...terms }, when));
});

async function caseChecks(
  db: Reader,
  reference: string,
  { actor, when }: Pick<Asked<never, never, never>, "actor" | "when">,
) {
  const useCase = await openCase(db, actor, reference);
  const checks = await checksOfCase(db, actor, useCase, when.today);
  return {
    items: checks.map(({ met, answers, ...check }) => ({
      check: checkAnswer(check),
      met,
      answers: answers.map(({ id, said, text, file, note, passes, by, on }) => ({
        ...{ id, said, text, file, note, passes, by, on },
      })),
    })),
  };
}

export const listCaseChecks = reads(contracts.listCaseChecks, (db, { parameters, ...asked }) =>
  caseChecks(db, parameters.reference, asked),
);

export const answerCaseCheck = writes(contracts.answerCaseCheck, async (tx, { parameters, body, ...asked }) => {
  const { id: useCaseId } = await openCase(tx, asked.actor, parameters.reference);
  const { checkId, said = null, fileId = null } = body;
  const answer = { useCaseId, checkId, said, fileId, text: orNothing(body.text), note: orNothing(body.note) };
  await answerCheck(tx, asked.actor, answer, asked.when);
  return caseChecks(tx, parameters.reference, asked);
});
