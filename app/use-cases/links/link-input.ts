import { z } from "zod";
import { choice, idOf, text } from "#app/kernel/input";
import { fold } from "#app/kernel/told";
import { tagsTyped } from "../tags/tag-names";
import { LINK_KINDS } from "./link-kinds";

/** A reference, alone or with the title behind it, as the suggestions write it. */
export const toCase = text(700)
  .transform((typed) => /\bUC-\d{1,12}\b/i.exec(typed)?.[0].toUpperCase() ?? "")
  .pipe(z.string().min(1, "case.refusal.not-a-reference"));

export const linkInput = z.object({ kind: choice(LINK_KINDS), to: toCase });
export const linkChoice = z.object({ linkId: idOf });
/** A tag as the case has it: whatever it holds, it is one. */
export const untagInput = z.object({ tags: text(1_000).transform((name) => [{ name, folded: fold(name) }]) });
export const tagInput = z.object({
  tags: text(1_000)
    .transform(tagsTyped)
    .refine((tags) => tags.length > 0, "case.refusal.not-a-tag"),
});
