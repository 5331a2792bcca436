import type { similar as French } from "../fr/similar";

export const similar: Record<keyof typeof French, string> = {
  "similar.label": "Similar use cases",
  "similar.found":
    "{count, plural, =0 {No similar use case.} one {One similar use case, shown below the title.} other {# similar use cases, shown below the title.}}",
  "similar.shared": "In common: {words}",
  "similar.join-this": "Join {reference}",
};
