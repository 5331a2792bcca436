import { z } from "zod";
import {
  choice,
  idOf,
  onDay,
  optionalAmount,
  optionalDay,
  optionalText,
  rows,
  startedFrom,
  text,
  ticked,
  whole,
} from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import { HEARINGS } from "#app/people/roles";
import type { Stage } from "#app/use-cases/stages";
import { VOTES } from "./votes";

/** A session that is taken back stays on record, and decides nothing. */
export const SESSION_STATUSES = ["planned", "closed", "cancelled"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** What a session may decide of a use case. */
export const OUTCOMES = ["approve", "not-now", "reject", "ask", "scale", "pivot", "stop", "retire"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The stage that a decision moves a case to; «ask», «scale» and «pivot» leave it where it is. */
export const LEADS_TO: Readonly<Partial<Record<Outcome, Stage>>> = {
  approve: "approved",
  "not-now": "on-hold",
  reject: "rejected",
  stop: "stopped",
  retire: "retired",
};

export function isOutcome(text: string): text is Outcome {
  return (OUTCOMES as readonly string[]).includes(text);
}

/** What can be decided of a case at a stage, the usual outcome first. */
export function outcomesAt(stage: Stage | null): readonly Outcome[] {
  if (stage === "assessment" || stage === "on-hold") return ["approve", "not-now", "reject", "ask"];
  if (stage === "submitted" || stage === "approved") return ["not-now", "reject", "ask"];
  if (stage === "poc") return ["scale", "pivot", "stop", "not-now", "ask"];
  if (stage === "pilot") return ["scale", "stop", "not-now", "retire", "ask"];
  if (stage === "production") return ["retire", "ask"];
  return [];
}

/** Whom a session must hear, as boxes send it. */
const heard = z.preprocess((sent) => sent ?? [], z.array(choice(HEARINGS)).max(HEARINGS.length));

export const sessionInput = z.object({ heldOn: onDay, quorum: whole({ min: 1, max: 50 }), hears: heard });
export const replanInput = sessionInput.extend({ version: startedFrom });
/** How many of the best placed cases a session draws at once. */
export const MOST_DRAWN = 50;
export const drawInput = z.object({ intent: choice(["draw"]), count: whole({ min: 1, max: MOST_DRAWN }) });
export const agendaInput = z.object({ intent: choice(["agenda-add", "agenda-remove"]), reference: text(20) });
export const attendanceInput = z.object({
  version: startedFrom,
  present: z.preprocess((sent) => sent ?? [], z.array(idOf).max(100)),
});
export const opinionInput = z.object({ intent: choice(["opinion"]), opinion: text(4_000) });
export const voteInput = z.object({
  intent: choice(["vote"]),
  reference: text(20),
  vote: choice(VOTES),
  why: optionalText(1_000),
});
export const closeInput = z.object({
  intent: choice(["close"]),
  notes: optionalText(10_000),
  againstRank: ticked,
});

export const cancelInput = z.object({ intent: choice(["cancel"]), reason: text(1_000) });

/** The most that one decision grants, in minor units: a billion euros. Beyond it, digits are wrong. */
export const MOST_GRANTED_MINOR = 100_000_000_000;

/** Conditions and questions of one decision. */
export const MOST_ASKED = 10;
const asked = z.object({ text: text(1_000), ownerId: idOf, dueOn: onDay });

export const decisionInput = (currency: string) =>
  z
    .object({
      intent: choice(["decide"]),
      reference: text(20),
      outcome: choice(OUTCOMES),
      reason: text(4_000),
      learning: optionalText(4_000),
      relookOn: optionalDay,
      budget: optionalAmount(currency, { min: 0, max: MOST_GRANTED_MINOR / 10 ** currencyDigits(currency) }),
      asked: rows(asked, MOST_ASKED),
      againstRank: ticked,
      override: ticked,
    })
    .refine(({ outcome, relookOn }) => outcome !== "not-now" || relookOn !== null, {
      path: ["relookOn"],
      message: "committee.input.relook-needed",
    })
    .refine(({ outcome, asked }) => outcome !== "ask" || asked.length > 0, {
      path: ["asked.0.text"],
      message: "committee.input.question-needed",
    });

/** A decision that says no for now, or for good. */
export function isNo(outcome: Outcome | null): boolean {
  return outcome === "not-now" || outcome === "reject";
}
