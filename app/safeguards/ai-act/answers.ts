/** Answers as a program or a page gives them, and what was chosen of each question. */
import { NONE } from "./question";
import { type Asked, type QuestionKey, questionOf } from "./questions";

/** By the stable keys. What is left out, or null, is not answered: that is not «no». */
export type Answers = Partial<Record<QuestionKey, string | readonly string[] | null>>;

/** What was chosen; null where nothing was said. An empty list says «none of these» where the list has that word. */
export function chosen(answers: Answers, key: QuestionKey): readonly string[] | null {
  const said = answers[key];
  if (said === undefined || said === null || said === "") return null;
  if (typeof said === "string") return [said];
  if (said.length > 0) return said;
  return questionOf(key).options.some(({ value }) => value === NONE) ? [NONE] : null;
}

export const has = (answers: Answers, key: QuestionKey, value: string): boolean =>
  chosen(answers, key)?.includes(value) ?? false;

/** Whether a question's own condition holds: another that is asked itself was answered so. Its part is looked at elsewhere. */
export function follows(question: Asked, answers: Answers): boolean {
  if (!question.when) return true;
  return question.when.some(({ of, is }) => {
    const before = questionOf(of);
    return follows(before, answers) && is.some((value) => has(answers, before.key, value));
  });
}

/** What is wrong with an answer: the same twice, not one of the options, several where one is asked, or «none» beside another. */
export function faultIn(
  question: Asked,
  said: string | readonly string[],
): "option" | "several" | "twice" | "none-and" | null {
  const values = typeof said === "string" ? [said] : said;
  if (new Set(values).size < values.length) return "twice";
  if (values.some((value) => !question.options.some((option) => option.value === value))) return "option";
  if (question.kind !== "many" && values.length > 1) return "several";
  return values.includes(NONE) && values.length > 1 ? "none-and" : null;
}
