/** What the forms of the AI Act send. */
import { z } from "zod";
import {
  choice,
  idOf,
  onDay,
  optionalDay,
  optionalId,
  optionalText,
  optionalWhole,
  startedFrom,
  startedFromOrNone,
  text,
} from "#app/kernel/input";
import { type Answers, faultIn } from "./answers";
import { isQuestion, type QuestionKey, questionOf } from "./questions";

const said = (sent: unknown): string | string[] | null =>
  Array.isArray(sent) ? sent.map(String) : typeof sent === "string" && sent !== "" ? sent : null;

/** The questions that a page showed, answered or not: what it did not show keeps its answer. */
export const answersInput = z
  .looseObject({ shown: text(4_000), why: optionalText(2_000), version: startedFromOrNone })
  .transform(({ shown, why, version, ...sent }, context) => {
    const answers: Answers = {};
    for (const key of shown.split(",").filter(isQuestion)) {
      const answer = said(sent[key]);
      answers[key] = answer;
      if (answer === null) continue;
      const fault = faultIn(questionOf(key), answer);
      if (!fault) continue;
      const message = fault === "none-and" ? "ai-act.error.none-and" : "desk.input.choose";
      context.addIssue({ code: "custom", path: [key], message });
    }
    return { answers, why, version };
  });

export const confirmInput = z.object({ version: startedFrom });

export const obligationInput = z.object({
  id: idOf,
  version: startedFrom,
  ownerId: optionalId,
  dueOn: onDay,
  state: choice(["open", "done", "not-applicable"]),
  note: optionalText(2_000),
});

export const provisionInput = z.object({
  key: text(60),
  version: startedFromOrNone,
  article: text(80),
  title: text(200),
  text: text(4_000),
  appliesFrom: optionalDay,
  source: text(300),
  asOf: onDay,
  days: optionalWhole({ min: 1, max: 365 }),
});
export const restoreInput = z.object({ key: text(60), version: startedFrom });

/** The keys of questions as a hidden field holds them. */
export const shownAs = (keys: readonly QuestionKey[]): string => keys.join(",");
