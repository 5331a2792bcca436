import { z } from "zod";
import { addDays, type Day, dayIn, startOfDay } from "#app/kernel/day";
import { choice } from "#app/kernel/input";

/** How often a person is mailed what they have not read in the app. */
export const RHYTHMS = ["at-once", "daily", "weekly", "never"] as const;
export type Rhythm = (typeof RHYTHMS)[number];
export type MailKind = Exclude<Rhythm, "never">;

export const rhythmInput = z.object({ rhythm: choice(RHYTHMS) });

const MINUTE_MS = 60_000;
/** What happens within a minute goes out together, and what is read meanwhile not at all. */
const GATHERED_MS = MINUTE_MS;
/** When a digest is made: at the start of a working day, where the organisation is. */
const DIGEST_HOUR = 8;

/** 0 is Sunday. */
const weekdayOf = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay();

const isDigestDay = (rhythm: "daily" | "weekly", on: Day): boolean =>
  rhythm === "weekly" ? weekdayOf(on) === 1 : weekdayOf(on) !== 0 && weekdayOf(on) !== 6;

/**
 * Up to when news are due to be mailed now: those of a minute ago, of this working day's eight o'clock, or of this
 * Monday's. Whoever starts again after days finds them due as well.
 */
export function dueUpTo(rhythm: MailKind, now: Date, timeZone: string): Date {
  if (rhythm === "at-once") return new Date(now.getTime() - GATHERED_MS);
  let on = dayIn(now, timeZone);
  for (;;) {
    const at = new Date(startOfDay(on, timeZone).getTime() + DIGEST_HOUR * 60 * MINUTE_MS);
    if (isDigestDay(rhythm, on) && at <= now) return at;
    on = addDays(on, -1);
  }
}

/** Minutes to wait after each try that failed; after the last one it is given up. */
const WAITS = [1, 5, 15, 60, 180, 360, 720];

/** When to try again after so many tries, or null: enough. */
export function nextTry(tries: number, now: Date): Date | null {
  const minutes = WAITS[tries - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE_MS);
}

/** An address that may stand in a header and in the SMTP dialogue: nothing in it that could begin something else. */
export function isSafeAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s<>"(),;:\\@[\]\p{C}]+@[^\s<>"(),;:\\@[\]\p{C}]+$/u.test(address);
}

/** One line for a header: whatever would end the line or hides is a space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
