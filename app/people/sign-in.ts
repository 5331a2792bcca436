import { z } from "zod";
import { text } from "#app/kernel/input";

export const signInInput = z.object({
  email: text(200),
  password: z.string().min(1, "desk.input.required").max(200, "desk.input.too-long"),
});

const HERE = "http://casebook.invalid";

/**
 * Where to go after signing in: a path of this product and nothing else. Read as a browser reads it, which drops tabs
 * and resolves dots: `/\t/elsewhere` and `/.//elsewhere` lead away as surely as `//elsewhere`.
 */
export function safeReturn(to: string | null): string {
  if (!to?.startsWith("/") || !URL.canParse(to, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(to, HERE);
  return origin === HERE && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
