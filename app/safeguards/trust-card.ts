import { z } from "zod";
import { choice, optionalChoice, optionalText, percent, startedFromOrNone, text, yesOrNo } from "#app/kernel/input";
import { type Locale, retold, type Told } from "#app/kernel/told";
import { KEPT_CLASSES, type KeptClass } from "./ai-act/stored";

export const AI_ACT_CLASSES = KEPT_CLASSES;
export type AiActClass = KeptClass;

/** Whether the human filter stands before what the AI makes reaches anybody, or after. */
export const REVIEW_MOMENTS = ["before", "after"] as const;
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];

/** How often what is watched is looked at. */
export const RHYTHMS = ["continuous", "daily", "weekly", "monthly", "quarterly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** What is said of a case on its card, by whom aside. Null is not said yet, which is not «no». */
export interface CardContent {
  prohibitedPractice: boolean | null;
  customerFacing: boolean | null;
  humanInTheLoop: boolean | null;
  augmentOrReplace: "augment" | "replace" | null;
  redLineException: Told | null;
  dataWhere: Told | null;
  dataWho: Told | null;
  dataUse: Told | null;
  personalData: boolean | null;
  transfer: boolean | null;
  transferTo: Told | null;
  transferCountry: string | null;
  transferBasis: Told | null;
  humanReviewer: string | null;
  reviewMoment: ReviewMoment | null;
  /** Of what the AI makes, the share that is looked at: 0 to 1. */
  reviewShare: number | null;
  explainability: Told | null;
  knownLimits: Told | null;
  monitoringWhat: Told | null;
  monitoringBy: string | null;
  monitoringEvery: Rhythm | null;
  monitoringThreshold: Told | null;
  aiActClass: AiActClass | null;
  aiActBasis: Told | null;
}

/** What makes a case trustworthy, with who signed its parts. */
export interface TrustCard extends CardContent {
  screenedBy: string | null;
  screenedOn: string | null;
  aiActConfirmedBy: string | null;
  aiActConfirmedOn: string | null;
  /** 0 before anything was said. */
  version: number;
}

const answer = z.enum(["yes", "no"], "desk.input.choose").transform((said) => said === "yes");
const version = startedFromOrNone;

/** The screening at the door: every question is answered. */
export const screeningInput = z.object({
  prohibitedPractice: answer,
  customerFacing: answer,
  humanInTheLoop: answer,
  augmentOrReplace: choice(["augment", "replace"]),
  redLineException: optionalText(4_000),
  version,
});

export const CARD_LETTERS = 2_000;

/** What the team answers for, as its form sends it. */
export const trustCardInput = z.object({
  dataWhere: optionalText(CARD_LETTERS),
  dataWho: optionalText(CARD_LETTERS),
  dataUse: optionalText(CARD_LETTERS),
  personalData: yesOrNo,
  transfer: yesOrNo,
  transferTo: optionalText(CARD_LETTERS),
  transferCountry: optionalText(100),
  transferBasis: optionalText(CARD_LETTERS),
  humanReviewer: optionalText(200),
  reviewMoment: optionalChoice(REVIEW_MOMENTS),
  reviewShare: z.preprocess(
    (typed) => (typeof typed === "string" && typed.trim() !== "" ? typed : null),
    percent().nullable(),
  ),
  explainability: optionalText(CARD_LETTERS),
  knownLimits: optionalText(CARD_LETTERS),
  monitoringWhat: optionalText(CARD_LETTERS),
  monitoringBy: optionalText(200),
  monitoringEvery: optionalChoice(RHYTHMS),
  monitoringThreshold: optionalText(CARD_LETTERS),
  version,
});

/** The texts of the card that are told in either language. */
export const CARD_TEXTS = [
  "dataWhere",
  "dataWho",
  "dataUse",
  "transferTo",
  "transferBasis",
  "explainability",
  "knownLimits",
  "monitoringWhat",
  "monitoringThreshold",
] as const satisfies readonly (keyof CardContent)[];

/** What a person typed becomes told in their language, beside what is stored in the other. */
export function toldCard({ version, ...typed }: z.output<typeof trustCardInput>, stored: CardContent, locale: Locale) {
  const texts = Object.fromEntries(
    CARD_TEXTS.map((name) => [name, retold(stored[name], locale, typed[name])]),
  ) as Record<(typeof CARD_TEXTS)[number], Told | null>;
  return { ...typed, ...texts, version };
}

export const aiActInput = z.object({
  aiActClass: choice(AI_ACT_CLASSES),
  aiActBasis: text(2_000),
  version,
});

/** The questions of the card, in its order. */
export const CARD_QUESTIONS = [
  "data",
  "personal-data",
  "transfer",
  "human-filter",
  "augment",
  "customers",
  "explainability",
  "limits",
  "monitoring",
  "class",
] as const;
export type CardQuestion = (typeof CARD_QUESTIONS)[number];

const ANSWERED: Readonly<Record<CardQuestion, (card: CardContent) => boolean>> = {
  data: (card) => card.dataWhere !== null && card.dataWho !== null && card.dataUse !== null,
  "personal-data": (card) => card.personalData !== null,
  // Data that goes to nobody needs no country and no basis.
  transfer: (card) =>
    card.transfer === false ||
    (card.transfer === true &&
      card.transferTo !== null &&
      card.transferCountry !== null &&
      card.transferBasis !== null),
  "human-filter": (card) => card.humanReviewer !== null && card.reviewMoment !== null && card.reviewShare !== null,
  augment: (card) => card.augmentOrReplace !== null,
  customers: (card) => card.customerFacing !== null,
  explainability: (card) => card.explainability !== null,
  limits: (card) => card.knownLimits !== null,
  monitoring: (card) =>
    card.monitoringWhat !== null &&
    card.monitoringBy !== null &&
    card.monitoringEvery !== null &&
    card.monitoringThreshold !== null,
  class: (card) => card.aiActClass !== null,
};

/** The questions of the card that have no whole answer yet, in its order. */
export function unanswered(card: CardContent): CardQuestion[] {
  return CARD_QUESTIONS.filter((question) => !ANSWERED[question](card));
}

/** The fields that differ between two versions of a card, in the card's order. */
export function changedOnCard(before: CardContent, after: CardContent): (keyof CardContent)[] {
  const fields = Object.keys(NOTHING_ON_CARD) as (keyof CardContent)[];
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}

/** A card of which nothing is said yet. */
export const NOTHING_ON_CARD: CardContent = {
  prohibitedPractice: null,
  customerFacing: null,
  humanInTheLoop: null,
  augmentOrReplace: null,
  redLineException: null,
  dataWhere: null,
  dataWho: null,
  dataUse: null,
  personalData: null,
  transfer: null,
  transferTo: null,
  transferCountry: null,
  transferBasis: null,
  humanReviewer: null,
  reviewMoment: null,
  reviewShare: null,
  explainability: null,
  knownLimits: null,
  monitoringWhat: null,
  monitoringBy: null,
  monitoringEvery: null,
  monitoringThreshold: null,
  aiActClass: null,
  aiActBasis: null,
};

/** Of all that is stored of a case, what its card says. */
export function contentOfCard(stored: CardContent): CardContent {
  const known = Object.entries(stored).filter(([field]) => field in NOTHING_ON_CARD);
  return { ...NOTHING_ON_CARD, ...Object.fromEntries(known) };
}

/** What the reviewers signed on: other answers to these are other data. */
const DATA = [
  "dataWhere",
  "dataWho",
  "dataUse",
  "personalData",
  "transfer",
  "transferTo",
  "transferCountry",
  "transferBasis",
] as const;

type Material = Pick<TrustCard, (typeof DATA)[number] | "customerFacing">;

/** Whether a change of the card asks its reviewers to sign anew, and why. A first answer is no change. */
export function signedAnewFor(before: Material, said: Partial<Material>): "data" | "audience" | null {
  const changed = (field: keyof Material) =>
    said[field] !== undefined &&
    before[field] !== null &&
    JSON.stringify(said[field], ["fr", "en"]) !== JSON.stringify(before[field], ["fr", "en"]);
  if (changed("customerFacing")) return "audience";
  return DATA.some(changed) ? "data" : null;
}
