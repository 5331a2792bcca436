import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Badge } from "#app/ui/mark";
import { Row, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { PocPage, PocShown } from "../poc-page.server";
import type { AttemptShown } from "./attempts-shown.server";
import type { Component } from "./component";

/** What it is built of, a line a component. */
export function Components({ components }: { components: readonly (Component & { vendor: string | null })[] }) {
  const { t, tell } = useSpeech();
  return (
    <ul>
      {components.map(({ kind, name, vendor, licence, hosting, role }) => (
        <li key={`${kind}${name}${tell(role)}`}>
          {t("delivery.component.said", { name, kind: t(`delivery.component.kind.${kind}`) })}
          <p className="hint">
            {[
              vendor,
              licence && t(`delivery.licence.${licence}`),
              hosting && t(`delivery.hosting.${hosting}`),
              tell(role) || null,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Marks({ one }: { one: AttemptShown }) {
  const { t } = useSpeech();
  return (
    <Row>
      {one.best && <Badge tone="good">{t("delivery.attempts.best")}</Badge>}
      {one.chosen && <Badge tone="accent">{t("delivery.attempts.chosen")}</Badge>}
    </Row>
  );
}

interface Line {
  key: string;
  header: string;
  cell(one: AttemptShown): ReactNode;
}

/** What attempts are compared by, a line each. */
function useLines(poc: PocShown): Line[] {
  const { t, tell, number, date, money, wholeMoney, unitPrice } = useSpeech();
  const state = (reached: boolean | null, good: string, bad: string) =>
    reached === null ? t("desk.unknown") : <Badge tone={reached ? "good" : "bad"}>{reached ? good : bad}</Badge>;
  return [
    { key: "place", header: t("delivery.attempts.place"), cell: (one) => number(one.place) },
    { key: "on", header: t("delivery.attempts.on"), cell: (one) => date(one.on) },
    {
      key: "result",
      header: t("delivery.attempts.result", { unit: poc.kpiUnit }),
      cell: (one) => (
        <Stack gap="tight">
          <Row>
            <strong>{number(one.result)}</strong>
            {state(one.reached, t("delivery.poc.reached"), t("delivery.poc.not-reached"))}
          </Row>
          {one.sampleSize !== null && (
            <p className="hint">{t("delivery.attempts.sample-of", { count: one.sampleSize })}</p>
          )}
          {one.method && <p className="hint">{tell(one.method)}</p>}
        </Stack>
      ),
    },
    {
      key: "guardrail",
      header: t("delivery.attempts.guardrail"),
      cell: (one) => (
        <Stack gap="tight">
          <Row>
            {one.guardrailValue !== null && (
              <strong>{`${number(one.guardrailValue)} ${poc.guardrailUnit ?? ""}`}</strong>
            )}
            {state(one.held, t("delivery.attempts.held"), t("delivery.attempts.broken"))}
          </Row>
          {one.guardrail && <p className="hint">{tell(one.guardrail)}</p>}
        </Stack>
      ),
    },
    {
      key: "unit-cost",
      header: t("delivery.attempts.unit-cost"),
      cell: ({ costPerUnit, costUnit }) =>
        costPerUnit === null
          ? t("desk.unknown")
          : t("delivery.attempts.unit-cost.said", { price: unitPrice(costPerUnit), unit: costUnit ?? "" }),
    },
    { key: "volume", header: t("delivery.attempts.volume"), cell: (one) => number(one.volumePerQuarter) },
    { key: "quarter", header: t("delivery.attempts.quarter-cost"), cell: (one) => wholeMoney(one.quarterMinor) },
    { key: "cost", header: t("delivery.attempts.cost"), cell: (one) => money(one.runCostMinor) },
    {
      key: "components",
      header: t("delivery.component.title"),
      cell: ({ built }) => (built.length > 0 ? <Components components={built} /> : t("desk.unknown")),
    },
    ...(poc.iterations.length > 0
      ? [
          {
            key: "iteration",
            header: t("delivery.iteration.field"),
            cell: ({ iteration }: AttemptShown) => (iteration === null ? t("desk.unknown") : number(iteration)),
          },
        ]
      : []),
  ];
}

/** The ways a POC was tried, side by side and against its threshold and its guardrail; the best is marked by the rule below. */
export function Attempts({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, tell } = useSpeech();
  const lines = useLines(poc);
  if (poc.attempts.length === 0) return <p>{t("delivery.attempts.none")}</p>;
  const unit = poc.kpiUnit;
  const labels = poc.attempts.map(({ number: of }) => t("delivery.attempts.number", { number: of }));
  return (
    <>
      <DataTable
        caption={t("delivery.attempts.title")}
        hideCaption
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "line",
            header: <span className="visually-hidden">{t("delivery.attempts.line")}</span>,
            cell: ({ header }) => header,
            rowHeader: true,
            width: "fit",
          },
          ...poc.attempts.map((one) => ({
            key: String(one.id),
            header: (
              <>
                {t("delivery.attempts.numbered", { number: one.number, label: tell(one.label) })}
                <Marks one={one} />
                {poc.sealed && !poc.verdict && page.mayWrite && (
                  <a href={`/use-cases/${page.reference}/poc?attempt=${one.id}#edit-attempt`}>
                    {t("delivery.attempts.edit")}
                    <span className="visually-hidden">{t("delivery.attempts.edit.title", { number: one.number })}</span>
                  </a>
                )}
              </>
            ),
            cell: (line: Line) => line.cell(one),
            width: "medium" as const,
          })),
        ]}
      />
      <p className="hint">{t("delivery.attempts.rule")}</p>
      {poc.attempts.filter(({ result }) => result !== null).length > 1 && (
        <Chart
          caption={t("delivery.attempts.chart", { kpi: tell(poc.kpiName), unit })}
          height="short"
          description={{
            kind: "bars",
            labelHeader: t("delivery.attempts.label"),
            labels,
            series: [
              { name: tell(poc.kpiName), values: poc.attempts.map(({ result }) => result), paint: "a" },
              {
                name: t("delivery.poc.threshold"),
                values: poc.attempts.map(() => poc.threshold),
                paint: "b",
                line: true,
              },
              {
                name: t("delivery.poc.baseline"),
                values: poc.attempts.map(() => poc.baseline),
                paint: "muted",
                line: true,
              },
            ],
          }}
        />
      )}
      {poc.attempts.filter(({ quarterMinor }) => quarterMinor !== null).length > 1 && (
        <Chart
          caption={t("delivery.attempts.cost-chart")}
          height="short"
          format={{ style: "money" }}
          description={{
            kind: "bars",
            labelHeader: t("delivery.attempts.label"),
            labels,
            series: [
              {
                name: t("delivery.attempts.quarter-cost"),
                values: poc.attempts.map(({ quarterMinor }) => quarterMinor),
                paint: "b",
              },
            ],
          }}
        />
      )}
    </>
  );
}
