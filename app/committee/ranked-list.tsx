import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Badge } from "#app/ui/mark";
import { Row, Stack } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { addressOf, PAGE_SIZE } from "./choice";
import { asMinor } from "./filter-words";
import type { LineView, PrioritisePage, RankedView } from "./prioritise.server";
import { liveSources, RankFormula } from "./rank-formula";
import { Checks, QUADRANT_TONES } from "./rank-row";

/** On which side of the line a case is, where that says something that its place does not. */
export function SideBadge({ side }: { side: RankedView["side"] }) {
  const { t } = useSpeech();
  if (side === "above" || side === "below" || side === "stopped") return null;
  return <Badge tone={side === "fits" ? "accent" : "warning"}>{t(`prioritise.side.${side}`)}</Badge>;
}

/** What stands over the cases above the line, and over those below it. */
function Heading({ line, below }: { line: LineView; below: boolean }) {
  const { t, wholeMoney, number } = useSpeech();
  if (!below) return t("prioritise.line.above", { count: line.above.count });
  return t(`prioritise.line.at.${line.by ?? "both"}`, {
    cost: wholeMoney(asMinor(line.above.cost)),
    people: number(line.above.people, 1),
  });
}

/** The cases in order, with what all down to each of them would take, and the line where that runs out. */
export function RankedList({ ranked, choice, listed, mayExcept, line, said }: PrioritisePage) {
  const { t, tell, number, wholeMoney } = useSpeech();
  const last = Math.ceil(listed / PAGE_SIZE);
  const { at, limits } = line;
  /** What all down to a case take: as far as the one before, and its own. What takes nothing leaves it as it is. */
  const cumulated = ({ side, figures, cost, people }: RankedView, { assumed, people: most }: LineView["limits"]) => {
    const takes = side !== "stopped" && side !== "unknown";
    const own = takes ? (figures.totalCostMinor ?? 0) : 0;
    const needs = takes ? (figures.people ?? assumed ?? 0) : 0;
    return [
      {
        name: t("prioritise.cumulated.cost"),
        value: wholeMoney(asMinor(cost)),
        note: t("prioritise.cumulated.of", {
          before: wholeMoney(asMinor(cost - own)),
          own: wholeMoney(asMinor(own)),
        }),
      },
      ...(most === null
        ? []
        : [
            {
              name: t("prioritise.cumulated.people"),
              value: number(people, 1),
              note: t("prioritise.cumulated.of", { before: number(people - needs, 1), own: number(needs, 1) }),
            },
          ]),
    ];
  };
  const to = (page: number) => addressOf("/prioritise", said, { page: page > 1 ? page : null });
  return (
    <>
      <form method="get" action="/prioritise/compare">
        <DataTable<RankedView>
          caption={t("prioritise.ranked")}
          hideCaption
          narrow="cards"
          rows={ranked}
          rowKey={(row) => row.reference}
          rowHref={(row) => `/use-cases/${row.reference}`}
          groupOf={at === null ? undefined : (row) => (row.rank > at ? "below" : "above")}
          groupHeading={(group) => <Heading line={line} below={group === "below"} />}
          columns={[
            {
              key: "tick",
              header: <span className="visually-hidden">{t("compare.tick-column")}</span>,
              tick: true,
              width: "fit",
              cell: ({ reference }) => (
                <input type="checkbox" name="case" value={reference} aria-label={t("compare.tick", { reference })} />
              ),
            },
            { key: "rank", header: t("prioritise.rank"), cell: (row) => number(row.rank), numeric: true, width: "fit" },
            {
              key: "case",
              header: t("prioritise.case"),
              cell: (row) => `${row.reference} ${tell(row.title)}`,
              rowHeader: true,
              width: "medium",
            },
            {
              key: "state",
              header: t("prioritise.state"),
              width: "medium",
              cell: (row) => (
                <Stack gap="tight">
                  <Row>
                    <Badge tone={QUADRANT_TONES[row.quadrant]}>{t(`prioritise.quadrant.${row.quadrant}`)}</Badge>
                    <SideBadge side={row.side} />
                  </Row>
                  <Checks
                    checks={row.checks}
                    except={mayExcept ? `/prioritise/filters?case=${row.reference}#except` : null}
                  />
                  <span className="hint">{tell(row.department)}</span>
                </Stack>
              ),
            },
            {
              key: "npv",
              header: t("prioritise.risk-adjusted"),
              cell: (row) => wholeMoney(asMinor(row.riskAdjustedNpv)),
              numeric: true,
            },
            {
              key: "per",
              header: t("prioritise.per-cost"),
              cell: (row) => (row.perCost === null ? t("prioritise.no-cost") : number(row.perCost, 2)),
              numeric: true,
            },
            {
              key: "cost",
              header: t("prioritise.cumulated.cost"),
              cell: (row) => wholeMoney(asMinor(row.cost)),
              numeric: true,
            },
            ...(limits.people === null
              ? []
              : [
                  {
                    key: "people",
                    header: t("prioritise.cumulated.people"),
                    cell: (row: RankedView) => number(row.people, 1),
                    numeric: true,
                  },
                ]),
            {
              key: "why",
              header: t("prioritise.why.column"),
              cell: (row) => (
                <RankFormula
                  basis={{ ...row.figures, ...row }}
                  at={liveSources(row.reference)}
                  more={cumulated(row, limits)}
                />
              ),
            },
          ]}
        />
        <p>
          <Button variant="quiet">{t("compare.ticked")}</Button>
        </p>
      </form>
      {last > 1 && (
        <Pager
          previous={choice.page > 1 ? to(choice.page - 1) : undefined}
          next={choice.page < last ? to(choice.page + 1) : undefined}
          summary={t("prioritise.page", { page: choice.page, last })}
        />
      )}
    </>
  );
}
