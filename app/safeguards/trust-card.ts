import { z } from "zod";
import { choice, optionalText, startedFromOrNone, text, yesOrNo } from "#app/kernel/input";
import { type Locale, retell, type Told } from "#app/kernel/told";
import { KEPT_CLASSES, type KeptClass } from "./ai-act/stored";

export const AI_ACT_CLASSES = KEPT_CLASSES;
export type AiActClass = KeptClass;

/** What makes a case trustworthy. Null is not said yet, which is not «no». */
export interface TrustCard {
  prohibitedPractice: boolean | null;
  customerFacing: boolean | null;
  humanInTheLoop: boolean | null;
  augmentOrReplace: "augment" | "replace" | null;
  redLineException: Told | null;
  screenedBy: string | null;
  screenedOn: string | null;
  dataWhere: Told | null;
  dataWho: Told | null;
  dataUse: Told | null;
  personalData: boolean | null;
  humanReviewer: string | null;
  aiActClass: AiActClass | null;
  aiActBasis: Told | null;
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

export const trustCardInput = z.object({
  dataWhere: optionalText(2_000),
  dataWho: optionalText(2_000),
  dataUse: optionalText(2_000),
  personalData: yesOrNo,
  humanReviewer: optionalText(200),
  version,
});

export const aiActInput = z.object({
  aiActClass: choice(AI_ACT_CLASSES),
  aiActBasis: text(2_000),
  version,
});

/** A text in the language of who typed it, beside what is stored in the other; null when nothing is left. */
export function retold(stored: Told | null | undefined, locale: Locale, typed: string | null): Told | null {
  const told = retell(stored, locale, typed ?? "");
  return told.fr || told.en ? told : null;
}

/** What the reviewers signed on: other answers to these are other data. */
const DATA = ["dataWhere", "dataWho", "dataUse", "personalData"] as const;

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
