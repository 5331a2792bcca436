/** The EU AI Act: classifying a system by answers with stable keys, and the questions themselves. */
import { z } from "zod";
import type { Speech } from "#app/locales/speech";
import { faultIn } from "#app/safeguards/ai-act/answers";
import { CLASSES } from "#app/safeguards/ai-act/classify";
import { ROLES } from "#app/safeguards/ai-act/obligations";
import { PARTS } from "#app/safeguards/ai-act/question";
import { type Asked, QUESTIONS } from "#app/safeguards/ai-act/questions";
import { cited, helpOf, optionOf, shippedLaw, titleOf } from "#app/safeguards/ai-act/wording";
import { contract } from "./contract";
import { day, explainedBy, said } from "./shapes";

/** Question, article, explanation, when it is asked, and every option with what it means: all that a reader needs to answer. */
function asking(question: Asked): (speech: Speech) => string {
  return (speech) => {
    const { t } = speech;
    const head = `${titleOf(question, speech)} (${cited(question.article, speech)}) ${helpOf(question, speech)}`;
    const when = (question.when ?? []).map(({ of, is }) =>
      t("api.ai-act.asked-when", { question: of, answers: is.join(", ") }),
    );
    const options =
      question.kind === "yes-no"
        ? []
        : question.options.map(({ value }) => {
            const { label, hint } = optionOf(question, value, speech, shippedLaw);
            return `- ${value}: ${label}${hint ? `. ${hint}` : ""}`;
          });
    return [head, ...when, ...options].join("\n");
  };
}

function schemaOf(question: Asked): z.ZodType {
  const values = question.options.map(({ value }) => value) as [string, ...string[]];
  const one = z.enum(values);
  if (question.kind === "yes-no") {
    const spoken = (sent: unknown) => (sent === true ? "yes" : sent === false ? "no" : sent);
    return z
      .preprocess(spoken, one.nullable())
      .meta({ type: ["string", "boolean", "null"], enum: [...values, true, false, null] });
  }
  if (question.kind === "one") return one.nullable();
  const listed = (sent: unknown) => (typeof sent === "string" ? [sent] : sent);
  return z
    .preprocess(
      listed,
      z
        .array(one)
        .max(values.length)
        .refine((sent) => faultIn(question, sent) === null, "ai-act.error.none-and")
        .nullable(),
    )
    .meta({ type: ["array", "null"], items: { type: "string", enum: values }, uniqueItems: true });
}

export const answers = z.strictObject(
  Object.fromEntries(
    QUESTIONS.map((question) => [question.key, explainedBy(asking(question), schemaOf(question)).optional()]),
  ),
);

const key = z.string();
const date = z.string().meta({ format: "date" });
const basis = z
  .object({
    provision: said("api.field.ai-act.provision", z.string()),
    article: z.string(),
    effect: said("api.field.ai-act.effect", z.enum(["establishes", "excludes", "derogated", "adds"])),
    title: z.string(),
    explanation: z.string(),
    appliesFrom: date.nullable(),
  })
  .meta({ id: "AiActBasis" });

const question = z
  .object({
    key,
    part: z.enum(PARTS),
    partTitle: z.string(),
    kind: said("api.field.ai-act.kind", z.enum(["yes-no", "one", "many"])),
    article: z.string(),
    text: z.string(),
    help: z.string(),
    options: z.array(
      z.object({
        value: z.string(),
        label: z.string(),
        explanation: z.string().nullable(),
        article: z.string().nullable(),
      }),
    ),
    askedWhen: said("api.field.ai-act.askedWhen", z.array(z.object({ question: key, answers: z.array(z.string()) }))),
  })
  .meta({ id: "AiActQuestion" });

export const aClass = z.enum(CLASSES);

export const classified = z
  .object({
    class: said("api.field.ai-act.class", aClass.nullable()),
    title: z.string(),
    explanation: z.string(),
    appliesFrom: said("api.field.ai-act.appliesFrom", date.nullable()),
    inForce: said("api.field.ai-act.inForce", z.boolean()),
    legalBasis: said("api.field.ai-act.legalBasis", z.array(basis)),
    alsoApplies: said("api.field.ai-act.alsoApplies", z.array(basis)),
    path: said(
      "api.field.ai-act.path",
      z.array(
        z.object({
          question: key,
          text: z.string(),
          article: z.string(),
          answer: z.array(z.string()),
          answerText: z.array(z.string()),
          why: z.array(z.string()),
        }),
      ),
    ),
    unanswered: said("api.field.ai-act.unanswered", z.array(key)),
    next: said("api.field.ai-act.next", question.nullable()),
    roles: said("api.field.ai-act.roles", z.array(z.enum(ROLES)).nullable()),
    obligations: said(
      "api.field.ai-act.obligations",
      z.array(
        z
          .object({
            role: z.enum(ROLES),
            provision: z.string(),
            article: z.string(),
            title: z.string(),
            explanation: z.string(),
            appliesFrom: date.nullable(),
            inForce: z.boolean(),
            source: z.string(),
            asOf: date,
          })
          .meta({ id: "AiActObligation" }),
      ),
    ),
    on: date,
    asOf: said("api.field.ai-act.asOf", date.nullable()),
    sources: z.array(z.string()),
    notLegalAdvice: z.string(),
  })
  .meta({ id: "AiActClassification" });

export const classifyAiAct = contract({
  id: "classifyAiAct",
  summary: "api.operation.classifyAiAct",
  method: "POST",
  path: "/ai-act/classify",
  group: "ai-act",
  scope: "read",
  act: "use-case.read",
  body: z.strictObject({
    answers: said("api.field.ai-act.answers", answers),
    on: said("api.field.ai-act.on", day.optional()),
  }),
  answer: classified,
  example: {
    answers: {
      aiSystem: "yes",
      roles: ["deployer"],
      euLink: ["deployer-in-union"],
      exclusion: ["none"],
      prohibitedPractices: ["none"],
      annexIProduct: "none",
      annexIIIAreas: ["employment"],
      employment: ["recruitment"],
      profiling: "yes",
      transparency: ["none"],
      becomesProvider: ["none"],
      deployerBody: "other",
      workplace: "no",
      decidesOnPersons: "yes",
    },
    on: "2027-12-02",
  },
});

export const listAiActQuestions = contract({
  id: "listAiActQuestions",
  summary: "api.operation.listAiActQuestions",
  method: "GET",
  path: "/ai-act/questions",
  group: "ai-act",
  scope: "read",
  act: "use-case.read",
  answer: z.object({
    items: z.array(question),
    classes: z.array(z.object({ class: aClass, title: z.string(), explanation: z.string() })),
    notLegalAdvice: z.string(),
  }),
});
