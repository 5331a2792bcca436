import { minor } from "#app/kernel/money";
import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { Disclosure, Empty, Notice, PageHeader, Prose, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { type Dimension, ENOUGH, type Estimate, FEW, type Portfolio } from "./calibration";
import type { CalibrationPage } from "./calibration.server";
import { CalibrationCases } from "./calibration-cases";
import { Interval } from "./calibration-interval";

type Group = CalibrationPage["dimensions"][number]["groups"][number];

/** A group in the reader's words: a department, a kind of benefit, a person. */
export function useGroupName() {
  const { t, tell } = useSpeech();
  return (by: Dimension, { key, name }: { key: string; name: Group["name"] }): string => {
    if (by === "kind") return t(`business-cases.kind.${key as "time"}`);
    const said = typeof name === "string" ? name : tell(name);
    return said || t(by === "department" ? "measurement.no-department" : "measurement.calibration.no-author");
  };
}

/** How far a group's own cases may be believed, in a sentence. */
function useBelief() {
  const { t, percent } = useSpeech();
  return ({ cases, weight }: Estimate & { cases: number }): string =>
    t(
      cases >= FEW
        ? "measurement.calibration.counts"
        : weight < 0.5
          ? "measurement.calibration.few"
          : "measurement.calibration.few-counts",
      { count: cases, weight: percent(weight, 0) },
    );
}

function Headline({
  portfolio,
  missing,
  dimensions,
}: Pick<CalibrationPage, "missing" | "dimensions"> & { portfolio: Portfolio }) {
  const name = useGroupName();
  const { t, money, wholeMoney, percent, number } = useSpeech();
  const { mean, low, high, cases, quarters, promised, realised } = portfolio;
  const departments = dimensions.find(({ by }) => by === "department")?.groups ?? [];
  /** A sum over all cases, department by department, each leading to its cases. */
  const summed = (expression: string, read: (group: Group) => string, whole: string) => (
    <Formula
      expression={expression}
      inputs={[
        ...departments.map((group) => ({
          name: name("department", group),
          value: read(group),
          href: `/calibration?by=department&of=${encodeURIComponent(group.key)}`,
        })),
        { name: t("measurement.calibration.whole"), value: whole },
      ]}
    />
  );
  return (
    <FigureGrid label={t("measurement.calibration.portfolio")}>
      <Figure
        size="large"
        label={t("measurement.calibration.kept")}
        value={percent(mean, 0)}
        comparison={t("measurement.calibration.between", { low: percent(low, 0), high: percent(high, 0) })}
        formula={
          <>
            <Formula
              expression={t("measurement.calibration.formula")}
              inputs={[
                { name: t("measurement.calibration.realised"), value: money(minor(realised)) },
                { name: t("measurement.calibration.promised"), value: money(minor(promised)) },
              ]}
            />
            <Interval {...portfolio} share={mean} k={null} portfolio={portfolio} />
          </>
        }
      />
      <Figure
        label={t("measurement.calibration.promised")}
        value={wholeMoney(minor(promised))}
        title={money(minor(promised))}
        formula={summed(
          t("measurement.calibration.formula.promised"),
          (group) => money(minor(group.promised)),
          money(minor(promised)),
        )}
      />
      <Figure
        label={t("measurement.calibration.realised")}
        value={wholeMoney(minor(realised))}
        title={money(minor(realised))}
        formula={summed(
          t("measurement.calibration.formula.realised"),
          (group) => money(minor(group.realised)),
          money(minor(realised)),
        )}
      />
      <Figure
        label={t("measurement.calibration.cases")}
        value={number(cases)}
        comparison={t("measurement.calibration.quarters-counted", { count: quarters })}
        note={missing > 0 ? t("measurement.calibration.missing", { count: missing }) : undefined}
        formula={summed(t("measurement.calibration.formula.cases"), (group) => number(group.cases), number(cases))}
      />
    </FigureGrid>
  );
}

/** One group's share opened to its own numbers. */
function Held({ group, portfolio, k }: { group: Group; portfolio: Portfolio; k: number }) {
  const { t, percent, number } = useSpeech();
  return (
    <Formula
      expression={t("measurement.calibration.formula.held")}
      inputs={[
        { name: t("measurement.calibration.own"), value: percent(group.own, 1) },
        { name: t("measurement.calibration.mean"), value: percent(portfolio.mean, 1) },
        {
          name: t("measurement.calibration.weight"),
          value: percent(group.weight, 0),
          note: t("measurement.calibration.weight.note", { k: number(k, 1) }),
        },
        { name: t("measurement.calibration.held"), value: percent(group.share, 1) },
      ]}
    />
  );
}

function Groups({ by, k, groups, portfolio }: CalibrationPage["dimensions"][number] & { portfolio: Portfolio }) {
  const { t, wholeMoney, percent, number } = useSpeech();
  const name = useGroupName();
  const belief = useBelief();
  const title = t(`measurement.calibration.by.${by}`);
  const href = (group: Group) => `/calibration?by=${by}&of=${encodeURIComponent(group.key)}`;
  return (
    <Section title={title} id={by} lead={t(`measurement.calibration.by.${by}.lead`)}>
      <Chart
        caption={t(`measurement.calibration.by.${by}.chart`)}
        format={{ style: "percent" }}
        height={groups.length < 4 ? "short" : undefined}
        description={{
          kind: "bars",
          horizontal: true,
          labelHeader: t(`measurement.calibration.${by}`),
          labels: groups.map((group) => name(by, group)),
          series: [
            {
              name: t("measurement.calibration.held"),
              paint: "a",
              values: groups.map(({ share }) => share),
              hrefs: groups.map(href),
            },
            { name: t("measurement.calibration.own"), paint: "muted", values: groups.map(({ own }) => own) },
          ],
        }}
      />
      <DataTable
        caption={title}
        hideCaption
        narrow="cards"
        rows={groups}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "group",
            header: t(`measurement.calibration.${by}`),
            cell: (group) => <a href={href(group)}>{name(by, group)}</a>,
            rowHeader: true,
          },
          {
            key: "cases",
            header: t("measurement.calibration.cases"),
            numeric: true,
            short: true,
            cell: ({ cases, quarters }) =>
              t("measurement.calibration.cases-quarters", { cases: number(cases), quarters: number(quarters) }),
          },
          {
            key: "promised",
            header: t("measurement.calibration.promised"),
            numeric: true,
            cell: ({ promised }) => wholeMoney(minor(promised)),
          },
          {
            key: "realised",
            header: t("measurement.calibration.realised"),
            numeric: true,
            cell: ({ realised }) => wholeMoney(minor(realised)),
          },
          {
            key: "own",
            header: t("measurement.calibration.own"),
            numeric: true,
            cell: ({ own }) => percent(own, 0),
          },
          {
            key: "held",
            header: t("measurement.calibration.held"),
            numeric: true,
            cell: ({ share, low, high }) => (
              <>
                <strong>{percent(share, 0)}</strong>{" "}
                <span className="hint">
                  {t("measurement.calibration.between", { low: percent(low, 0), high: percent(high, 0) })}
                </span>
              </>
            ),
          },
          {
            key: "belief",
            header: t("measurement.calibration.belief"),
            prose: true,
            width: "medium",
            cell: (group) => (
              <>
                {belief(group)}
                <Held group={group} portfolio={portfolio} k={k ?? 0} />
                <Interval {...group} k={k ?? 0} portfolio={portfolio} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** What was promised against what came, and what follows for the next estimate. */
export function CalibrationView(page: CalibrationPage) {
  const { t } = useSpeech();
  const { portfolio, mixed, missing, dimensions, opened } = page;
  if (opened) return <CalibrationCases {...opened} />;
  return (
    <>
      <PageHeader title={t("measurement.calibration.title")} lead={t("measurement.calibration.lead")} />
      {portfolio === null ? (
        <Empty title={t("measurement.calibration.empty")}>{t("measurement.calibration.empty.next")}</Empty>
      ) : (
        <>
          <Headline portfolio={portfolio} missing={missing} dimensions={dimensions} />
          {portfolio.cases < ENOUGH && (
            <Notice tone="warning">
              {t("measurement.calibration.too-few", { count: portfolio.cases, enough: ENOUGH })}
            </Notice>
          )}
          <Disclosure summary={t("measurement.calibration.how")}>
            <Prose>
              {[
                t("measurement.calibration.how.counts"),
                t("measurement.calibration.how.promise"),
                t("measurement.calibration.how.kind", { count: mixed }),
                t("measurement.calibration.how.shrink"),
              ].join("\n\n")}
            </Prose>
          </Disclosure>
          {dimensions.map((dimension) => (
            <Groups key={dimension.by} {...dimension} portfolio={portfolio} />
          ))}
        </>
      )}
    </>
  );
}
