/** What is counted of approvals with the rank and of those against it. */
export const FARED_PARTS = ["approved", "live", "stopped", "reported"] as const;
export type FaredPart = (typeof FARED_PARTS)[number];

/** A count that an address opens: `?fared=with&part=live`. */
export interface FaredCount {
  kind: "against" | "with";
  part: FaredPart;
}

/** Null where an address opens none. */
export function faredFrom(search: URLSearchParams): FaredCount | null {
  const kind = search.get("fared");
  const part = FARED_PARTS.find((each) => each === search.get("part"));
  return part && (kind === "against" || kind === "with") ? { kind, part } : null;
}

export const faredAddress = ({ kind, part }: FaredCount, before: number | null = null): string =>
  `/committee/against-rank?fared=${kind}&part=${part}${before === null ? "" : `&before=${before}`}#fared-cases`;
