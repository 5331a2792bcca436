/** How a case stands to another, and what that looks like from the other one. */
export const LINK_KINDS = ["related", "builds-on", "orchestrates"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A link as one of its two cases tells it. */
export const LINK_WORDS = ["related", "builds-on", "is-built-on-by", "orchestrates", "is-orchestrated-by"] as const;
export type LinkWords = (typeof LINK_WORDS)[number];

const SEEN_FROM_THE_OTHER = {
  related: "related",
  "builds-on": "is-built-on-by",
  orchestrates: "is-orchestrated-by",
} as const satisfies Record<LinkKind, LinkWords>;

export function isLinkKind(text: string): text is LinkKind {
  return (LINK_KINDS as readonly string[]).includes(text);
}

/** @param outward told by the case that the link starts from */
export function wordsOf(kind: LinkKind, outward: boolean): LinkWords {
  return outward ? kind : SEEN_FROM_THE_OTHER[kind];
}

/**
 * Whether `from` building on `to` would make something build on itself in the end.
 * @param edges who builds on whom already
 */
export function closesCircle(edges: readonly { from: number; to: number }[], from: number, to: number): boolean {
  const reached = new Set<number>();
  const ahead = [to];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === from) return true;
    if (reached.has(at)) continue;
    reached.add(at);
    for (const edge of edges) if (edge.from === at) ahead.push(edge.to);
  }
  return false;
}
