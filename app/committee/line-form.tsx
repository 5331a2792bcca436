import { typedNumber } from "#app/kernel/input";
import { currencyDigits } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { AmountField, NumberField } from "#app/ui/field";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { FieldGrid, FormActions } from "#app/ui/form";
import { Carried } from "./carried";
import { addressOf, LIMITS, type Only, type Said } from "./choice";
import { asMinor } from "./filter-words";
import type { LineView } from "./prioritise.server";

interface Props {
  line: LineView;
  said: Said;
  path: string;
}

/** The money and the people that the line is drawn by. */
export function LineForm({ line: { limits, scenario }, said, path }: Props) {
  const { t, locale, currency } = useSpeech();
  const money = limits.budget === null ? "" : typedNumber(limits.budget / 10 ** currencyDigits(currency), locale, 2);
  const plain = (value: number | null) => (value === null ? "" : typedNumber(value, locale, 2));
  return (
    <form method="get" action={path} className="form form-wide">
      <Carried said={said} without={[...LIMITS, "page"]} />
      <FieldGrid columns={3}>
        <AmountField name="budget" label={t("choice.budget")} hint={t("choice.budget.hint")} value={money} />
        <NumberField
          name="people"
          label={t("choice.people.capacity")}
          hint={t("choice.people.hint")}
          value={plain(limits.people)}
          unit={t("choice.fte")}
        />
        <NumberField
          name="assumed"
          label={t("choice.people.assumed")}
          hint={t("prioritise.line.assumed")}
          value={plain(limits.assumed)}
          unit={t("choice.fte")}
        />
      </FieldGrid>
      {scenario && (
        <p className="hint">
          <a href={`/prioritise/choice/${scenario.id}`}>{t("prioritise.line.scenario", { name: scenario.name })}</a>
        </p>
      )}
      <FormActions>
        <Button variant="quiet">{t("prioritise.line.draw")}</Button>
      </FormActions>
    </form>
  );
}

/** What the line leaves above it, what still fits below, and how much better an exact choice could do. */
export function LineSummary({ line, said }: Omit<Props, "path">) {
  const { t, wholeMoney, number, percent } = useSpeech();
  const { limits, above, filled, most, by, unknown, stopped } = line;
  if (limits.budget === null && limits.people === null) return <p className="hint">{t("prioritise.line.none")}</p>;
  const gain = most === null ? 0 : Math.max(0, most.least - filled.worth);
  const choice = addressOf(
    "/prioritise/choice",
    said.filter(([name]) => LIMITS.some((limit) => limit === name)),
    {},
  );
  /** The line goes through all departments and stages, and so does the list of what it counts. */
  const listOf = (only: Only) =>
    `${addressOf("/prioritise", said, { only, department: null, stage: null, page: null })}#ranked`;
  const opened = (expression: string, of: typeof above, value: string, limit?: string) => (
    <Formula
      expression={expression}
      inputs={[
        { name: t("prioritise.line.counted"), value: number(of.count), href: listOf(of === above ? "above" : "taken") },
        ...(limit === undefined ? [] : [{ name: t("prioritise.line.limit"), value: limit, href: "#line" }]),
        { name: t("prioritise.line.sum"), value },
      ]}
    />
  );
  const inMoney = (amount: number) => wholeMoney(asMinor(amount));
  const budget = limits.budget === null ? undefined : inMoney(limits.budget);
  return (
    <>
      <FigureGrid label={t("prioritise.line")}>
        <Figure
          label={t("prioritise.line.taken")}
          value={number(above.count)}
          href={above.count > 0 ? listOf("above") : undefined}
          note={t(`prioritise.line.by.${by ?? "none"}`)}
        />
        <Figure
          label={t("prioritise.cumulated.cost")}
          value={wholeMoney(asMinor(above.cost))}
          note={
            limits.budget === null ? undefined : t("prioritise.line.of", { limit: wholeMoney(asMinor(limits.budget)) })
          }
          formula={opened(t("prioritise.line.formula.cost"), above, inMoney(above.cost), budget)}
        />
        {limits.people !== null && (
          <Figure
            label={t("prioritise.cumulated.people")}
            value={number(above.people, 1)}
            note={t("prioritise.line.of", { limit: number(limits.people, 1) })}
            formula={opened(
              t("prioritise.line.formula.people"),
              above,
              number(above.people, 1),
              number(limits.people, 1),
            )}
          />
        )}
        <Figure
          label={t("prioritise.line.fits")}
          value={number(filled.count - above.count)}
          href={filled.count > above.count ? listOf("fits") : undefined}
          note={t("prioritise.line.fits.worth", { worth: wholeMoney(asMinor(filled.worth - above.worth)) })}
        />
        <Figure
          label={t("prioritise.line.worth")}
          value={wholeMoney(asMinor(filled.worth))}
          note={t("prioritise.line.worth.note")}
          formula={opened(t("prioritise.line.formula.worth"), filled, inMoney(filled.worth), budget)}
        />
      </FigureGrid>
      {(stopped > 0 || unknown > 0) && (
        <p className="hint">
          {stopped > 0 && <a href={listOf("stopped")}>{t("prioritise.line.stopped", { count: stopped })}</a>}{" "}
          {unknown > 0 && <a href={listOf("unknown")}>{t("prioritise.line.unknown", { count: unknown })}</a>}
        </p>
      )}
      <p>
        {line.looked !== null
          ? t("prioritise.line.looked", { count: line.looked })
          : gain > 0.5
            ? t("prioritise.line.better", {
                gain: wholeMoney(asMinor(gain)),
                share: percent(filled.worth > 0 ? gain / filled.worth : null, 1),
              })
            : t("prioritise.line.best")}{" "}
        <ButtonLink href={choice}>{t("prioritise.line.choose")}</ButtonLink>
      </p>
      {most !== null && (
        <Formula
          expression={t("prioritise.line.formula.most")}
          inputs={[
            ...(most.budget === null ? [] : [{ name: t("prioritise.line.most.budget"), value: inMoney(most.budget) }]),
            ...(most.people === null ? [] : [{ name: t("prioritise.line.most.people"), value: inMoney(most.people) }]),
            { name: t("prioritise.line.followed"), value: inMoney(filled.worth), href: listOf("taken") },
            { name: t("prioritise.line.gain"), value: inMoney(gain) },
          ]}
        />
      )}
    </>
  );
}
