import { minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Disclosure, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { CaseLink } from "../case-link";
import type { CandidateView, Choosing } from "./choose";
import { expectedValue, type ScenarioCase } from "./scenario";
import { namingOf } from "./scenario-words";
import type { Scenario } from "./scenarios.server";
import { becauseWords } from "./words";

type Result = Scenario & { result: Choosing };
type Row = ScenarioCase & { view: CandidateView };

/** Where what it is worth and what it costs are made of its lines; a scenario keeps those of its day. */
const businessCaseOf = ({ reference }: Row) => `/use-cases/${reference}/business-case`;

function CaseTable({ rows, caption, inputs }: { rows: readonly Row[]; caption: string } & Pick<Result, "inputs">) {
  const speech = useSpeech();
  const { t, tell, wholeMoney, percent, number } = speech;
  const naming = namingOf(speech, inputs);
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ reference }) => reference}
      empty={t("choice.nobody")}
      columns={[
        {
          key: "case",
          header: t("prioritise.case"),
          cell: ({ reference, title }) => <CaseLink reference={reference} title={title} />,
          rowHeader: true,
        },
        {
          key: "department",
          header: t("prioritise.department"),
          cell: ({ departmentId }) => tell(inputs.departments.find(({ id }) => id === departmentId)?.name),
        },
        { key: "class", header: t("choice.class"), cell: ({ riskClass }) => t(`choice.class.${riskClass}`) },
        {
          key: "value",
          header: t("choice.value.one"),
          cell: (one) => (
            <>
              <a href={businessCaseOf(one)}>{wholeMoney(expectedValue(one))}</a>
              {one.npvP50Minor !== null && (
                <span className="hint formula-part">
                  {t("choice.value.of", { npv: wholeMoney(one.npvP50Minor), probability: percent(one.probability, 0) })}
                </span>
              )}
            </>
          ),
          numeric: true,
        },
        {
          key: "cost",
          header: t("choice.cost"),
          cell: (one) => <a href={businessCaseOf(one)}>{wholeMoney(one.costMinor)}</a>,
          numeric: true,
        },
        {
          key: "people",
          header: t("choice.fte"),
          cell: ({ reference, people, peopleAssumed }) => {
            if (peopleAssumed) return t("choice.assumed", { people: number(people, 2) });
            return people === null ? number(people) : <a href={`/use-cases/${reference}/poc`}>{number(people, 2)}</a>;
          },
          numeric: true,
        },
        {
          key: "why",
          header: t("choice.why"),
          cell: ({ view }) => becauseWords(speech, view, inputs.constraints, naming),
          width: "wide",
        },
      ]}
    />
  );
}

/** Those nearest to the other side first: that is where a discussion pays. */
function nearest(a: Row, b: Row): number {
  const sizeOf = ({ view: { loss } }: Row) =>
    loss === null ? -1 : loss === "impossible" ? Number.POSITIVE_INFINITY : loss.amount;
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return one === other ? a.id - b.id : one < other ? -1 : 1;
}

export function ChosenCases({ inputs, result }: Result) {
  const { t } = useSpeech();
  const caseOf = new Map(inputs.cases.map((one) => [one.reference, one]));
  const rows = result.candidates.flatMap((view): Row[] => {
    const found = caseOf.get(view.id);
    return found ? [{ ...found, view }] : [];
  });
  const chosen = rows
    .filter(({ view }) => view.chosen)
    .sort((a, b) => (expectedValue(b) ?? minor(0)) - (expectedValue(a) ?? minor(0)));
  const left = rows.filter(({ view }) => !view.chosen).sort(nearest);
  return (
    <>
      <Section id="chosen" title={t("choice.in", { count: chosen.length })} lead={t("choice.in.lead")}>
        <CaseTable rows={chosen} caption={t("choice.in", { count: chosen.length })} inputs={inputs} />
      </Section>
      <Section title={t("choice.out", { count: left.length })} lead={t("choice.out.lead")}>
        <CaseTable rows={left} caption={t("choice.out", { count: left.length })} inputs={inputs} />
      </Section>
    </>
  );
}

/** The cases that take no part, for want of a figure: they are never taken for worth nothing. */
export function Aside({ inputs, result }: Result) {
  const { t } = useSpeech();
  const missing = new Map(result.aside.map((one) => [one.id, one.missing]));
  const rows = inputs.cases.flatMap(({ reference, title, npvP50Minor }) => {
    const known = missing.get(reference) ?? (npvP50Minor === null ? ["value" as const] : []);
    return known.length ? [{ reference, title, missing: known }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <Section title={t("choice.aside", { count: rows.length })} lead={t("choice.aside.lead")}>
      <Disclosure summary={t("choice.aside.show")}>
        <DataTable
          caption={t("choice.aside", { count: rows.length })}
          hideCaption
          narrow="cards"
          rows={rows}
          rowKey={({ reference }) => reference}
          columns={[
            {
              key: "case",
              header: t("prioritise.case"),
              cell: ({ reference, title }) => <CaseLink reference={reference} title={title} />,
              rowHeader: true,
            },
            {
              key: "missing",
              header: t("choice.missing"),
              cell: (row) => row.missing.map((figure) => t(`choice.missing.${figure}`)).join(", "),
            },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
