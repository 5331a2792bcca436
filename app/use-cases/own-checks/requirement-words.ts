import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import { isOwn, type Requirement } from "../gates";

/** How own checks are worded, by their key. */
export type OwnQuestions = Partial<Record<string, Told>>;

/** What a gate asks for, in words: ours for what it always asks, the organisation's for its own checks. */
export function requirementSaid(
  requirement: Requirement,
  questions: OwnQuestions,
  { t, tell }: Pick<Speech, "t" | "tell">,
) {
  if (isOwn(requirement)) return tell(questions[requirement]) || t("own-checks.one");
  return t(`safeguards.requirement.${requirement}`);
}

/** The same in a word or two, where many stand side by side. */
export function lackSaid(requirement: Requirement, questions: OwnQuestions, { t, tell }: Pick<Speech, "t" | "tell">) {
  if (isOwn(requirement)) return tell(questions[requirement]) || t("own-checks.one");
  return t(`delivery.lacks.${requirement}`);
}
