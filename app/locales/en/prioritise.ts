import type { prioritise as French } from "../fr/prioritise";

export const prioritise: Record<keyof typeof French, string> = {
  "prioritise.why.within": "Passes the filter",
  "prioritise.why.too-high": "Too high",
  "prioritise.why.too-low": "Too low",
  "prioritise.why.never": "Never pays back within the horizon",
  "prioritise.why.no-cost": "No cost to pay back",
  "prioritise.why.no-assessment": "Not assessed yet",
  "prioritise.why.no-business-case": "No business case",
};
