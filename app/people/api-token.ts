import { z } from "zod";
import { choice, text, whole } from "#app/kernel/input";

export const SCOPES = ["read", "write"] as const;
/** What a token may be used for, at most: what the person behind it may do is asked as well. */
export type Scope = (typeof SCOPES)[number];

/** How long tokens may last, in days; the form offers these. */
export const LIFETIMES = [30, 90, 365] as const;
const LONGEST_DAYS = 366;

/** Tokens that a person may have in use at a time: a list that can still be looked through. */
export const MOST_TOKENS = 20;

/** Every token begins with it, so that scanners find one that was left in a file. */
export const TOKEN_MARK = "cbk_";
const SHOWN_LETTERS = TOKEN_MARK.length + 6;

/** How a token begins: enough to tell it from others. */
export const prefixOf = (token: string): string => token.slice(0, SHOWN_LETTERS);

export const tokenInput = z.object({
  name: text(80),
  scope: choice(SCOPES),
  days: whole({ min: 1, max: LONGEST_DAYS }),
});
export type TokenInput = z.output<typeof tokenInput>;

export type TokenState = "usable" | "expired" | "revoked";

export function stateOfToken(token: { expiresAt: Date; revokedAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt) return "revoked";
  return token.expiresAt.getTime() <= now.getTime() ? "expired" : "usable";
}
