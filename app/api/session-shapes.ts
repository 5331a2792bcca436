/** What operations on sessions of the committee answer. */
import { z } from "zod";
import { OUTCOMES, SESSION_STATUSES } from "#app/committee/sessions";
import { VOTES } from "#app/committee/votes";
import { HEARINGS } from "#app/people/roles";
import { instant, moneyAnswer, personAnswer, said, told, toldAnswer } from "./shapes";

/** Words that must say something, in one language at least. */
export const something = (maximum: number) =>
  told(maximum).refine((text) => Boolean(text.fr || text.en), "desk.input.required");

export const dayAnswer = z.string().meta({ format: "date" });
const figures = z
  .object({
    value: said("api.field.value", z.number().nullable()),
    complexity: said("api.field.complexity", z.number().nullable()),
    assessments: z.int(),
    npv: moneyAnswer.nullable(),
    npvP50: moneyAnswer.nullable(),
    totalCost: moneyAnswer.nullable(),
    paybackQuarters: z.number().nullable(),
    rank: said("api.field.session.rank", z.int().nullable()),
    ranked: z.int(),
    filtersFailed: said("api.field.session.filtersFailed", z.int().nullable()),
  })
  .meta({ id: "CommitteeFigures", says: "api.field.session.figures" });

export const conditionAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    reference: z.string(),
    session: z.int(),
    text: toldAnswer,
    owner: personAnswer,
    dueOn: dayAnswer,
    metOn: said("api.field.condition.metOn", dayAnswer.nullable()),
    answer: said("api.field.condition.answer", toldAnswer.nullable()),
  })
  .meta({ id: "Condition" });

const decisionAnswer = z.object({
  outcome: z.enum(OUTCOMES),
  reason: toldAnswer,
  relookOn: dayAnswer.nullable(),
  budget: moneyAnswer.nullable(),
  quorate: said("api.field.decision.quorate", z.boolean()),
  againstRank: said("api.field.decision.againstRank", z.boolean()),
  againstVotes: said("api.field.decision.againstVotes", z.enum(VOTES).nullable()),
  by: z.string(),
});

/** What makes a decision one against the rank. */
export const whyAnswer = z.object({
  said: said("api.field.decision.said", z.boolean()),
  fails: said("api.field.decision.fails", z.boolean()),
  cases: said(
    "api.field.decision.passedOver",
    z.array(
      z.object({
        reference: z.string(),
        title: toldAnswer,
        rank: z.int().nullable(),
        outcome: z.enum(OUTCOMES).nullable(),
      }),
    ),
  ),
  count: said("api.field.decision.passedOverCount", z.int().nullable()),
});

const itemAnswer = z.object({
  reference: z.string(),
  title: toldAnswer,
  department: toldAnswer.nullable(),
  stage: z.string().nullable(),
  figures,
  moved: said("api.field.session.moved", z.array(z.string())),
  alsoOn: said("api.field.session.alsoOn", z.int().nullable()),
  votedBy: said("api.field.session.votedBy", z.array(z.string())),
  votes: said(
    "api.field.session.votes",
    z
      .object({
        counts: z.array(z.object({ vote: z.enum(VOTES), count: z.int() })),
        majority: z.enum(VOTES).nullable(),
        cast: z.array(
          z.object({
            ...{ name: z.string(), vote: z.enum(VOTES), why: toldAnswer.nullable() },
            counted: said("api.field.session.vote.counted", z.boolean()),
          }),
        ),
      })
      .nullable(),
  ),
  decision: decisionAnswer.nullable(),
  conditions: z.array(conditionAnswer),
});

export const sessionAnswer = z
  .object({
    number: z.int(),
    heldOn: dayAnswer,
    status: z.enum(SESSION_STATUSES),
    cancelReason: said("api.field.session.cancelReason", toldAnswer.nullable()),
    chair: z.string().nullable(),
    quorum: z.object({
      present: z.int(),
      needed: z.int(),
      hears: z.array(z.enum(HEARINGS)),
      unheard: said("api.field.session.unheard", z.array(z.enum(HEARINGS))),
      reached: z.boolean(),
    }),
    present: z.array(personAnswer),
    frozenAt: said("api.field.session.frozenAt", instant.nullable()),
    signedAt: said("api.field.session.signedAt", instant.nullable()),
    notes: toldAnswer.nullable(),
    agenda: z.array(itemAnswer),
    left: said("api.field.session.left", z.array(z.object({ session: z.int(), count: z.int() }))),
    version: said("api.field.version", z.int()),
  })
  .meta({ id: "Session" });
