import { useSpeech } from "#app/locales/use-speech";
import { Disclosure } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { NAMED_CASES, type PassedOver } from "./passed-over";
import type { Outcome } from "./sessions";
import type { WhyAgainst } from "./why-against";
import { countSaid, placeSaid } from "./why-against-words";

/** So many are named at once; the others open. */
const AT_ONCE = 3;

/** What makes a decision one against the rank, with the cases that it passed over. */
export function WhyAgainstRank({ why, outcome }: { why: WhyAgainst | null; outcome: Outcome }) {
  const speech = useSpeech();
  const { t } = speech;
  if (!why) return <>{t("committee.against.why.older")}</>;
  const { said, fails, cases, count } = why;
  const more = (count ?? cases.length) - cases.length;
  return (
    <>
      {fails && <p>{t("committee.against.why.fails")}</p>}
      {cases.length > 0 && (
        <>
          <p>{countSaid(why, outcome, speech)}</p>
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
  const speech = useSpeech();
  return (
    <ul>
      {cases.map((one) => (
        <li key={one.reference}>
          <a href={`/use-cases/${one.reference}`}>
            <Unbroken>
              {one.reference} · {speech.tell(one.title)}
            </Unbroken>
          </a>{" "}
          {placeSaid(one, speech)}
        </li>
      ))}
    </ul>
  );
}
