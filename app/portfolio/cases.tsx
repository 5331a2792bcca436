import { useSpeech } from "#app/locales/use-speech";
import { CardGrid, Panel, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { FiguresAnswer } from "./dashboard.server";
import { drill } from "./filters";

/** The cases that brought most, and those that cost value. */
export function Cases({ board: { top, bottom, quarter, asOf } }: { board: FiguresAnswer }) {
  const { t } = useSpeech();
  if (top.length + bottom.length === 0) return null;
  return (
    <Section title={t("portfolio.cases")}>
      <CardGrid size="wide">
        {top.length > 0 && <Few title={t("portfolio.cases.top")} rows={top} of={{ quarter, asOf }} />}
        {bottom.length > 0 && <Few title={t("portfolio.cases.bottom")} rows={bottom} of={{ quarter, asOf }} />}
      </CardGrid>
    </Section>
  );
}

function Few({
  title,
  rows,
  of,
}: {
  title: string;
  rows: FiguresAnswer["top"];
  of: Pick<FiguresAnswer, "quarter" | "asOf">;
}) {
  const { t, tell, money } = useSpeech();
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.reference}
        rowHref={(row) => drill("reports", { ...of, case: row.reference })}
        columns={[
          {
            key: "case",
            header: t("measurement.use-case"),
            cell: (row) => `${row.reference} ${tell(row.title)}`,
            rowHeader: true,
          },
          { key: "realised", header: t("measurement.realised"), cell: (row) => money(row.realised), numeric: true },
          {
            key: "proven",
            header: t("portfolio.proven"),
            cell: (row) => money(row.proven),
            numeric: true,
            hideNarrow: true,
          },
          { key: "cost", header: t("portfolio.cost"), cell: (row) => money(row.cost), numeric: true, hideNarrow: true },
        ]}
      />
    </Panel>
  );
}
