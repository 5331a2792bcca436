import type { useCases as French } from "../fr/use-cases";

export const useCases: Record<keyof typeof French, string> = {
  "use-cases.refusal.not-found": "No use case has the reference {reference}.",
  "use-cases.refusal.cannot-follow":
    "This stage cannot follow the one that the use case is at. Load the page again: somebody may already have moved it.",
  "use-cases.refusal.reason-needed": "This move needs a reason: write it, so that the author reads it.",
  "use-cases.refusal.relook-needed": "A case on hold needs a date to look at it again.",
  "use-cases.refusal.gate-closed":
    "The gate is not passed: {missing, plural, one {one item is missing} other {# items are missing}}. Complete it, or ask the committee's chair for a reasoned override.",
};
