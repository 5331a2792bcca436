/** All that is asked, in order; a program and a page ask by the same list. */
import type { Question } from "./question";
import { ANNEX_III, DEROGATION } from "./questions/annex-iii";
import { DUTIES, TRANSPARENCY } from "./questions/duties";
import { PRODUCT } from "./questions/product";
import { PROHIBITED } from "./questions/prohibited";
import { SCOPE } from "./questions/scope";

const ALL = [...SCOPE, ...PROHIBITED, ...PRODUCT, ...ANNEX_III, ...DEROGATION, ...TRANSPARENCY, ...DUTIES] as const;

export type QuestionKey = (typeof ALL)[number]["key"];
export type Asked = Question & { key: QuestionKey };

export const QUESTIONS: readonly Asked[] = ALL;

const BY_KEY = new Map<string, Asked>(QUESTIONS.map((question) => [question.key, question]));

export function isQuestion(text: string): text is QuestionKey {
  return BY_KEY.has(text);
}

/** @throws Error for a key that no question has: a clause that names one is a mistake in the lists. */
export function questionOf(key: string): Asked {
  const question = BY_KEY.get(key);
  if (!question) throw new Error(`No question ${key}`);
  return question;
}
