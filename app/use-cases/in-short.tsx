import { type Told, tell } from "#app/kernel/told";
import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { CardGrid, Panel, Prose } from "#app/ui/page";
import type { Card } from "./card.server";
import { langOf } from "./case-frame";
import { isLive } from "./stages";

/** The whole case for somebody who knows nothing of it: the need, how it is today, what changes, and what came of it. */
export function InShort({ card }: { card: Card }) {
  const { t } = useSpeech();
  const { useCase } = card;
  const live = isLive(useCase.stage);
  return (
    <CardGrid>
      <Panel title={t("case.short.need")}>
        <ToldText text={useCase.need} />
        <Who text={useCase.affected} />
      </Panel>
      <Panel title={t("case.short.today")}>
        <Today card={card} />
      </Panel>
      <Panel title={t(live ? "case.short.change-live" : "case.short.change")} tone="accent">
        <ToldText text={useCase.expectedBenefit} />
        <Result card={card} />
      </Panel>
    </CardGrid>
  );
}

export function ToldText({ text }: { text: Told | null }) {
  const { t, locale } = useSpeech();
  const words = tell(text, locale);
  return words ? <Prose lang={langOf(text, locale)}>{words}</Prose> : <p className="hint">{t("case.short.unsaid")}</p>;
}

function Who({ text }: { text: Told | null }) {
  const { t, locale } = useSpeech();
  const words = tell(text, locale);
  return words ? (
    <p className="hint">
      {t("case.short.for")} <span lang={langOf(text, locale)}>{words}</span>
    </p>
  ) : null;
}

/** How the work is done today, in one sentence of what is known. */
function Today({ card }: { card: Card }) {
  const { t, number } = useSpeech();
  const { hours } = card;
  const { peopleAffected, times, timesPer, minutesPerTime } = card.useCase;
  if (peopleAffected === null && times === null && minutesPerTime === null) {
    return <p className="hint">{t("case.short.today.unsaid")}</p>;
  }
  const said = {
    people: peopleAffected === null ? t("case.short.today.some") : number(peopleAffected),
    often: times === null || timesPer === null ? UNKNOWN : t(`use-cases.card.times.${timesPer}`, { times }),
    each:
      minutesPerTime === null
        ? UNKNOWN
        : minutesPerTime >= 120
          ? t("case.short.today.hours.each", { hours: number(minutesPerTime / 60, 1) })
          : t("case.short.today.minutes.each", { minutes: number(minutesPerTime) }),
  };
  return (
    <>
      <dl className="descriptions descriptions-1">
        <div>
          <dt>{t("case.short.today.people")}</dt>
          <dd>{said.people}</dd>
        </div>
        <div>
          <dt>{t("case.short.today.often")}</dt>
          <dd>{said.often}</dd>
        </div>
        <div>
          <dt>{t("case.short.today.minutes")}</dt>
          <dd>{said.each}</dd>
        </div>
      </dl>
      {hours !== null && (
        <p title={t("use-cases.card.hours.formula")}>
          <strong>{t("case.short.today.hours", { hours: number(hours, 0) })}</strong>
        </p>
      )}
    </>
  );
}

/** What it has brought so far, once it is worked with; never before. */
function Result({ card }: { card: Card }) {
  const { t, money, percent } = useSpeech();
  const { standing, useCase } = card;
  const realised = standing?.realisedMinor ?? null;
  if (realised === null) {
    return isLive(useCase.stage) ? <p className="hint">{t("case.short.no-result")}</p> : null;
  }
  const share = realised > 0 ? (standing?.provenMinor ?? 0) / realised : null;
  return (
    <p>
      <a href={`/use-cases/${useCase.reference}/kpis`}>
        <strong>{t("case.short.result", { realised: money(realised) })}</strong>
      </a>{" "}
      {share !== null && t("case.short.proven", { share: percent(share, 0) })}
    </p>
  );
}
