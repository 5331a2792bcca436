import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CampaignPage } from "./campaign-page.server";

/** What the campaign adds up to. */
export function Sums({ sums, target, departments }: CampaignPage) {
  const { t, number } = useSpeech();
  const { submitted, waiting, people, hours, hoursSaidBy } = sums;
  const invited = departments.filter((one) => one.invited).length;
  return (
    <FigureGrid label={t("campaigns.page.figures")}>
      <Figure
        size="large"
        label={t("campaigns.page.submitted")}
        value={number(submitted)}
        comparison={t("campaigns.page.of-target", { target })}
      />
      <Figure label={t("campaigns.page.waiting")} value={number(waiting)} note={t("campaigns.page.waiting.note")} />
      <Figure
        label={t("campaigns.page.departments")}
        value={number(sums.departments)}
        note={t("campaigns.page.departments.note", { count: sums.departments === 0 ? 0 : invited })}
      />
      <Figure label={t("campaigns.page.people")} value={number(people)} note={t("campaigns.page.people.note")} />
      <Figure
        label={t("campaigns.page.hours")}
        value={number(hours, 0)}
        note={
          hours === null
            ? t("campaigns.page.hours.unknown")
            : t("campaigns.page.hours.note", { said: hoursSaidBy, count: submitted })
        }
      />
    </FigureGrid>
  );
}

/** How a case comes to count, and what no longer does. */
export function Counted({ id, sums }: CampaignPage) {
  const { t } = useSpeech();
  const { merged, withdrawn, late } = sums;
  return (
    <p className="hint">
      {t("campaigns.page.counted")} {merged > 0 && `${t("campaigns.page.merged", { count: merged })} `}
      {withdrawn > 0 && `${t("campaigns.page.withdrawn", { count: withdrawn })} `}
      {late > 0 && `${t("campaigns.page.late", { count: late })} `}
      <a href={`/use-cases?campaign=${id}`}>{t("campaigns.page.all-cases")}</a>
    </p>
  );
}

export function BurnUpChart({ burnUp, target }: CampaignPage) {
  const { t, date } = useSpeech();
  const { days, submitted, captured, ideal } = burnUp;
  return (
    <Section title={t("campaigns.burn-up.title")}>
      <Chart
        caption={t("campaigns.burn-up")}
        description={{
          kind: "lines",
          labelHeader: t("campaigns.burn-up.day"),
          labels: days.map((day) => date(day)),
          series: [
            { name: t("campaigns.burn-up.submitted"), values: submitted, paint: "a" },
            { name: t("campaigns.burn-up.captured"), values: captured, paint: "b" },
            { name: t("campaigns.burn-up.ideal"), values: ideal, paint: "muted" },
          ],
          threshold: { value: target, label: t("campaigns.burn-up.target") },
        }}
      />
    </Section>
  );
}

/** The name of a department in a campaign's lists. */
export function useDepartmentName(names: CampaignPage["names"]) {
  const { t, tell } = useSpeech();
  return (departmentId: number | null, invited = true): string => {
    const name = tell(names.find(({ id }) => id === departmentId)?.name) || t("campaigns.departments.none");
    return invited || departmentId === null ? name : t("campaigns.departments.uninvited", { name });
  };
}

export function ByDepartment({ departments, names }: CampaignPage) {
  const { t, number } = useSpeech();
  const nameOf = useDepartmentName(names);
  const hasTargets = departments.some(({ target }) => target !== null);
  return (
    <Section title={t("campaigns.departments.title")}>
      <DataTable
        caption={t("campaigns.departments.caption")}
        hideCaption
        narrow="cards"
        rows={departments}
        rowKey={({ departmentId }) => departmentId ?? 0}
        columns={[
          {
            key: "department",
            header: t("campaigns.departments.department"),
            cell: ({ departmentId, invited }) => nameOf(departmentId, invited),
            rowHeader: true,
          },
          {
            key: "submitted",
            header: t("campaigns.column.submitted"),
            cell: ({ submitted, captured }) =>
              submitted + captured === 0 ? t("campaigns.departments.nothing") : number(submitted),
            numeric: true,
            short: true,
          },
          ...(hasTargets
            ? [
                {
                  key: "target",
                  header: t("campaigns.departments.target"),
                  cell: ({ target }: CampaignPage["departments"][number]) => number(target),
                  numeric: true,
                  short: true,
                },
              ]
            : []),
          {
            key: "captured",
            header: t("campaigns.column.waiting"),
            cell: ({ captured }) => number(captured),
            numeric: true,
            short: true,
          },
        ]}
      />
    </Section>
  );
}

/** How many went how far: the campaign's own funnel. */
export function Funnel({ funnel }: CampaignPage) {
  const { t } = useSpeech();
  return (
    <Section title={t("campaigns.funnel.title")} level={3}>
      <Chart
        caption={t("campaigns.funnel")}
        height="short"
        openTable
        description={{
          kind: "bars",
          horizontal: true,
          labelHeader: t("campaigns.funnel.stage"),
          labels: funnel.map(({ stage }) => t(`use-cases.stage.${stage}`)),
          series: [{ name: t("campaigns.funnel.cases"), values: funnel.map(({ cases }) => cases), paint: "a" }],
        }}
      />
    </Section>
  );
}
