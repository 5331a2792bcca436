import { tell } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Meter } from "#app/ui/mark";
import { Disclosure, Notice, Section } from "#app/ui/page";
import { langOf } from "../case-frame";
import { isOffered, TIMES_PER } from "../content";
import type { Advice } from "./advice.server";
import { type Axis, type Factor, REUSED, SAVED } from "./estimate";
import { QUESTIONS } from "./questions";

type ExampleField = "need" | "title" | "affected" | "expectedBenefit" | "dataInvolved";

/** What a good answer looks like, in the department's own case or in one of its trade. Kept up to date while one types. */
export function ExampleText({ advice: { example }, of }: { advice: Advice; of: ExampleField }) {
  const { t, locale } = useSpeech();
  const text = tell(example[of], locale);
  return (
    <p className="hint" id={`example-${of}`} data-live-part="" lang={text ? langOf(example[of], locale) : undefined}>
      {text &&
        (example.reference
          ? t("intake.example.of", { reference: example.reference, text })
          : t("intake.example", { text }))}
    </p>
  );
}

export function ExampleVolumes({ advice: { example } }: { advice: Advice }) {
  const { t, number } = useSpeech();
  const { peopleAffected: people, times, timesPer, minutesPerTime: minutes } = example;
  const whole = people !== null && times !== null && minutes !== null && isOffered(TIMES_PER, timesPer);
  return (
    <p className="hint" id="example-volumes" data-live-part="">
      {whole &&
        t("intake.example.volumes", {
          people: number(people),
          times: number(times),
          per: t(`use-cases.times-per.${timesPer}`),
          minutes: number(minutes),
        })}
    </p>
  );
}

/** Said to those whose need is a tool so far. */
export function ToolNamed({ advice: { tool } }: { advice: Advice }) {
  const { t } = useSpeech();
  return (
    <div id="tool-named" data-live-part="" aria-live="polite">
      {tool && <Notice tone="info">{t("intake.tool.named", { tool })}</Notice>}
    </div>
  );
}

/** The estimate beside the form, each figure with where it comes from. */
export function EstimatePanel({ advice, form }: { advice: Advice; form: string }) {
  const { t } = useSpeech();
  const { estimate, answered } = advice;
  return (
    <div id="estimate" data-live-part="">
      <Section title={t("intake.estimate")}>
        <Meter
          label={t("intake.progress", { answered, count: QUESTIONS.length })}
          value={answered}
          max={QUESTIONS.length}
          text={`${answered}/${QUESTIONS.length}`}
        />
        <p className="hint">{t("intake.estimate.lead")}</p>
        <AxisRange axis="value" advice={advice} />
        <AxisRange axis="complexity" advice={advice} />
        <Disclosure summary={t("intake.estimate.why")}>
          <ul>
            {estimate.factors.map((factor) => (
              <li key={factor.key}>
                <FactorLine factor={factor} advice={advice} />
              </li>
            ))}
          </ul>
          <p className="hint">{t("intake.estimate.method")}</p>
        </Disclosure>
        <Button form={form} name="intent" value="advise" variant="plain" formNoValidate data-live-button="">
          {t("intake.estimate.refresh")}
        </Button>
      </Section>
    </div>
  );
}

function AxisRange({ axis, advice: { estimate } }: { axis: Axis; advice: Advice }) {
  const { t, number } = useSpeech();
  const range = estimate[axis];
  return (
    <Meter
      label={t(`intake.estimate.${axis}`)}
      value={range && (range.low + range.high) / 2}
      max={100}
      tone="neutral"
      text={
        range
          ? t("intake.estimate.range", { low: number(range.low, 0), high: number(range.high, 0) })
          : t("intake.estimate.unknown")
      }
    />
  );
}

function FactorLine({ factor, advice }: { factor: Factor; advice: Advice }) {
  const { t } = useSpeech();
  const { key, weight, score, because } = factor;
  const name = t(`intake.estimate.${key}`);
  const points = score && (score.low === score.high ? String(score.low) : `${score.low}–${score.high}`);
  return (
    <>
      <strong>
        {points
          ? t("intake.estimate.score", { name, weight, score: points })
          : t("intake.estimate.score.unknown", { name, weight })}
      </strong>
      <br />
      <Because because={because} advice={advice} />
    </>
  );
}

function Because({ because, advice }: { because: Factor["because"]; advice: Advice }) {
  const { t, number, percent, money, shortMoney } = useSpeech();
  const { estimate, hourlyCost, people } = advice;
  const { hours, benefit } = estimate;
  if (because === "benefit.known" && benefit && hours !== null && hourlyCost !== null) {
    const amounts = {
      likely: shortMoney(benefit.likely),
      low: shortMoney(benefit.low),
      high: shortMoney(benefit.high),
    };
    return (
      <>
        {t("intake.estimate.benefit.known", {
          hours: number(hours, 0),
          cost: money(hourlyCost),
          saved: percent(SAVED.likely, 0),
          reused: percent(REUSED, 0),
          ...amounts,
        })}
      </>
    );
  }
  return <>{t(`intake.estimate.${because}`, { people: people ?? 0 })}</>;
}
