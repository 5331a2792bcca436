/** The words of questions and options, in the reader's language: an option's own message, or those of its provision. */
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { isKey, type Speech } from "#app/locales/speech";
import { type ProvisionKey, SHIPPED } from "./law/shipped";
import { NONE } from "./question";
import { type Asked, questionOf } from "./questions";

/** A provision as it stands here: shipped, or as the organisation edited it. */
export interface Worded {
  article: string;
  title: Told;
  text: Told;
  appliesFrom: Day | null;
  source: string;
  asOf: Day;
  /** Days within which something has to be done, where the provision sets a delay. */
  days?: number;
}
export type Law = (provision: ProvisionKey) => Worded;

/** The law as it ships. */
export const shippedLaw: Law = (provision) => SHIPPED[provision];

type Say = Pick<Speech, "t" | "tell" | "locale">;

/** Two messages whose names come from the lists of questions: a test holds that each of them is there. */
export const titleOf = ({ key }: Asked, { t }: Say): string => t(`ai-act.question.${key}`);
export const helpOf = ({ key }: Asked, { t }: Say): string => t(`ai-act.question.${key}.help`);

/** An option's label, and what explains it where the law has words for it. */
export function optionOf(
  question: Asked,
  value: string,
  speech: Say,
  law: Law,
): { label: string; hint: string | null; article: string | null } {
  const { t, tell } = speech;
  const option = question.options.find((one) => one.value === value);
  const provision = option?.provision;
  if (provision) {
    const { title, text, article } = law(provision);
    return { label: tell(title), hint: tell(text), article: cited(article, speech) };
  }
  if (value === NONE) return { label: t("ai-act.option.none"), hint: null, article: null };
  if (question.kind === "yes-no")
    return { label: t(value === "yes" ? "desk.yes" : "desk.no"), hint: null, article: null };
  const key = `ai-act.option.${question.key}.${value}`;
  return { label: isKey(key) ? t(key) : value, hint: null, article: null };
}

/** What was chosen, in words. */
export const chosenIn = (key: string, values: readonly string[], speech: Say, law: Law): string[] =>
  values.map((value) => optionOf(questionOf(key), value, speech, law).label);

/** A provision as readers of the language cite it. */
export function cited(article: string, { locale }: Pick<Speech, "locale">): string {
  if (locale === "en") return article;
  return article
    .replaceAll("GDPR", "RGPD")
    .replaceAll("Annex", "Annexe")
    .replaceAll("Recital", "considérant")
    .replaceAll("Section", "section")
    .replaceAll("subpara. 1", "al. 1")
    .replaceAll("subpara. 2", "al. 2")
    .replaceAll("subpara. 3", "al. 3");
}
