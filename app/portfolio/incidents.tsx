import type { Minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { incidentAddress } from "#app/safeguards/incidents/register";
import { ButtonLink } from "#app/ui/button";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import type { DashboardAnswer } from "./dashboard.server";

/** What incidents were in the quarter: how many, the time, the money, the cases that stood still. Each opens the log. */
export function Incidents({ board: { incidents, quarter, departmentId } }: { board: DashboardAnswer }) {
  const { t, number, money, shortMoney } = useSpeech();
  const { count, open, hours, costMinor, paused } = incidents;
  if (count === 0 && costMinor === null && paused === 0) return null;
  const here = { quarter, department: departmentId };
  return (
    <Section
      id="incidents"
      title={t("incidents.dashboard")}
      lead={t("incidents.dashboard.lead")}
      actions={<ButtonLink href={incidentAddress(here)}>{t("incidents.dashboard.all")}</ButtonLink>}
    >
      <FigureGrid label={t("incidents.dashboard")}>
        <Figure
          label={t("incidents.figure.count")}
          value={number(count)}
          href={incidentAddress(here)}
          note={t("incidents.figure.open", { count: open })}
        />
        <Figure
          label={t("incidents.figure.hours")}
          value={number(hours)}
          unit={hours === null ? undefined : t("incidents.hours")}
          href={incidentAddress(here)}
        />
        <Figure
          label={t("incidents.figure.cost")}
          value={shortMoney(costMinor as Minor | null)}
          title={money(costMinor as Minor | null)}
          href={incidentAddress(here)}
        />
        <Figure
          label={t("incidents.figure.paused")}
          value={number(paused)}
          href={incidentAddress({ ...here, paused: "yes" })}
        />
      </FigureGrid>
    </Section>
  );
}
