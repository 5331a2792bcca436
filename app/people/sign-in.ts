import { z } from "zod";
import { text } from "#app/kernel/input";

export const signInInput = z.object({
  email: text(200),
  password: z.string().min(1, "desk.input.required").max(200, "desk.input.too-long"),
});

/** Where to go after signing in: a path of this product and nothing else. */
export function safeReturn(to: string | null): string {
  return to?.startsWith("/") && !to.startsWith("//") && !to.includes("\\") ? to : "/";
}
