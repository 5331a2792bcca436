import { type Choice, choiceFrom } from "./choice";
import { pageNumber } from "./map/settings";

/** What the funnel counts of a filter: those that come to it, that it is the first to stop, of those without a figure, and all that fail it. */
export const FUNNEL_COUNTS = ["entered", "stopped", "missing", "failed"] as const;
export type FunnelCount = (typeof FUNNEL_COUNTS)[number];

/** A count of the funnel that an address opens: `?filter=3&of=stopped`; null where it opens none. */
export interface AskedCount {
  filterId: number;
  of: FunnelCount;
  choice: Choice;
}

export function countFrom(search: URLSearchParams): AskedCount | null {
  const filterId = pageNumber(search.get("filter"));
  const of = FUNNEL_COUNTS.find((each) => each === search.get("of"));
  return filterId === null || of === undefined ? null : { filterId, of, choice: choiceFrom(search) };
}

/** Where a count opens to its cases, in the same part of the portfolio. */
export function countAddress(filterId: number, of: FunnelCount, { department, stage }: Partial<Choice> = {}): string {
  const search = new URLSearchParams({ filter: String(filterId), of });
  if (department) search.set("department", String(department));
  if (stage) search.set("stage", stage);
  return `/prioritise/filters?${search}#cases`;
}
