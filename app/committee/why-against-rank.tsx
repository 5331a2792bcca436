import { useSpeech } from "#app/locales/use-speech";
import { Disclosure } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { KEPT_PLACES, NAMED_CASES, type PassedOver } from "./passed-over";
import type { Outcome } from "./sessions";
import type { WhyAgainst } from "./why-against.server";

/** So many are named at once; the others open. */
const AT_ONCE = 3;

/** What makes a decision one against the rank, with the cases that it passed over. */
export function WhyAgainstRank({ why, outcome }: { why: WhyAgainst | null; outcome: Outcome }) {
  const { t, number } = useSpeech();
  if (!why) return <>{t("committee.against.why.older")}</>;
  const { said, fails, cases, count } = why;
  const kind = outcome === "approve" ? "before" : "behind";
  const more = (count ?? cases.length) - cases.length;
  return (
    <>
      {fails && <p>{t("committee.against.why.fails")}</p>}
      {cases.length > 0 && (
        <>
          <p>
            {count === null || count < KEPT_PLACES
              ? t(`committee.against.why.${kind}`, {
                  count: count ?? cases.length,
                  known: count === null ? "no" : "yes",
                })
              : t("committee.against.why.many", { text: number(KEPT_PLACES) })}
          </p>
          <Cases cases={cases.slice(0, AT_ONCE)} />
          {cases.length > AT_ONCE && (
            <Disclosure summary={t("committee.against.why.more", { count: cases.length - AT_ONCE })}>
              <Cases cases={cases.slice(AT_ONCE)} />
              {more > 0 && cases.length >= NAMED_CASES && <p>{t("committee.against.why.rest", { count: more })}</p>}
            </Disclosure>
          )}
        </>
      )}
      {said && <p>{t("committee.against.why.said")}</p>}
    </>
  );
}

function Cases({ cases }: { cases: readonly PassedOver[] }) {
  const { t, tell, number } = useSpeech();
  return (
    <ul>
      {cases.map(({ reference, title, rank, outcome }) => (
        <li key={reference}>
          <a href={`/use-cases/${reference}`}>
            <Unbroken>
              {reference} · {tell(title)}
            </Unbroken>
          </a>{" "}
          {t("committee.against.why.case", {
            rank: rank === null ? t("committee.unranked") : t("committee.against.rank", { place: number(rank) }),
            became: outcome ? t(`committee.outcome-said.${outcome}`) : t("committee.against.why.waiting"),
          })}
        </li>
      ))}
    </ul>
  );
}
