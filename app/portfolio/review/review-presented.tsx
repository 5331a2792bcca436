import { useSpeech } from "#app/locales/use-speech";
import { EvidenceMark } from "#app/measurement/evidence-mark";
import { progressToTarget } from "#app/measurement/realised";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { drill } from "../filters";
import type { Candidate } from "./candidates.server";
import type { ReviewAnswer } from "./read-review.server";
import type { Lack } from "./review";

/** What a case shows: each KPI from its baseline to its target, whether it is worth money or not, and the euros beside. */
export function CaseResults({ one, quarter }: { one: Candidate; quarter: ReviewAnswer["quarter"] }) {
  const { t, tell, number, percent, money } = useSpeech();
  const value = (amount: number | null, unit: string) => (amount === null ? "–" : `${number(amount)}\u00a0${unit}`);
  return (
    <DataTable
      caption={t("review.results", { reference: one.reference })}
      hideCaption
      narrow="cards"
      rows={one.kpis.filter(({ isGuardrail }) => !isGuardrail)}
      rowKey={({ kpiId }) => kpiId}
      empty={t("review.refusal.lacks.kpi", { reference: one.reference, quarter })}
      columns={[
        { key: "kpi", header: t("measurement.kpi"), cell: ({ name }) => tell(name), rowHeader: true },
        {
          key: "baseline",
          header: t("measurement.baseline"),
          numeric: true,
          short: true,
          cell: ({ baseline, unit }) => value(baseline, unit),
        },
        {
          key: "target",
          header: t("measurement.target"),
          numeric: true,
          short: true,
          cell: ({ target, unit }) => value(target, unit),
        },
        {
          key: "actual",
          header: t("measurement.actual"),
          numeric: true,
          short: true,
          cell: ({ actual, unit, reportId }) =>
            reportId === null ? "–" : <a href={`/report/${reportId}`}>{value(actual, unit)}</a>,
        },
        {
          key: "reached",
          header: t("review.way"),
          numeric: true,
          short: true,
          cell: (kpi) => percent(progressToTarget(kpi.actual, kpi), 0),
        },
        {
          key: "realised",
          header: t("measurement.realised"),
          numeric: true,
          short: true,
          cell: ({ realised }) => (realised === null ? t("review.no-euros") : money(realised)),
        },
        {
          key: "evidence",
          header: t("measurement.evidence"),
          cell: ({ evidence }) => (evidence === null ? "–" : <EvidenceMark grade={evidence} />),
        },
      ]}
    />
  );
}

/** What a case brought in all, and what it cost: each leads to what it is made of. */
export function CaseMoney({ one, quarter }: { one: Candidate; quarter: ReviewAnswer["quarter"] }) {
  const { t, money } = useSpeech();
  const here = { quarter, case: one.reference };
  const line = (amount: Candidate["realised"], label: string, href: string) =>
    amount === null ? (
      `${label} –`
    ) : (
      <a href={href}>
        {label} {money(amount)}
      </a>
    );
  return (
    <p className="row meta">
      <span>{line(one.realised, t("measurement.realised"), drill("reports", here))}</span>
      <span>{line(one.proven, t("portfolio.proven"), drill("reports", { ...here, evidence: "proven" }))}</span>
      <span>{line(one.cost, t("portfolio.cost"), drill("costs", here))}</span>
    </p>
  );
}

/** What a case still lacks, with the way to where it is mended. */
export function Lacks({ one, lacks, quarter }: { one: Candidate; lacks: readonly Lack[]; quarter: string }) {
  const { t } = useSpeech();
  const way = (lack: Lack) => (lack === "stage" ? `/use-cases/${one.reference}` : `/use-cases/${one.reference}/kpis`);
  return (
    <ul>
      {lacks.map((lack) => (
        <li key={lack}>
          <a href={way(lack)}>{t(`review.lacks.${lack}`, { quarter })}</a>
        </li>
      ))}
    </ul>
  );
}

/** What the departments present, each case with all its results. */
export function Presented({ departments, quarter }: Pick<ReviewAnswer, "departments" | "quarter">) {
  const { t, tell, quarter: say } = useSpeech();
  return (
    <Section title={t("review.presented.title")} lead={t("review.presented.lead")}>
      {departments
        .filter(({ presented }) => presented.length > 0)
        .map(({ departmentId, name, from, presented }) => (
          <Section key={departmentId} level={3} title={t("review.department-at", { name: tell(name), from })}>
            {presented.map((one) => (
              <div key={one.reference}>
                <p>
                  <a href={`/use-cases/${one.reference}`}>
                    <Unbroken>{t("review.case", { reference: one.reference, title: tell(one.title) })}</Unbroken>
                  </a>
                </p>
                <CaseMoney one={one} quarter={quarter} />
                {one.lacks.length > 0 && <Lacks one={one} lacks={one.lacks} quarter={say(quarter)} />}
                <CaseResults one={one} quarter={quarter} />
              </div>
            ))}
          </Section>
        ))}
    </Section>
  );
}
