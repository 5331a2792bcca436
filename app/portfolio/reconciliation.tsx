import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { FileLinks } from "./files/file-links";
import { drill } from "./filters";
import type { Reconciliation } from "./reconciliation.server";

const WAYS = ["rows", "by-case", "rollups", "dashboard"] as const;

/** The same amounts along four ways: reports, sums by case, rollups, dashboard. */
export function ReconciliationView({ rows }: { rows: Reconciliation }) {
  const { t } = useSpeech();
  const apart = rows.filter(({ agree }) => !agree).length;
  return (
    <>
      <PageHeader
        title={t("portfolio.reconciliation")}
        lead={t("portfolio.reconciliation.lead")}
        crumbs={[{ label: t("portfolio.dashboard"), href: "/dashboard" }, { label: t("portfolio.reconciliation") }]}
        actions={<FileLinks page="/dashboard/reconciliation" />}
      />
      {rows.length === 0 ? (
        <Empty title={t("portfolio.empty")}>{t("portfolio.empty-next")}</Empty>
      ) : (
        <>
          <Notice tone={apart === 0 ? "good" : "bad"}>
            {t(apart === 0 ? "portfolio.reconciliation.agree" : "portfolio.reconciliation.apart", {
              count: rows.length,
              apart,
            })}
          </Notice>
          <Ways rows={rows} of="realised" />
          <Ways rows={rows} of="cost" />
        </>
      )}
    </>
  );
}

function Ways({ rows, of }: { rows: Reconciliation; of: "realised" | "cost" }) {
  const { t, money, quarter } = useSpeech();
  const title = t(of === "cost" ? "portfolio.cost" : "measurement.realised");
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        hideCaption
        rows={rows}
        rowKey={(row) => row.quarter}
        rowHref={(row) => drill(of === "cost" ? "costs" : "reports", { quarter: row.quarter })}
        columns={[
          { key: "quarter", header: t("measurement.quarter"), cell: (row) => quarter(row.quarter), rowHeader: true },
          ...WAYS.map((way, index) => ({
            key: way,
            header: t(`portfolio.way.${way}`),
            cell: (row: Reconciliation[number]) => money(row[of][index]),
            numeric: true,
          })),
          {
            key: "agree",
            header: t("portfolio.agree"),
            cell: (row) => {
              const same = row[of].every((amount) => amount === row[of][0]);
              return <Badge tone={same ? "good" : "bad"}>{t(same ? "desk.yes" : "desk.no")}</Badge>;
            },
          },
        ]}
      />
    </Section>
  );
}
