import { minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { DataTable } from "#app/ui/table";
import type { Choosing } from "./choose";
import { expectedValue } from "./scenario";
import { gainWords, limitWords, namingOf } from "./scenario-words";
import type { Scenario } from "./scenarios.server";
import { ruleWords } from "./words";

type Result = Scenario & { result: Choosing };

/** Of more chosen cases than this, the table below says each. */
const MOST_PARTS = 40;

/** What was chosen comes to: each figure opens to the cases that it is the sum of. */
export function Figures({ result, inputs, valueMinor, costMinor }: Result) {
  const { t, tell, wholeMoney, shortMoney, number } = useSpeech();
  const chosen = new Set(result.selection);
  const parts =
    chosen.size > MOST_PARTS
      ? []
      : inputs.cases
          .filter(({ reference }) => chosen.has(reference))
          .map((one) => ({ ...one, name: `${one.reference} ${tell(one.title)}`, value: expectedValue(one) }));
  const { bound, people, status } = result;
  const gap =
    status === "feasible" && bound !== null && valueMinor !== null ? minor(Math.round(bound) - valueMinor) : null;
  return (
    <FigureGrid label={t("choice.result")}>
      <Figure
        size="large"
        label={t("choice.value")}
        value={shortMoney(valueMinor)}
        title={wholeMoney(valueMinor)}
        note={gap === null ? t("choice.proven") : t("choice.gap", { gap: wholeMoney(gap) })}
        formula={
          <Formula
            expression={t("choice.formula")}
            inputs={[
              { name: t("choice.chosen"), value: number(result.selection.length), href: "#chosen" },
              ...parts.map(({ reference, name, value }) => ({
                name,
                value: wholeMoney(value),
                href: `/use-cases/${reference}/business-case`,
              })),
              { name: t("choice.value"), value: wholeMoney(valueMinor) },
            ]}
          />
        }
      />
      <Figure
        label={t("choice.cost")}
        value={shortMoney(costMinor)}
        title={wholeMoney(costMinor)}
        formula={
          <Formula
            expression={t("choice.formula.cost")}
            inputs={[
              { name: t("choice.chosen"), value: number(result.selection.length), href: "#chosen" },
              ...parts.map(({ reference, name, costMinor }) => ({
                name,
                value: wholeMoney(costMinor),
                href: `/use-cases/${reference}/business-case`,
              })),
              { name: t("choice.cost"), value: wholeMoney(costMinor) },
            ]}
          />
        }
      />
      <Figure
        label={t("choice.chosen")}
        value={number(result.selection.length)}
        note={t("choice.among", { all: result.candidates.length })}
      />
      <Figure
        label={t("choice.people.used")}
        value={number(people, 2)}
        unit={t("choice.fte")}
        note={
          inputs.assumedPeople === null
            ? undefined
            : t("choice.people.assuming", { people: number(inputs.assumedPeople, 2) })
        }
        formula={
          <Formula
            expression={t("choice.formula.people")}
            inputs={[
              { name: t("choice.chosen"), value: number(result.selection.length), href: "#chosen" },
              ...parts.map(({ reference, name, people: own }) => ({
                name,
                value: number(own, 2),
                href: `/use-cases/${reference}/poc`,
              })),
              { name: t("choice.people.used"), value: number(people, 2) },
            ]}
          />
        }
      />
    </FigureGrid>
  );
}

/** What each constraint costs. */
export function Costs({ result, inputs }: Result) {
  const speech = useSpeech();
  const { t } = speech;
  const naming = namingOf(speech, inputs);
  if (result.constraints.length === 0) return <p>{t("choice.constraints.none")}</p>;
  return (
    <DataTable
      caption={t("choice.constraints")}
      hideCaption
      narrow="cards"
      rows={result.constraints}
      rowKey={(_, index) => index}
      columns={[
        {
          key: "rule",
          header: t("choice.constraint"),
          cell: ({ rule }) => ruleWords(speech, rule, naming),
          rowHeader: true,
        },
        {
          key: "limit",
          header: t("choice.limit"),
          cell: ({ rule, limit, bound }) => t(`choice.limit.${bound}`, { limit: limitWords(speech, rule, limit) }),
          numeric: true,
        },
        {
          key: "used",
          header: t("choice.used"),
          cell: ({ rule, used }) => limitWords(speech, rule, used),
          numeric: true,
        },
        {
          key: "step",
          header: t("choice.step"),
          cell: ({ rule, step }) =>
            step
              ? t("choice.step.gain", {
                  by: limitWords(speech, rule, step.by),
                  gain: gainWords(speech, step.gain, naming.amount),
                })
              : t("choice.unknown"),
          numeric: true,
        },
        {
          key: "without",
          header: t("choice.without"),
          cell: ({ without }) => gainWords(speech, without, naming.amount),
          numeric: true,
        },
        {
          key: "formula",
          header: t("business-cases.lines.formula"),
          cell: ({ rule, limit, used, step, without }) => (
            <Formula
              expression={t("choice.formula.price")}
              inputs={[
                { name: t("choice.value"), value: naming.amount(result.value ?? 0) },
                { name: t("choice.limit"), value: limitWords(speech, rule, limit) },
                { name: t("choice.used"), value: limitWords(speech, rule, used) },
                ...(step
                  ? [
                      { name: t("choice.formula.step"), value: limitWords(speech, rule, step.by) },
                      { name: t("choice.step"), value: gainWords(speech, step.gain, naming.amount) },
                    ]
                  : []),
                { name: t("choice.without"), value: gainWords(speech, without, naming.amount) },
              ]}
            />
          ),
        },
      ]}
    />
  );
}
