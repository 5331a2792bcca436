/** A classification as people and programs read it: worded in one language, with the days of the law as it stands here. */
import type { Day } from "#app/kernel/day";
import type { Speech } from "#app/locales/speech";
import { type Answers, chosen } from "./answers";
import { type AiActClass, type Basis, classify } from "./classify";
import type { ProvisionKey } from "./law/shipped";
import { type ActRole, classFrom, obligationsOf, owedFrom, rolesHeld } from "./obligations";
import { type Asked, type QuestionKey, questionOf } from "./questions";
import { cited, helpOf, type Law, optionOf, titleOf } from "./wording";

export interface ReadBasis {
  provision: ProvisionKey;
  article: string;
  effect: Basis["effect"];
  title: string;
  explanation: string;
  appliesFrom: Day | null;
}

export interface ReadStep {
  question: QuestionKey;
  text: string;
  article: string;
  answer: string[];
  answerText: string[];
  /** What the answer brought; one that brought nothing says so. */
  why: string[];
}

export interface ReadObligation {
  role: ActRole;
  provision: ProvisionKey;
  article: string;
  title: string;
  explanation: string;
  appliesFrom: Day | null;
  /** Whether it applies on the day asked for. */
  inForce: boolean;
  source: string;
  asOf: Day;
}

export interface ReadQuestion {
  key: QuestionKey;
  part: Asked["part"];
  partTitle: string;
  kind: Asked["kind"];
  article: string;
  text: string;
  help: string;
  options: { value: string; label: string; explanation: string | null; article: string | null }[];
  askedWhen: { question: string; answers: string[] }[];
}

export interface Result {
  class: AiActClass | null;
  title: string;
  explanation: string;
  appliesFrom: Day | null;
  inForce: boolean;
  legalBasis: ReadBasis[];
  alsoApplies: ReadBasis[];
  path: ReadStep[];
  unanswered: QuestionKey[];
  next: ReadQuestion | null;
  /** Null where no role was said: the obligations are then those of every role. */
  roles: ActRole[] | null;
  obligations: ReadObligation[];
  on: Day;
  /** The day on which the law was last looked at, of all that is cited the oldest. */
  asOf: Day | null;
  sources: string[];
  notLegalAdvice: string;
}

/** A question as it is read aloud. */
export function readQuestion(key: QuestionKey, speech: Speech, law: Law): ReadQuestion {
  const question = questionOf(key);
  return {
    key,
    part: question.part,
    partTitle: speech.t(`ai-act.part.${question.part}`),
    kind: question.kind,
    article: cited(question.article, speech),
    text: titleOf(question, speech),
    help: helpOf(question, speech),
    options: question.options.map(({ value }) => {
      const { label, hint, article } = optionOf(question, value, speech, law);
      return { value, label, explanation: hint, article };
    }),
    askedWhen: (question.when ?? []).map(({ of, is }) => ({ question: of, answers: [...is] })),
  };
}

export function resultOf(answers: Answers, on: Day, speech: Speech, law: Law): Result {
  const { t, tell } = speech;
  const found = classify(answers);
  const dayOf = (provision: ProvisionKey) => law(provision).appliesFrom;
  const applies = (from: Day | null) => from !== null && from <= on;
  const read = ({ provision, effect }: Basis): ReadBasis => {
    const { article, title, text, appliesFrom } = law(provision);
    return {
      provision,
      article: cited(article, speech),
      effect,
      title: tell(title),
      explanation: tell(text),
      appliesFrom,
    };
  };
  const once = (all: readonly Basis[]) =>
    all.filter((one, at) => all.findIndex((other) => other.provision === one.provision) === at).map(read);
  const all = [...found.basis, ...found.also];
  const path = found.answered.map((key): ReadStep => {
    const question = questionOf(key);
    const said = chosen(answers, key) ?? [];
    const brought = all.filter((one) => one.question === key);
    return {
      question: key,
      text: titleOf(question, speech),
      article: cited(question.article, speech),
      answer: [...said],
      answerText: said.map((value) => optionOf(question, value, speech, law).label),
      why: brought.map((one) => {
        const { article, title } = read(one);
        return t(`ai-act.why.${one.effect}`, { article, title });
      }),
    };
  });
  const obligations = obligationsOf(found, answers).map((one): ReadObligation => {
    const { article, title, text, source, asOf } = law(one.provision);
    const appliesFrom = owedFrom(one, dayOf);
    return {
      role: one.role,
      provision: one.provision,
      article: cited(article, speech),
      title: tell(title),
      explanation: tell(text),
      appliesFrom,
      inForce: applies(appliesFrom),
      source,
      asOf,
    };
  });
  const cites = [...all.map(({ provision }) => provision), ...obligations.map(({ provision }) => provision)].map(law);
  const appliesFrom = classFrom(found, dayOf);
  const [next] = found.unanswered;
  return {
    class: found.class,
    title: t(`ai-act.class.${found.class ?? "unknown"}`),
    explanation: t(`ai-act.class.${found.class ?? "unknown"}.hint`),
    appliesFrom,
    inForce: applies(appliesFrom),
    legalBasis: once(found.basis),
    alsoApplies: once(found.also),
    path,
    unanswered: found.unanswered,
    next: next ? readQuestion(next, speech, law) : null,
    roles: rolesHeld(answers),
    obligations,
    on,
    asOf: cites.reduce<Day | null>((oldest, { asOf }) => (oldest === null || asOf < oldest ? asOf : oldest), null),
    sources: [...new Set(cites.map(({ source }) => source))],
    notLegalAdvice: t("ai-act.not-legal-advice"),
  };
}
