import { minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Disclosure, Empty, PageHeader } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import type { CalibrationPage } from "./calibration.server";
import { useGroupName } from "./calibration-page";
import { keptShare } from "./returns";

/** The cases that a group's figure is the sum of, each with its quarters, its promise and its reports. */
export function CalibrationCases({ by, of, name, cases }: NonNullable<CalibrationPage["opened"]>) {
  const { t, tell, money, percent, quarter } = useSpeech();
  const said = useGroupName()(by, { key: of, name });
  const sum = (part: "promised" | "realised") => minor(cases.reduce((total, row) => total + row[part], 0));
  return (
    <>
      <PageHeader
        title={t("measurement.calibration.cases-of", { name: said })}
        lead={t("measurement.calibration.cases-of.lead")}
        crumbs={[{ label: t("measurement.calibration.title"), href: `/calibration#${by}` }, { label: said }]}
      />
      {cases.length === 0 ? (
        <Empty title={t("measurement.calibration.empty")} />
      ) : (
        <DataTable
          caption={t("measurement.calibration.cases-of", { name: said })}
          hideCaption
          narrow="cards"
          totals
          rows={cases}
          rowKey={({ useCaseId }) => useCaseId}
          columns={[
            {
              key: "case",
              header: t("measurement.use-case"),
              rowHeader: true,
              total: t("measurement.total"),
              cell: (row) => (
                <a href={`/use-cases/${row.reference}/business-case?version=${row.number}`}>
                  <Unbroken>
                    {row.reference} {tell(row.title)}
                  </Unbroken>
                </a>
              ),
            },
            {
              key: "kind",
              header: t("measurement.calibration.kind"),
              cell: ({ kind, mixed }) =>
                mixed
                  ? t("measurement.calibration.mostly", { kind: t(`business-cases.kind.${kind}`) })
                  : t(`business-cases.kind.${kind}`),
            },
            {
              key: "promised",
              header: t("measurement.calibration.promised"),
              numeric: true,
              cell: ({ promised }) => money(minor(promised)),
              total: money(sum("promised")),
            },
            {
              key: "realised",
              header: t("measurement.calibration.realised"),
              numeric: true,
              cell: (row) => <a href={`/dashboard/reports?case=${row.reference}`}>{money(minor(row.realised))}</a>,
              total: money(sum("realised")),
            },
            {
              key: "own",
              header: t("measurement.calibration.own"),
              numeric: true,
              cell: (row) => percent(keptShare(minor(row.realised), minor(row.promised)), 0),
              total: percent(keptShare(sum("realised"), sum("promised")), 0),
            },
            {
              key: "quarters",
              header: t("measurement.calibration.quarters"),
              cell: (row) => (
                <>
                  <Disclosure summary={t("measurement.calibration.quarters-counted", { count: row.quarters })}>
                    <ul>
                      {row.byQuarter.map((each) => (
                        <li key={each.quarter}>
                          <a href={`/dashboard/reports?case=${row.reference}&quarter=${each.quarter}`}>
                            {t("measurement.calibration.in-quarter", {
                              quarter: quarter(each.quarter),
                              realised: money(minor(each.realised)),
                              promised: money(minor(each.promised)),
                            })}
                          </a>
                        </li>
                      ))}
                    </ul>
                  </Disclosure>
                  {row.missing > 0 && (
                    <span className="hint">{t("measurement.calibration.missing", { count: row.missing })}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
