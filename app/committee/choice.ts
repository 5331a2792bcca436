import { RANKED_STAGES, type RankedStage } from "./ranking";

export const PAGE_SIZE = 25;
/** More bubbles than this hide each other: the chart shows the first ones of each quadrant. */
export const MOST_BUBBLES = 25;

/** Which of the ranked cases a page shows; their ranks stay those among all. */
export interface Choice {
  department: number | null;
  stage: RankedStage | null;
  /** From 1. */
  page: number;
}

/** What an address chooses: `?department=3&stage=poc&page=2`; what it does not say, or says wrongly, chooses nothing. */
export function choiceFrom(search: URLSearchParams): Choice {
  const department = Number(search.get("department"));
  const page = Number(search.get("page"));
  return {
    department: Number.isSafeInteger(department) && department > 0 ? department : null,
    stage: RANKED_STAGES.find((each) => each === search.get("stage")) ?? null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

export function addressOf({ department, stage }: Choice, page: number): string {
  const search = new URLSearchParams();
  if (department !== null) search.set("department", String(department));
  if (stage !== null) search.set("stage", stage);
  if (page > 1) search.set("page", String(page));
  return search.size ? `/prioritise?${search}` : "/prioritise";
}
