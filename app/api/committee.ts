/** Operations on sessions of the committee, and on what their decisions ask for. */
import { z } from "zod";
import { MOST_ASKED, MOST_DRAWN, MOST_GRANTED_MINOR, OUTCOMES, SESSION_STATUSES } from "#app/committee/sessions";
import { VOTES } from "#app/committee/votes";
import { HEARINGS } from "#app/people/roles";
import { type Contract, contract } from "./contract";
import { listConditions, listDecisionsAgainstRank, meetCondition } from "./decisions";
import { dayAnswer, sessionAnswer, something } from "./session-shapes";
import { day, id, idInAddress, reference, said, told } from "./shapes";

const parameters = z.object({ number: said("api.field.session.number", idInAddress) });
const shared = { group: "committee", refused: [403, 404, 409] } as const;

export const listSessions = contract({
  id: "listSessions",
  summary: "api.operation.listSessions",
  method: "GET",
  path: "/sessions",
  group: "committee",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    items: z.array(
      z.object({
        number: z.int(),
        heldOn: dayAnswer,
        status: z.enum(SESSION_STATUSES),
        chair: z.string().nullable(),
      }),
    ),
  }),
});

export const planSession = contract({
  ...shared,
  id: "planSession",
  summary: "api.operation.planSession",
  method: "POST",
  path: "/sessions",
  scope: "write",
  act: "session.plan",
  body: z.strictObject({
    heldOn: day,
    quorum: said("api.field.session.quorum", z.int().min(1).max(50).optional()),
    hears: said("api.field.session.hears", z.array(z.enum(HEARINGS)).max(HEARINGS.length).optional()),
  }),
  answer: sessionAnswer,
  status: 201,
  location: ({ number }) => `/sessions/${number}`,
  once: "optional",
  example: { heldOn: "2027-01-20", quorum: 4, hears: ["security", "legal"] },
});

export const replanSession = contract({
  ...shared,
  id: "replanSession",
  summary: "api.operation.replanSession",
  method: "PATCH",
  path: "/sessions/{number}",
  scope: "write",
  act: "session.plan",
  parameters,
  body: z.strictObject({
    heldOn: day.optional(),
    quorum: said("api.field.session.quorum", z.int().min(1).max(50).optional()),
    hears: said("api.field.session.hears", z.array(z.enum(HEARINGS)).max(HEARINGS.length).optional()),
  }),
  answer: sessionAnswer,
  edits: true,
  example: { heldOn: "2027-01-21" },
});

export const readSession = contract({
  ...shared,
  id: "readSession",
  summary: "api.operation.readSession",
  method: "GET",
  path: "/sessions/{number}",
  scope: "read",
  act: "use-case.read",
  parameters,
  answer: sessionAnswer,
  refused: [404],
});

export const changeAgenda = contract({
  ...shared,
  id: "changeAgenda",
  summary: "api.operation.changeAgenda",
  method: "POST",
  path: "/sessions/{number}/agenda",
  scope: "write",
  act: "session.plan",
  parameters,
  body: z.strictObject({
    add: said("api.field.session.add", z.array(reference).max(100).optional()),
    remove: said("api.field.session.remove", z.array(reference).max(100).optional()),
    draw: said("api.field.session.draw", z.int().min(1).max(MOST_DRAWN).optional()),
  }),
  answer: sessionAnswer,
  once: "optional",
  example: { draw: 8 },
});

export const freezeShortlist = contract({
  ...shared,
  id: "freezeShortlist",
  summary: "api.operation.freezeShortlist",
  method: "POST",
  path: "/sessions/{number}/shortlist",
  scope: "write",
  act: "session.plan",
  parameters,
  answer: sessionAnswer,
  once: "optional",
});

export const noteAttendance = contract({
  ...shared,
  id: "noteAttendance",
  summary: "api.operation.noteAttendance",
  method: "PATCH",
  path: "/sessions/{number}/attendance",
  scope: "write",
  act: "session.plan",
  parameters,
  body: z.strictObject({ present: said("api.field.session.present", z.array(id).max(100)) }),
  answer: sessionAnswer,
  edits: true,
  example: { present: [1] },
});

export const writeOpinion = contract({
  ...shared,
  id: "writeOpinion",
  summary: "api.operation.writeOpinion",
  method: "POST",
  path: "/sessions/{number}/opinion",
  scope: "write",
  act: "opinion.write",
  parameters,
  body: z.strictObject({ opinion: said("api.field.session.opinion", something(4_000)) }),
  answer: sessionAnswer,
  once: "optional",
  example: { opinion: { en: "Fine, as long as the data stay here.", fr: "D’accord, si les données restent ici." } },
});

export const castVote = contract({
  ...shared,
  id: "castVote",
  summary: "api.operation.castVote",
  method: "POST",
  path: "/sessions/{number}/votes",
  scope: "write",
  act: "session.vote",
  parameters,
  body: z.strictObject({
    reference,
    vote: z.enum(VOTES),
    why: said("api.field.session.why", told(1_000).nullable().optional()),
  }),
  answer: sessionAnswer,
  once: "optional",
  example: { reference: "UC-0012", vote: "approve", why: { en: "The gain is proven elsewhere." } },
});

export const takeDecision = contract({
  ...shared,
  id: "takeDecision",
  summary: "api.operation.takeDecision",
  method: "POST",
  path: "/sessions/{number}/decisions",
  scope: "write",
  act: "decision.take",
  parameters,
  body: z.strictObject({
    reference,
    outcome: said("api.field.decision.outcome", z.enum(OUTCOMES)),
    reason: said("api.field.decision.reason", something(4_000)),
    learning: said("api.field.decision.learning", told(4_000).nullable().optional()),
    relookOn: said("api.field.decision.relookOn", day.nullable().optional()),
    budgetMinor: said("api.field.decision.budgetMinor", z.int().min(0).max(MOST_GRANTED_MINOR).nullable().optional()),
    asked: said(
      "api.field.decision.asked",
      z
        .array(z.strictObject({ text: something(1_000), ownerId: id, dueOn: day }))
        .max(MOST_ASKED)
        .optional(),
    ),
    againstRank: said("api.field.decision.knowingly", z.boolean().optional()),
    override: said("api.field.decision.override", z.boolean().optional()),
  }),
  answer: sessionAnswer,
  once: "optional",
  example: {
    reference: "UC-0012",
    outcome: "ask",
    reason: { en: "We cannot tell yet how many shops it concerns." },
    asked: [{ text: { en: "How many shops?" }, ownerId: 1, dueOn: "2027-02-01" }],
  },
});

export const closeSession = contract({
  ...shared,
  id: "closeSession",
  summary: "api.operation.closeSession",
  method: "POST",
  path: "/sessions/{number}/closing",
  scope: "write",
  act: "session.close",
  parameters,
  body: z.strictObject({
    notes: said("api.field.session.notes", told(10_000).nullable().optional()),
    againstRank: said("api.field.session.knowingly", z.boolean().optional()),
  }),
  answer: sessionAnswer,
  once: "optional",
  example: { notes: { en: "The budget comes again in January." } },
});

export const cancelSession = contract({
  ...shared,
  id: "cancelSession",
  summary: "api.operation.cancelSession",
  method: "POST",
  path: "/sessions/{number}/cancellation",
  scope: "write",
  act: "session.cancel",
  parameters,
  body: z.strictObject({ reason: said("api.field.session.cancelReason", something(1_000)) }),
  answer: sessionAnswer,
  once: "optional",
  example: { reason: { en: "Too few of us can come.", fr: "Trop peu d’entre nous peuvent venir." } },
});

/** In the order in which the document tells them. */
export const COMMITTEE: readonly Contract[] = [
  listSessions,
  planSession,
  readSession,
  replanSession,
  changeAgenda,
  freezeShortlist,
  noteAttendance,
  writeOpinion,
  castVote,
  takeDecision,
  cancelSession,
  closeSession,
  listConditions,
  meetCondition,
  listDecisionsAgainstRank,
];
