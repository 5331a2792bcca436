import { Once, useForm } from "#app/answer";
import { typedNumber } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { NumberField, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { scaleOf, unscaled } from "./form-values";
import { inputsOf, type KeptScenario } from "./kept-scenarios";
import type { TypedUnit } from "./line-fields";
import type { Line } from "./lines";
import type { ShownBusinessCase } from "./page.server";
import { FORM_CHANGES, inputCode } from "./scenario-form";
import type { OwnScenario } from "./scenarios";

/** The inputs that a scenario sets, in words: «Réponses plus rapides : Adoption au plateau 40». */
function useChanges(lines: readonly Line[]) {
  const { t, tell, unitPrice, locale, currency } = useSpeech();
  return ({ changes }: KeptScenario) =>
    changes.flatMap(({ lineId, input, value }) => {
      const line = lines.find(({ id }) => id === lineId);
      const unit = line && inputsOf(line).find((each) => each.input === input)?.unit;
      if (!line || !unit) return [];
      const label = t("business-cases.tornado.bar", {
        line: tell(line.label),
        input: t(`business-cases.input.${input}`),
      });
      const said = typedNumber(unscaled(value, scaleOf(unit, currency)), locale);
      return [
        t("business-cases.scenario.kept.change", {
          label,
          value: unit === "percent" ? `${said} %` : isMoney(unit) ? unitPrice(value) : said,
        }),
      ];
    });
}

const isMoney = (unit: TypedUnit) => unit === "amount" || unit === "price";

interface Props {
  shown: ShownBusinessCase;
  mayKeep: boolean;
  own: OwnScenario | null;
}

/** The scenarios that the author named: what each says, and the form that keeps another one. */
export function KeptScenarios({ shown, mayKeep, own }: Props) {
  const speech = useSpeech();
  const { t, percent } = speech;
  const changesOf = useChanges(shown.draft.lines);
  return (
    <>
      {shown.kept.length > 0 && (
        <ul>
          {shown.kept.map((kept) => (
            <li key={kept.name}>
              {t("business-cases.scenario.kept.said", {
                name: kept.name,
                benefits: percent(kept.benefits, 0),
                costs: percent(kept.costs, 0),
                delay: kept.delayQuarters,
              })}
              {changesOf(kept).map((change) => (
                <span key={change}> · {change}</span>
              ))}
              {mayKeep && (
                <form method="post" action="#scenarios">
                  <Hidden values={{ intent: "drop-scenario", name: kept.name, ...startedFrom(shown) }} />
                  <Button variant="plain">{t("business-cases.scenario.kept.drop", { name: kept.name })}</Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayKeep && <KeepForm shown={shown} own={own} />}
    </>
  );
}

const startedFrom = ({ number, version }: ShownBusinessCase) => ({ number, version });

function KeepForm({ shown, own }: { shown: ShownBusinessCase; own: OwnScenario | null }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("keep-scenario");
  const share = (value: number | undefined) => Math.round((value ?? 1) * 100);
  const inputs = shown.draft.lines.map((line, place) => ({
    label: tell(line.label),
    options: inputsOf(line).map(({ input }) => ({
      value: inputCode(place, input),
      label: t("business-cases.tornado.bar", { line: tell(line.label), input: t(`business-cases.input.${input}`) }),
    })),
  }));
  return (
    <Disclosure summary={t("business-cases.scenario.keep")} open={Boolean(rejection) || own !== null}>
      <form method="post" action="#scenarios" className="form">
        <Hidden values={{ intent: "keep-scenario", ...startedFrom(shown) }} />
        <Once />
        <ErrorSummary errors={errors} />
        {refusal && <Notice tone="bad">{refusal}</Notice>}
        <TextField
          {...field("name")}
          id="scenario-name"
          label={t("business-cases.scenario.keep.name")}
          hint={t("business-cases.scenario.keep.name.hint")}
          required
        />
        <FieldGrid columns={3}>
          <NumberField
            {...field("benefits", share(own?.benefits))}
            id="scenario-benefits"
            label={t("business-cases.scenario.own.benefits")}
            unit="%"
          />
          <NumberField
            {...field("costs", share(own?.costs))}
            id="scenario-costs"
            label={t("business-cases.scenario.own.costs")}
            unit="%"
          />
          <NumberField
            {...field("delay", own?.delayQuarters ?? 0)}
            id="scenario-delay"
            label={t("business-cases.scenario.own.delay")}
            unit={t("business-cases.unit.quarters")}
          />
        </FieldGrid>
        {FORM_CHANGES.map((place) => (
          <FieldGrid key={place}>
            <Select
              {...field(`input${place}`)}
              label={t("business-cases.scenario.keep.input", { number: place })}
              empty={t("business-cases.scenario.keep.none")}
              options={inputs}
            />
            <NumberField
              {...field(`value${place}`)}
              label={t("business-cases.scenario.keep.value", { number: place })}
            />
          </FieldGrid>
        ))}
        <FormActions>
          <Button>{t("business-cases.scenario.keep.button")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}
