import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Empty, Section, Stack } from "#app/ui/page";
import { CaseCosts } from "./case-costs";
import type { CaseKpis } from "./case-kpis.server";
import { KpiPanel } from "./kpi-panel";

export interface CaseKpisProps extends CaseKpis {
  reference: string;
  may: { define: boolean; cost: boolean };
}

export function CaseKpisView({ reference, kpis, totals, costs, quarters, may }: CaseKpisProps) {
  const { t, money, shortMoney, percent } = useSpeech();
  const base = `/use-cases/${reference}/kpis`;
  const define = may.define && <ButtonLink href={`${base}/new`}>{t("measurement.kpi.define")}</ButtonLink>;
  const reportsOf = `/dashboard/reports?case=${reference}`;
  return (
    <>
      {kpis.length > 0 && (
        <FigureGrid label={t("measurement.case.figures")}>
          <Figure
            label={t("measurement.case.realised")}
            value={shortMoney(totals.realised)}
            title={money(totals.realised)}
            href={totals.realised === null ? undefined : reportsOf}
          />
          <Figure
            label={t("measurement.case.proven")}
            value={shortMoney(totals.proven)}
            title={money(totals.proven)}
            href={totals.proven === null ? undefined : `${reportsOf}&evidence=proven`}
          />
          <Figure
            label={t("measurement.case.cost")}
            value={shortMoney(totals.cost)}
            title={money(totals.cost)}
            href="#costs"
          />
          <Figure
            label={t("measurement.case.roi")}
            value={percent(totals.roi, 0)}
            comparison={t("measurement.case.roi-proven", { roi: percent(totals.provenRoi, 0) })}
          />
        </FigureGrid>
      )}
      <Section title={t("measurement.case.kpis")} lead={t("measurement.case.lead")} actions={define}>
        {kpis.length === 0 ? (
          <Empty title={t("measurement.case.none")} action={define}>
            {t("measurement.case.none-next")}
          </Empty>
        ) : (
          <Stack>
            {kpis.map((kpi) => (
              <KpiPanel
                key={kpi.id}
                kpi={kpi}
                editHref={may.define ? `${base}/${kpi.id}/edit` : null}
                closed={quarters.closed}
              />
            ))}
          </Stack>
        )}
      </Section>
      <CaseCosts rows={costs} quarters={quarters} mayEnter={may.cost} />
    </>
  );
}
