import { type Told, tell } from "#app/kernel/told";
import type { CaseContent } from "../content";

/** The questions of the form, in their order: at most nine, in the words of whoever has the need. */
export const QUESTIONS = [
  "need",
  "title",
  "who",
  "how-often",
  "how-long",
  "change",
  "data",
  "source",
  "owner",
] as const;
export type Question = (typeof QUESTIONS)[number];

const isTold = (told: Told | null) => tell(told, "fr") !== "";

const ANSWERED: Readonly<Record<Question, (content: CaseContent) => boolean>> = {
  need: ({ need }) => isTold(need),
  title: ({ title }) => isTold(title),
  who: ({ affected, departmentId }) => isTold(affected) && departmentId !== null,
  "how-often": ({ times, timesPer }) => times !== null && timesPer !== null,
  "how-long": ({ minutesPerTime }) => minutesPerTime !== null,
  change: ({ expectedBenefit }) => isTold(expectedBenefit),
  data: ({ dataInvolved }) => isTold(dataInvolved),
  source: ({ source }) => source !== null,
  owner: ({ ownerId }) => ownerId !== null,
};

/** How many of the questions have an answer. */
export function answeredQuestions(content: CaseContent): number {
  return QUESTIONS.filter((question) => ANSWERED[question](content)).length;
}

/** The number that stands before a question. */
export const numberOf = (question: Question): number => QUESTIONS.indexOf(question) + 1;
