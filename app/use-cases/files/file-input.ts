import { z } from "zod";
import { idOf, text, ticked } from "#app/kernel/input";

/** What is said of a file before it comes. */
export const fileInput = z.object({ internal: ticked });
export const removeInput = z.object({ fileId: idOf, reason: text(500) });
