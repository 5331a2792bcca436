import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Badge } from "#app/ui/mark";
import { Row } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { PocShown } from "../poc-page.server";
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

/** The ways a POC was tried, side by side and against its threshold and its guardrail; the best is marked by the rule below. */
export function Attempts({ poc }: { poc: PocShown }) {
  const { t, tell, number, date, money, wholeMoney, unitPrice } = useSpeech();
  if (poc.attempts.length === 0) return <p>{t("delivery.attempts.none")}</p>;
  const unit = poc.kpiUnit;
  const state = (reached: boolean | null, good: string, bad: string) =>
    reached === null ? t("desk.unknown") : <Badge tone={reached ? "good" : "bad"}>{reached ? good : bad}</Badge>;
  const labels = poc.attempts.map(({ number: of }) => t("delivery.attempts.number", { number: of }));
  return (
    <>
      <DataTable
        caption={t("delivery.attempts.title")}
        rows={poc.attempts}
        rowKey={({ id }) => id}
        narrow="cards"
        columns={[
          {
            key: "label",
            header: t("delivery.attempts.label"),
            cell: (one) => (
              <>
                {t("delivery.attempts.numbered", { number: one.number, label: tell(one.label) })}
                <Marks one={one} />
              </>
            ),
            rowHeader: true,
          },
          { key: "place", header: t("delivery.attempts.place"), cell: ({ place }) => number(place), numeric: true },
          { key: "on", header: t("delivery.attempts.on"), cell: (one) => date(one.on), width: "fit" },
          {
            key: "components",
            header: t("delivery.component.title"),
            cell: (one) =>
              one.components.length > 0 ? (
                <Components components={one.components} />
              ) : (
                (one.model?.name ?? t("desk.unknown"))
              ),
            prose: true,
          },
          {
            key: "result",
            header: t("delivery.attempts.result", { unit }),
            cell: (one) => (
              <>
                {number(one.result)}
                {one.sampleSize !== null && (
                  <p className="hint">
                    {t("delivery.attempts.sample")} {number(one.sampleSize)}
                  </p>
                )}
                {one.method && <p className="hint">{tell(one.method)}</p>}
              </>
            ),
            numeric: true,
          },
          {
            key: "reached",
            header: t("delivery.poc.threshold"),
            cell: ({ reached }) => state(reached, t("delivery.poc.reached"), t("delivery.poc.not-reached")),
          },
          {
            key: "guardrail",
            header: t("delivery.attempts.guardrail"),
            cell: (one) => (
              <>
                {one.guardrailValue !== null && <p>{`${number(one.guardrailValue)} ${poc.guardrailUnit ?? ""}`}</p>}
                {state(one.held, t("delivery.attempts.held"), t("delivery.attempts.broken"))}
                {one.guardrail && <p className="hint">{tell(one.guardrail)}</p>}
              </>
            ),
            prose: true,
          },
          {
            key: "unit-cost",
            header: t("delivery.attempts.unit-cost"),
            cell: ({ costPerUnit, costUnit }) =>
              costPerUnit === null
                ? t("desk.unknown")
                : t("delivery.attempts.unit-cost.said", { price: unitPrice(costPerUnit), unit: costUnit ?? "" }),
            numeric: true,
          },
          {
            key: "quarter-cost",
            header: t("delivery.attempts.quarter-cost"),
            cell: ({ quarterMinor }) => wholeMoney(quarterMinor),
            numeric: true,
          },
          { key: "cost", header: t("delivery.attempts.cost"), cell: (one) => money(one.runCostMinor), numeric: true },
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
