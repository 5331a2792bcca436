import { z } from "zod";
import {
  optionalChoice,
  optionalDecimal,
  optionalId,
  optionalText,
  optionalWhole,
  startedFrom,
  text,
} from "#app/kernel/input";
import type { Locale, Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { type CaseContent, CONTENT_LIMITS, SOURCES, TIMES_PER } from "./content";

const REQUIRED: Key = "desk.input.required";

/** A text in one language or in both; null when it was told in neither. */
const told = (maximum: number) =>
  z
    .object({ fr: optionalText(maximum), en: optionalText(maximum) })
    .default({ fr: null, en: null })
    .transform(({ fr, en }): Told | null => (fr || en ? { ...(fr && { fr }), ...(en && { en }) } : null));

const fields = {
  title: told(CONTENT_LIMITS.title),
  need: told(CONTENT_LIMITS.text),
  expectedBenefit: told(CONTENT_LIMITS.text),
  affected: told(CONTENT_LIMITS.text),
  peopleAffected: optionalWhole({ min: 0, max: CONTENT_LIMITS.people }),
  times: optionalDecimal({ min: 0, max: 100_000 }),
  timesPer: optionalChoice(TIMES_PER),
  minutesPerTime: optionalDecimal({ min: 0, max: 100_000 }),
  dataInvolved: told(CONTENT_LIMITS.text),
  toolInMind: optionalText(CONTENT_LIMITS.tool),
  source: optionalChoice(SOURCES),
  aiType: optionalText(CONTENT_LIMITS.word),
  country: optionalText(CONTENT_LIMITS.word),
  departmentId: optionalId,
  ownerId: optionalId,
  technicalOwnerId: optionalId,
  coAuthorId: optionalId,
};

const whyNew = told(CONTENT_LIMITS.text);

/** What a form that has not been saved yet calls its draft: unguessable, and made where it is typed. */
export const draftKeyInput = z.object({
  draftKey: z.preprocess(
    (sent) => (typeof sent === "string" && /^[\w-]{16,64}$/.test(sent) ? sent : null),
    z.string().nullable(),
  ),
});

/** Where an edit of a case that is there started from. */
export const caseVersion = z.object({ version: startedFrom });

/** A draft: as little as one likes. */
export const draftInput = z
  .object({ ...fields, whyNew })
  .transform(({ title, ...rest }) => ({ ...rest, title: title ?? {} }));

/** Requires these fields, with the error where the form in the reader's language shows them. */
const requiring = (locale: Locale, names: readonly (keyof typeof fields)[]) =>
  z.object({ ...fields, whyNew }).transform(({ title, ...rest }, context) => {
    for (const name of names) {
      const value = name === "title" ? title : rest[name];
      const path = name in TOLD_FIELDS ? [name, locale] : [name];
      if (value === null) context.addIssue({ code: "custom", message: REQUIRED, path });
    }
    // So many times in nobody knows what would count for no hours, and say nothing of it.
    if (rest.times !== null && rest.timesPer === null) {
      context.addIssue({ code: "custom", message: PER_WHAT, path: ["timesPer"] });
    }
    return { ...rest, title: title ?? {} };
  });

const PER_WHAT: Key = "use-cases.input.per-what";
const TOLD_FIELDS = { title: true, need: true, expectedBenefit: true, affected: true, dataInvolved: true };

// Made once for each language: zod compiles a schema when it first reads with it.
const requiringIn = (names: Parameters<typeof requiring>[1]) => ({
  fr: requiring("fr", names),
  en: requiring("en", names),
});
const ASKED = ["need", "departmentId", "affected", "expectedBenefit", "ownerId"] as const;
const SUBMISSION = requiringIn(["title", ...ASKED]);

/** What the gate «submitted» asks for. */
export const submissionInput = (locale: Locale) => SUBMISSION[locale];

/** A case that is in the book already: what its gate asked for and it has is not taken away. */
export function editInput(locale: Locale, has: Pick<CaseContent, (typeof ASKED)[number]>) {
  const kept = ASKED.filter((name) => has[name] !== null);
  return kept.length === ASKED.length ? SUBMISSION[locale] : requiring(locale, ["title", ...kept]);
}

/** Why a case is taken back, or put in again. */
export const withdrawalInput = z.object({ reason: text(4_000) });
