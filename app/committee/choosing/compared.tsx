import { useSpeech } from "#app/locales/use-speech";
import { DataTable } from "#app/ui/table";
import { CaseLink } from "../case-link";
import type { ScenarioCase } from "./scenario";
import { limitWords, namingOf } from "./scenario-words";
import type { Scenario } from "./scenarios.server";
import { ruleWords } from "./words";

interface Line {
  key: string;
  label: string;
  cells: string[];
}

/** Scenarios side by side: what they allow, what comes out, and which cases are in which. */
export function Compared({ scenarios }: { scenarios: readonly Scenario[] }) {
  const speech = useSpeech();
  const { t, wholeMoney, number, moment } = speech;
  const every = (label: string, cell: (one: Scenario) => string): Line => ({
    key: label,
    label,
    cells: scenarios.map(cell),
  });
  const limits = new Map<string, Map<number, string>>();
  for (const { id, inputs, result } of scenarios) {
    for (const { rule, limit } of result?.constraints ?? []) {
      const words = ruleWords(speech, rule, namingOf(speech, inputs));
      limits.set(words, (limits.get(words) ?? new Map()).set(id, limitWords(speech, rule, limit)));
    }
  }
  const lines: Line[] = [
    every(t("choice.value"), ({ valueMinor }) => wholeMoney(valueMinor)),
    every(t("choice.cost"), ({ costMinor }) => wholeMoney(costMinor)),
    every(t("choice.chosen"), ({ chosen }) => number(chosen)),
    ...[...limits].map(([words, of]) => every(words, ({ id }) => of.get(id) ?? t("choice.unconstrained"))),
    every(t("choice.as-of"), ({ at }) => moment(new Date(at))),
  ];
  const chosenIn = scenarios.map(({ result }) => new Set(result?.selection));
  const cases = new Map(scenarios.flatMap(({ inputs }) => inputs.cases.map((one) => [one.reference, one] as const)));
  const somewhere = [...cases.values()].filter(({ reference }) => chosenIn.some((chosen) => chosen.has(reference)));
  const columns = scenarios.map(({ id, name }, at) => ({ id: String(id), name, at }));
  return (
    <>
      <DataTable
        caption={t("choice.compare.figures")}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: "label", header: t("choice.compare.what"), cell: ({ label }) => label, rowHeader: true },
          ...columns.map(({ id, name, at }) => ({
            key: id,
            header: name,
            cell: ({ cells }: Line) => cells[at],
            numeric: true,
          })),
        ]}
      />
      <DataTable
        caption={t("choice.compare.cases")}
        rows={somewhere}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "case",
            header: t("prioritise.case"),
            cell: ({ reference, title }) => <CaseLink reference={reference} title={title} />,
            rowHeader: true,
          },
          ...columns.map(({ id, name, at }) => ({
            key: id,
            header: name,
            cell: ({ reference }: ScenarioCase) =>
              t(chosenIn[at]?.has(reference) ? "choice.side.in" : "choice.side.out"),
          })),
        ]}
      />
    </>
  );
}
