import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Select } from "#app/ui/choice";
import { FilterBar } from "#app/ui/navigation";
import { Empty, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { unbroken } from "#app/ui/unbroken";
import { FileLinks } from "../files/file-links";
import { drill } from "../filters";
import { Account, signedMoney, whyInWords } from "./account";
import { CHANGE_KINDS, type ChangeStep, changesAddress } from "./changes";
import type { ChangesAnswer } from "./read-changes.server";

/** What changed from one quarter to the next: the account, the steps, and the cases that moved. */
export function ChangesView(answer: ChangesAnswer) {
  const { t, tell, quarter: say } = useSpeech();
  const { quarter, before, departmentId, departments, quarters, kind } = answer;
  const names = { quarter: say(quarter), before: say(before) };
  return (
    <>
      <PageHeader
        title={t("changes.title")}
        lead={t("changes.lead", names)}
        crumbs={[
          { label: t("portfolio.dashboard"), href: drill("", { quarter, departmentId }) },
          { label: t("changes.title") },
        ]}
        actions={<FileLinks page={changesAddress({ quarter, departmentId, kind })} />}
      />
      <FilterBar clear={departmentId === null && kind === null ? null : changesAddress({ quarter })}>
        <Select
          name="quarter"
          label={t("measurement.quarter")}
          value={quarter}
          width="short"
          options={quarters.map((of) => ({ value: of, label: say(of) }))}
        />
        <Select
          name="department"
          label={t("measurement.department")}
          empty={t("measurement.all-departments")}
          value={departmentId === null ? "" : String(departmentId)}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
        <Select
          name="kind"
          label={t("changes.kind")}
          empty={t("changes.any")}
          value={kind ?? ""}
          options={CHANGE_KINDS.map((one) => ({ value: one, label: t(`changes.kind.${one}`) }))}
        />
      </FilterBar>
      <Account answer={answer} />
      <Steps answer={answer} />
      <Moved answer={answer} />
    </>
  );
}

function Steps({ answer: { quarter, before, departmentId, steps } }: { answer: ChangesAnswer }) {
  const { t, quarter: say } = useSpeech();
  // What it was closed at is no sum of the reports as they stand.
  const restated = steps.some((step) => step.kind === "restated");
  const labelOf = ({ kind }: ChangeStep) => {
    if (kind === "now") return say(quarter);
    if (kind === "before") return restated ? t("changes.closed", { quarter: say(before) }) : say(before);
    return kind === "restated" ? t("changes.restated") : t(`changes.kind.${kind}`);
  };
  const hrefOf = ({ kind }: ChangeStep) => {
    if (kind === "restated" || (kind === "before" && restated)) return `/quarter/${before}/close#restatements`;
    if (kind === "now" || kind === "before") {
      return drill("reports", { quarter: kind === "now" ? quarter : before, departmentId });
    }
    return changesAddress({ quarter, departmentId, kind });
  };
  const caption = t("changes.steps", { quarter: say(quarter), before: say(before) });
  return (
    <Section>
      <Chart
        caption={caption}
        format={{ style: "money" }}
        description={{
          kind: "waterfall",
          labelHeader: t("changes.step"),
          valueHeader: t("measurement.realised"),
          steps: steps.map((step) => ({
            label: labelOf(step),
            value: step.value,
            total: step.total,
            href: hrefOf(step),
          })),
        }}
      />
    </Section>
  );
}

type Row = ChangesAnswer["cases"][number];

function Moved({ answer }: { answer: ChangesAnswer }) {
  const speech = useSpeech();
  const { t, tell, money, quarter: say } = speech;
  const { quarter, before, departmentId, kind, cases, sums, next } = answer;
  const counted = sums.filter((sum) => kind === null || sum.kind === kind);
  const amount = (row: Row, of: "before" | "now") =>
    row[of] === null ? (
      money(null)
    ) : (
      <a href={drill("reports", { quarter: of === "now" ? quarter : before, case: row.reference })}>{money(row[of])}</a>
    );
  if (!cases.length) {
    return <Empty title={t("changes.cases.none")}>{t("changes.cases.none-next", { before: say(before) })}</Empty>;
  }
  return (
    <Section title={t("changes.cases")}>
      <DataTable
        caption={t("changes.cases")}
        hideCaption
        narrow="cards"
        rows={cases}
        rowKey={(row) => row.reference}
        columns={[
          {
            key: "case",
            header: t("measurement.use-case"),
            cell: (row) => (
              <a href={`/use-cases/${row.reference}/kpis`}>{unbroken(`${row.reference} ${tell(row.title)}`)}</a>
            ),
            rowHeader: true,
          },
          { key: "kind", header: t("changes.kind"), cell: (row) => t(`changes.kind.${row.kind}`) },
          { key: "before", header: t("changes.before"), cell: (row) => amount(row, "before"), numeric: true },
          { key: "now", header: t("changes.now"), cell: (row) => amount(row, "now"), numeric: true },
          {
            key: "difference",
            header: t("changes.difference"),
            cell: (row) => signedMoney(speech, row.difference),
            numeric: true,
          },
          { key: "why", header: t("changes.why"), cell: (row) => whyInWords(row, speech), prose: true },
        ]}
      />
      <Pager
        next={next && changesAddress({ quarter, departmentId, kind, after: next })}
        summary={t("portfolio.shown", {
          count: cases.length,
          whole: counted.reduce((sum, each) => sum + each.cases, 0),
        })}
      />
    </Section>
  );
}
