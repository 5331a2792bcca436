import { z } from "zod";
import { idOf, startedFrom, text, ticked } from "#app/kernel/input";

export const COMMENT_MAXIMUM = 4_000;

export const commentInput = z.object({ body: text(COMMENT_MAXIMUM), internal: ticked });
export const commentEdit = z.object({ commentId: idOf, version: startedFrom, said: text(COMMENT_MAXIMUM) });
export const commentChoice = z.object({ commentId: idOf });
