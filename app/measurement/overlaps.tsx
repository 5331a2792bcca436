import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { overlapAddress } from "./overlap-input";
import type { NamedKpi, Overlaps } from "./overlaps.server";
import { WHOLE_SHARE } from "./shares";

/** The KPIs that may count the same benefit, and what was decided of them. */
export function OverlapsView({ unresolved, count, shared, different }: Overlaps) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader title={t("overlaps.title")} lead={t("overlaps.lead")} />
      <Section id="unresolved" title={t("overlaps.open.title")} lead={t("overlaps.open.lead")}>
        {count > unresolved.length && (
          <Notice tone="info">{t("overlaps.open.first", { shown: unresolved.length, count })}</Notice>
        )}
        {count === 0 ? (
          <Empty title={t("overlaps.open.none")}>{t("overlaps.open.none-next")}</Empty>
        ) : (
          <Unresolved rows={unresolved} />
        )}
      </Section>
      {shared.length > 0 && (
        <Section id="shared" title={t("overlaps.shared.title")} lead={t("overlaps.shared.lead")}>
          {shared.map((word) => (
            <Shared key={word.id} word={word} />
          ))}
        </Section>
      )}
      {different.length > 0 && <Different rows={different} />}
    </>
  );
}

/** A KPI with the case that it is of, and who answers for it. */
export function KpiOfCaseCell({ kpi, owner = false }: { kpi: NamedKpi; owner?: boolean }) {
  const { tell } = useSpeech();
  return (
    <>
      {tell(kpi.kpi)}{" "}
      <a href={`/use-cases/${kpi.reference}/kpis#kpi-${kpi.kpiId}`}>
        <Unbroken>
          {kpi.reference} · {tell(kpi.title)}
        </Unbroken>
      </a>
      {owner && <span className="hint"> {kpi.owner}</span>}
    </>
  );
}

function Unresolved({ rows }: { rows: Overlaps["unresolved"] }) {
  const { t, tell } = useSpeech();
  return (
    <DataTable
      caption={t("overlaps.open.title")}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ one, other }) => `${one.kpiId}-${other.kpiId}`}
      columns={[
        {
          key: "one",
          header: t("measurement.kpi"),
          cell: ({ one }) => <KpiOfCaseCell kpi={one} owner />,
          rowHeader: true,
        },
        { key: "other", header: t("overlaps.and"), cell: ({ other }) => <KpiOfCaseCell kpi={other} owner /> },
        {
          key: "department",
          header: t("measurement.department"),
          cell: ({ one, other }) =>
            [...new Set([one, other].map(({ department }) => tell(department) || t("measurement.no-department")))].join(
              " · ",
            ),
        },
        {
          key: "signs",
          header: t("overlaps.because"),
          cell: ({ signs, declared }) =>
            [
              ...(declared ? [t("overlaps.sign.declared")] : []),
              ...signs.map((sign) => t(`overlaps.sign.${sign}`)),
            ].join(" · "),
        },
        {
          key: "decide",
          header: t("overlaps.decide"),
          cell: ({ one, other }) => <a href={overlapAddress([one.kpiId, other.kpiId])}>{t("overlaps.decide")}</a>,
        },
      ]}
    />
  );
}

function Shared({ word }: { word: Overlaps["shared"][number] }) {
  const { t, tell, quarter, percent, date } = useSpeech();
  const total = word.kpis.reduce((sum, { share }) => sum + share, 0);
  const from = word.fromQuarter ? quarter(word.fromQuarter) : "";
  return (
    <>
      <DataTable
        caption={t("overlaps.shared.caption", {
          references: word.kpis.map(({ reference }) => reference).join(", "),
          from,
        })}
        narrow="cards"
        totals
        rows={word.kpis}
        rowKey={({ kpiId }) => kpiId}
        columns={[
          {
            key: "kpi",
            header: t("measurement.kpi"),
            cell: (kpi) => <KpiOfCaseCell kpi={kpi} />,
            rowHeader: true,
            total: t("overlaps.together"),
          },
          { key: "owner", header: t("measurement.owner"), cell: ({ owner }) => owner },
          {
            key: "share",
            header: t("measurement.share"),
            cell: ({ share }) => percent(share / WHOLE_SHARE, 2),
            numeric: true,
            total: percent(total / WHOLE_SHARE, 2),
          },
        ]}
      />
      <p>
        {tell(word.reason)}{" "}
        <span className="hint">
          {t("measurement.by-on", { name: word.by ?? t("desk.product"), date: date(word.on) })}
        </span>
      </p>
      <p>
        <ButtonLink href={overlapAddress(word.kpis.map(({ kpiId }) => kpiId))}>{t("overlaps.change")}</ButtonLink>
      </p>
    </>
  );
}

function Different({ rows }: { rows: Overlaps["different"] }) {
  const { t, tell, date } = useSpeech();
  return (
    <Section id="different" title={t("overlaps.different.title")} lead={t("overlaps.different.lead")}>
      <DataTable
        caption={t("overlaps.different.title")}
        hideCaption
        narrow="cards"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "kpis",
            header: t("overlaps.kpis"),
            rowHeader: true,
            cell: ({ kpis }) => (
              <ul className="plain">
                {kpis.map((kpi) => (
                  <li key={kpi.kpiId}>
                    <KpiOfCaseCell kpi={kpi} />
                  </li>
                ))}
              </ul>
            ),
          },
          { key: "reason", header: t("measurement.reason"), cell: ({ reason }) => tell(reason) },
          {
            key: "by",
            header: t("measurement.signed"),
            cell: ({ by, on }) => t("measurement.by-on", { name: by ?? t("desk.product"), date: date(on) }),
          },
          {
            key: "again",
            header: t("overlaps.change"),
            cell: ({ kpis }) => <a href={overlapAddress(kpis.map(({ kpiId }) => kpiId))}>{t("overlaps.change")}</a>,
          },
        ]}
      />
    </Section>
  );
}
