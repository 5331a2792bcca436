/** A general-purpose model that is placed on the market without a system: what is asked of it, and when it is one. */
import { type Answers, has } from "./answers";
import { NONE } from "./question";
import type { QuestionKey } from "./questions";

/** What tells whether a model without a system is owed something. */
export const OF_MODELS: readonly QuestionKey[] = ["roles", "gpaiModel", "gpaiOpenSource", "gpaiSystemicRisk"];
/** What Article 2 takes out whole: a model as well as a system. */
const TAKEN_OUT = ["military-defence-security", "third-country-cooperation", "research-only", "before-market"];

/**
 * No system, so no class; but Chapter V looks at whoever places a general-purpose model on the Union's market as such
 * (Articles 2(1)(a) and 53).
 */
export const mayBeModelAlone = (answers: Answers): boolean =>
  has(answers, "aiSystem", "no") &&
  !has(answers, "euLink", NONE) &&
  !TAKEN_OUT.some((one) => has(answers, "exclusion", one));

export const isModelAlone = (answers: Answers): boolean =>
  mayBeModelAlone(answers) && has(answers, "roles", "provider") && has(answers, "gpaiModel", "yes");

/** What says on the result that there is more to it than its class. */
export const MODEL_ALONE = { question: "gpaiModel", provision: "art-53-1-c", effect: "adds" } as const;

/** Of questions that are open, those that may still bring a duty once there is no system. */
export const ofModelAlone = (answers: Answers, open: readonly QuestionKey[]): QuestionKey[] =>
  mayBeModelAlone(answers) ? open.filter((key) => OF_MODELS.includes(key)) : [];
