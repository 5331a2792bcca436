import { z } from "zod";
import { choice, idOf, optionalText } from "#app/kernel/input";

/** What a case works with, linked, described anew, or unlinked. */
export const LINK_INTENTS = ["link-model", "unlink-model", "link-data-set", "unlink-data-set"] as const;
export const linkInput = z.object({ intent: choice(LINK_INTENTS), id: idOf, component: optionalText(300) });
