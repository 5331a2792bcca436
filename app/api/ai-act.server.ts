import type { Day } from "#app/kernel/day";
import { speechFor } from "#app/locales/speech";
import type { Answers } from "#app/safeguards/ai-act/answers";
import { CLASSES } from "#app/safeguards/ai-act/classify";
import { readLaw } from "#app/safeguards/ai-act/law.server";
import { QUESTIONS } from "#app/safeguards/ai-act/questions";
import { readQuestion, resultOf } from "#app/safeguards/ai-act/result";
import * as contracts from "./ai-act";
import { type Asked, reads } from "./operation.server";

type InLanguage = Pick<Asked<never, never, never>, "locale" | "organisation">;
const speechOf = ({ locale, organisation }: InLanguage) =>
  speechFor(locale, organisation.currency, organisation.timeZone);

export const classifyAiAct = reads(contracts.classifyAiAct, async (db, asked) => {
  const { body, when } = asked;
  return resultOf(body.answers as Answers, (body.on ?? when.today) as Day, speechOf(asked), await readLaw(db));
});

export const listAiActQuestions = reads(contracts.listAiActQuestions, async (db, asked) => {
  const speech = speechOf(asked);
  const law = await readLaw(db);
  return {
    items: QUESTIONS.map(({ key }) => readQuestion(key, speech, law)),
    classes: CLASSES.map((one) => ({
      class: one,
      title: speech.t(`ai-act.class.${one}`),
      explanation: speech.t(`ai-act.class.${one}.hint`),
    })),
    notLegalAdvice: speech.t("ai-act.not-legal-advice"),
  };
});
