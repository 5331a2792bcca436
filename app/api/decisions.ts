/** Operations on what sessions of the committee decided, and on what their decisions ask for. */
import { z } from "zod";
import { OUTCOMES } from "#app/committee/sessions";
import { contract } from "./contract";
import { conditionAnswer, dayAnswer, something, whyAnswer } from "./session-shapes";
import { idInAddress, moneyAnswer, said, toldAnswer } from "./shapes";

export const listConditions = contract({
  id: "listConditions",
  summary: "api.operation.listConditions",
  method: "GET",
  path: "/conditions",
  group: "committee",
  scope: "read",
  act: "use-case.read",
  answer: z.object({ items: z.array(conditionAnswer) }),
});

export const meetCondition = contract({
  group: "committee",
  refused: [403, 404, 409],
  id: "meetCondition",
  summary: "api.operation.meetCondition",
  method: "PATCH",
  path: "/conditions/{id}",
  scope: "write",
  act: "condition.meet",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({ answer: said("api.field.condition.answer", something(4_000)) }),
  answer: conditionAnswer,
  edits: true,
  example: { answer: { en: "Done in two shops." } },
});

export const listDecisionsAgainstRank = contract({
  id: "listDecisionsAgainstRank",
  summary: "api.operation.listDecisionsAgainstRank",
  method: "GET",
  path: "/decisions/against-rank",
  group: "committee",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    items: z.array(
      z.object({
        reference: z.string(),
        title: toldAnswer,
        session: z.int(),
        on: dayAnswer,
        outcome: z.enum(OUTCOMES),
        reason: toldAnswer,
        by: z.string(),
        rank: z.int().nullable(),
        ranked: z.int().nullable(),
        why: said("api.field.decision.whyAgainst", whyAnswer.nullable()),
        stage: z.string().nullable(),
        promised: said("api.field.decision.promised", moneyAnswer.nullable()),
        realised: said("api.field.decision.realised", moneyAnswer.nullable()),
      }),
    ),
  }),
});
