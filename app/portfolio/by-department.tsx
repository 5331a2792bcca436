import { EVIDENCE_GRADES } from "#app/kernel/evidence";
import { addQuarters } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { FiguresAnswer } from "./dashboard.server";
import { FileLinks } from "./files/file-links";
import { drill } from "./filters";

type Line = FiguresAnswer["byDepartment"]["lines"][number];

/** The quarter by department: the lines add up to the whole to the cent, and each amount leads to its reports. */
export function ByDepartment({ board }: { board: FiguresAnswer }) {
  const { t, tell, money, percent, quarter: say } = useSpeech();
  const { quarter, byDepartment, against, asOf } = board;
  const { lines, whole } = byDepartment;
  const nameOf = (line: Line) => tell(line.name) || t("measurement.no-department");
  const at = (line: Line) => ({ quarter, departmentId: line.departmentId, asOf });
  const amount = (
    key: "realised" | "proven" | "cost" | "forecast",
    header: string,
    hrefOf: (line: Line) => string,
  ) => ({
    key,
    header,
    cell: (line: Line) => (line[key] === null ? money(null) : <a href={hrefOf(line)}>{money(line[key])}</a>),
    numeric: true,
    total: money(whole[key]),
  });
  return (
    <Section
      title={t("portfolio.by-department")}
      actions={asOf === null && <FileLinks page={drill("", { quarter, departmentId: board.departmentId })} />}
    >
      <Chart
        caption={t("portfolio.by-department.caption", { quarter: say(quarter) })}
        format={{ style: "money" }}
        description={{
          kind: "bars",
          stacked: true,
          horizontal: true,
          labelHeader: t("measurement.department"),
          labels: lines.map(nameOf),
          series: [...EVIDENCE_GRADES].reverse().map(({ grade, name }) => ({
            name: t(`measurement.evidence.${name}`),
            paint: `grade-${grade}` as const,
            values: lines.map((line) => line.grades[grade]),
            hrefs: lines.map((line) => drill("reports", { ...at(line), evidence: String(grade) as "0" })),
          })),
        }}
      />
      <DataTable
        caption={t("portfolio.by-department")}
        hideCaption
        wide
        totals
        rows={lines}
        rowKey={(line) => line.departmentId}
        columns={[
          {
            key: "department",
            header: t("measurement.department"),
            cell: (line) => <a href={drill("", at(line))}>{nameOf(line)}</a>,
            rowHeader: true,
          },
          amount("realised", t("measurement.realised"), (line) => drill("reports", at(line))),
          amount("proven", t("portfolio.proven"), (line) => drill("reports", { ...at(line), evidence: "proven" })),
          {
            key: "share",
            header: t("portfolio.proven-share"),
            cell: (line) => percent(line.provenShare, 0),
            numeric: true,
            total: percent(whole.provenShare, 0),
          },
          amount("cost", t("portfolio.cost"), (line) => drill("costs", at(line))),
          {
            key: "roi",
            header: t("portfolio.quarter-roi"),
            cell: (line) => percent(line.roi, 0),
            numeric: true,
            total: percent(whole.roi, 0),
          },
          {
            key: "proven-roi",
            header: t("portfolio.proven-roi"),
            cell: (line) => percent(line.provenRoi, 0),
            numeric: true,
            total: percent(whole.provenRoi, 0),
          },
          amount("forecast", t("portfolio.forecast"), (line) => drill("cases", at(line))),
          {
            key: "kept",
            header: t("portfolio.kept"),
            cell: (line) => percent(line.kept, 0),
            numeric: true,
            total: percent(whole.kept, 0),
          },
        ]}
      />
      {against.realised.previous !== null && whole.realised !== null && lines.length > 1 && (
        <Chart
          caption={t("portfolio.change.caption", { from: say(addQuarters(quarter, -1)), to: say(quarter) })}
          format={{ style: "money" }}
          height="short"
          description={{
            kind: "waterfall",
            labelHeader: t("measurement.department"),
            valueHeader: t("measurement.realised"),
            steps: [
              { label: say(addQuarters(quarter, -1)), value: against.realised.previous, total: true },
              ...board.changes.map((change) => ({
                label: tell(change.name) || t("measurement.no-department"),
                value: change.difference,
                href: drill("reports", { quarter, departmentId: change.departmentId, asOf }),
              })),
              { label: say(quarter), value: whole.realised, total: true },
            ],
          }}
        />
      )}
    </Section>
  );
}
