import type { Minor } from "#app/kernel/money";
import { addQuarters } from "#app/kernel/quarter";
import { movementOf } from "#app/kernel/trend";
import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid, Formula, type TrendProps } from "#app/ui/figure";
import { Meter } from "#app/ui/mark";
import type { Against } from "./dashboard";
import type { HeadlineAnswer } from "./dashboard.server";
import { drill } from "./filters";

/** The trend of a figure against the quarter before, in words. */
function useTrend(quarter: HeadlineAnswer["quarter"]) {
  const { t, percent, shortMoney, number, quarter: say } = useSpeech();
  const before = say(addQuarters(quarter, -1));
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);
  return (against: Against, good: "up" | "down", kind: "money" | "share"): TrendProps | null => {
    const moved = movementOf(against.value, against.previous, good);
    if (!moved) return null;
    const { direction, tone, difference, share } = moved;
    const by =
      kind === "share"
        ? t("portfolio.points", { points: signed(difference, number(difference * 100, 0)) })
        : share === null
          ? signed(difference, shortMoney(difference as Minor))
          : signed(share, percent(share, 0));
    return { direction, tone, text: t("portfolio.against", { by, quarter: before }) };
  };
}

/** The figures that an executive reads first: value, proof, cost, return, promise. */
export function Headline({ board }: { board: HeadlineAnswer }) {
  const { t, money, shortMoney, percent, quarter: say } = useSpeech();
  const { now, against, cumulative, quarter, departmentId, asOf } = board;
  const trend = useTrend(quarter);
  const here = { quarter, departmentId, asOf };
  const all = { until: quarter, departmentId, asOf };
  const yearAgo = (text: string) => t("portfolio.last-year", { quarter: say(addQuarters(quarter, -4)), value: text });
  return (
    <FigureGrid label={t("portfolio.headline")}>
      <Figure
        size="large"
        label={t("measurement.realised")}
        value={shortMoney(now.realised)}
        title={money(now.realised)}
        href={now.realised === null ? undefined : drill("reports", here)}
        trend={trend(against.realised, "up", "money")}
        comparison={t("portfolio.promised", {
          amount: shortMoney(against.realised.promised as Minor | null),
          kept: percent(now.kept, 0),
        })}
        note={yearAgo(shortMoney(against.realised.lastYear as Minor | null))}
      />
      <Figure
        size="large"
        label={t("portfolio.proven")}
        value={shortMoney(now.proven)}
        title={money(now.proven)}
        href={now.proven === null ? undefined : drill("reports", { ...here, evidence: "proven" })}
        trend={trend(against.proven, "up", "money")}
        mark={
          <Meter
            label={t("portfolio.proven-share")}
            value={now.provenShare}
            text={percent(now.provenShare, 0)}
            tone={now.provenShare !== null && now.provenShare >= 0.5 ? "good" : "warning"}
          />
        }
        note={yearAgo(shortMoney(against.proven.lastYear as Minor | null))}
      />
      <Figure
        size="large"
        label={t("portfolio.cost")}
        value={shortMoney(now.cost)}
        title={money(now.cost)}
        href={now.cost === null ? undefined : drill("costs", here)}
        trend={trend(against.cost, "down", "money")}
        comparison={t("portfolio.promised-cost", { amount: shortMoney(against.cost.promised as Minor | null) })}
        note={t("portfolio.run-cost", { amount: shortMoney(now.runCost) })}
      />
      <Figure
        size="large"
        label={t("portfolio.quarter-roi")}
        value={percent(now.roi, 0)}
        trend={trend(against.roi, "up", "share")}
        comparison={t("portfolio.proven-only", { roi: percent(now.provenRoi, 0) })}
        note={t("portfolio.promised-roi", { roi: percent(now.forecastRoi, 0) })}
        formula={
          <Formula
            expression={t("portfolio.formula.quarter-roi")}
            inputs={[
              { name: t("measurement.realised"), value: money(now.realised), href: drill("reports", here) },
              {
                name: t("portfolio.proven"),
                value: money(now.proven),
                href: drill("reports", { ...here, evidence: "proven" }),
              },
              { name: t("portfolio.run-cost-only"), value: money(now.runCost), href: drill("costs", here) },
            ]}
          />
        }
      />
      <Figure
        size="large"
        label={t("portfolio.cumulative-roi")}
        value={percent(cumulative.roi, 0)}
        trend={trend(against.cumulativeRoi, "up", "share")}
        comparison={t("portfolio.proven-only", { roi: percent(cumulative.provenRoi, 0) })}
        note={cumulative.first && t("portfolio.since", { quarter: say(cumulative.first) })}
        formula={
          <Formula
            expression={t("portfolio.formula.cumulative-roi")}
            inputs={[
              { name: t("portfolio.all-value"), value: money(cumulative.realised), href: drill("reports", all) },
              {
                name: t("portfolio.all-proven"),
                value: money(cumulative.proven),
                href: drill("reports", { ...all, evidence: "proven" }),
              },
              { name: t("portfolio.all-cost"), value: money(cumulative.cost), href: drill("costs", all) },
            ]}
          />
        }
      />
      <Figure
        size="large"
        label={t("portfolio.kept")}
        value={percent(cumulative.kept, 0)}
        href={drill("cases", all)}
        comparison={t("portfolio.kept-of", {
          realised: shortMoney(cumulative.realised),
          promised: shortMoney(cumulative.forecast),
        })}
        note={t("portfolio.kept-now", { kept: percent(now.kept, 0) })}
      />
    </FigureGrid>
  );
}
