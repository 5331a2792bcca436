import type { Quarter } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";

export interface StaleSpendView {
  staleSpend: { id: number; name: string; quarter: Quarter }[];
}

/** A page shows so many of them, the oldest first. */
const SHOWN = 20;

/** The vendors whose spend nobody has brought up to date, each with the way to do it. */
export function StaleSpend({ view: { staleSpend } }: { view: StaleSpendView }) {
  const { t, quarter } = useSpeech();
  if (staleSpend.length === 0) return null;
  return (
    <Section id="stale-spend" title={t("exposure.stale")} lead={t("exposure.stale.lead", { count: staleSpend.length })}>
      <DataTable
        caption={t("exposure.stale")}
        hideCaption
        narrow="cards"
        rows={staleSpend.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "vendor",
            header: t("exposure.by.vendor"),
            cell: ({ id, name }) => <a href={`/registers/vendors/${id}#spend`}>{name}</a>,
            rowHeader: true,
          },
          { key: "quarter", header: t("exposure.stale.last"), cell: (row) => quarter(row.quarter) },
        ]}
      />
    </Section>
  );
}
