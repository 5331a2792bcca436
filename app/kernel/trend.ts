/** How a figure moved, and whether that is good news. */
export interface Movement {
  direction: "up" | "down" | "level";
  tone: "good" | "bad" | "flat";
  difference: number;
  /** Relative to where it came from; null when that was nothing or negative: a share of it would mislead. */
  share: number | null;
}

/** From `before` to `now`. Null when either is unknown. @param good which way is good news */
export function movementOf(now: number | null, before: number | null, good: "up" | "down"): Movement | null {
  if (now === null || before === null) return null;
  const difference = now - before;
  const direction = difference > 0 ? "up" : difference < 0 ? "down" : "level";
  const tone = direction === "level" ? "flat" : direction === good ? "good" : "bad";
  return { direction, tone, difference, share: before > 0 ? difference / before : null };
}
