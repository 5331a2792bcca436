import type { Speech } from "#app/locales/speech";
import { KEPT_PLACES, type PassedOver } from "./passed-over";
import type { Outcome } from "./sessions";
import type { WhyAgainst } from "./why-against";

/** How many cases a decision passed over, in a sentence that their names follow. */
export function countSaid({ cases, count }: WhyAgainst, outcome: Outcome, { t, number }: Speech): string {
  if (count !== null && count >= KEPT_PLACES) return t("committee.against.why.many", { text: number(KEPT_PLACES) });
  const kind = outcome === "approve" ? "before" : "behind";
  return t(`committee.against.why.${kind}`, {
    count: count ?? cases.length,
    known: count === null ? "no" : "yes",
  });
}

/** The place of a case that was passed over, and what became of it. */
export const placeSaid = ({ rank, outcome }: PassedOver, { t, number }: Speech): string =>
  t("committee.against.why.case", {
    rank: rank === null ? t("committee.unranked") : t("committee.against.rank", { place: number(rank) }),
    became: outcome ? t(`committee.outcome-said.${outcome}`) : t("committee.against.why.waiting"),
  });
