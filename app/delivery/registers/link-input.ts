import { z } from "zod";
import { choice, idOf, optionalText, text } from "#app/kernel/input";

/** What a case works with, linked, described anew, or unlinked. */
export const LINK_INTENTS = ["link-model", "unlink-model", "link-data-set", "unlink-data-set"] as const;

/** Where an intent leads. */
export const LINKING = {
  "link-model": { register: "models", links: true },
  "unlink-model": { register: "models", links: false },
  "link-data-set": { register: "data-sets", links: true },
  "unlink-data-set": { register: "data-sets", links: false },
} as const;

export const linkInput = z.object({ intent: choice(LINK_INTENTS), id: idOf, component: optionalText(300) });

/** The same from the side of the thing: a case by its reference. */
export const linkCaseInput = z.object({ reference: text(20), component: optionalText(300) });

export const isLinkIntent = (text: string): text is (typeof LINK_INTENTS)[number] => Object.hasOwn(LINKING, text);
