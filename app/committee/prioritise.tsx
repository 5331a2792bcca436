import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Chart } from "#app/ui/chart";
import { Select } from "#app/ui/choice";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { FilterBar } from "#app/ui/navigation";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { addressOf, MOST_BUBBLES, PAGE_SIZE } from "./choice";
import { asMinor } from "./filter-words";
import type { PrioritisePage } from "./prioritise.server";
import { Checks, QUADRANT_TONES, RankFormula } from "./rank-row";
import { QUADRANT_THRESHOLD, QUADRANTS, RANKED_STAGES } from "./ranking";
import { Funnel, Unplaced } from "./stopped";

function Bubbles({ bubbles, shown }: PrioritisePage) {
  const { t, tell } = useSpeech();
  return (
    <Chart
      caption={t("prioritise.chart")}
      height="tall"
      format={{ style: "money" }}
      note={shown > bubbles.length ? t("prioritise.chart.first", { drawn: MOST_BUBBLES, all: shown }) : undefined}
      description={{
        kind: "bubbles",
        labelHeader: t("prioritise.case"),
        sizeLabel: t("prioritise.field.npvP50Minor"),
        x: { label: t("prioritise.field.complexity"), min: 0, max: 100, threshold: QUADRANT_THRESHOLD },
        y: { label: t("prioritise.field.value"), min: 0, max: 100, threshold: QUADRANT_THRESHOLD },
        quadrants: [
          t("prioritise.quadrants.quick-win"),
          t("prioritise.quadrants.strategic-bet"),
          t("prioritise.quadrants.fill-in"),
          t("prioritise.quadrants.avoid"),
        ],
        points: bubbles.map((bubble) => ({
          label: `${bubble.reference} ${tell(bubble.title)}`,
          x: bubble.complexity,
          y: bubble.value,
          size: bubble.npv,
          href: `/use-cases/${bubble.reference}`,
          group: t(`use-cases.stage.${bubble.stage}`),
        })),
      }}
    />
  );
}

function RankedList({ ranked, choice, shown, mayExcept }: PrioritisePage) {
  const { t, tell, number, wholeMoney, percent } = useSpeech();
  const last = Math.ceil(shown / PAGE_SIZE);
  return (
    <>
      <DataTable
        caption={t("prioritise.ranked")}
        hideCaption
        narrow="cards"
        rows={ranked}
        rowKey={(row) => row.reference}
        rowHref={(row) => `/use-cases/${row.reference}`}
        columns={[
          { key: "rank", header: t("prioritise.rank"), cell: (row) => number(row.rank), numeric: true, width: "fit" },
          {
            key: "case",
            header: t("prioritise.case"),
            cell: (row) => `${row.reference} ${tell(row.title)}`,
            rowHeader: true,
            width: "medium",
          },
          {
            key: "department",
            header: t("prioritise.department"),
            cell: (row) => tell(row.department),
            hideNarrow: true,
          },
          {
            key: "quadrant",
            width: "fit",
            header: t("prioritise.quadrant"),
            cell: (row) => (
              <Badge tone={QUADRANT_TONES[row.quadrant]}>{t(`prioritise.quadrant.${row.quadrant}`)}</Badge>
            ),
          },
          {
            key: "filters",
            header: t("prioritise.filters"),
            cell: (row) => (
              <Checks
                checks={row.checks}
                except={mayExcept ? `/prioritise/filters?case=${row.reference}#except` : null}
              />
            ),
          },
          {
            key: "npv",
            header: t("prioritise.risk-adjusted"),
            cell: (row) => wholeMoney(asMinor(row.riskAdjustedNpv)),
            numeric: true,
          },
          {
            key: "roi",
            header: t("prioritise.field.roi"),
            cell: (row) => percent(row.figures.roi, 0),
            numeric: true,
            hideNarrow: true,
          },
          {
            key: "per",
            header: t("prioritise.per-cost"),
            cell: (row) => (row.perCost === null ? t("prioritise.no-cost") : number(row.perCost, 2)),
            numeric: true,
          },
          { key: "why", header: t("prioritise.why.column"), cell: (row) => <RankFormula row={row} />, width: "medium" },
        ]}
      />
      {last > 1 && (
        <Pager
          previous={choice.page > 1 ? addressOf(choice, choice.page - 1) : undefined}
          next={choice.page < last ? addressOf(choice, choice.page + 1) : undefined}
          summary={t("prioritise.page", { page: choice.page, last })}
        />
      )}
    </>
  );
}

/** The cases in order, what the order is made of, and what stops those that do not pass. */
export function Prioritise(page: PrioritisePage) {
  const { t, tell, number } = useSpeech();
  const { choice, departments, ranked, shown, all, passing, byQuadrant } = page;
  const chosen = choice.department !== null || choice.stage !== null;
  return (
    <>
      <PageHeader
        title={t("desk.nav.prioritise")}
        lead={t("prioritise.lead")}
        actions={
          <>
            <ButtonLink href="/prioritise/choice">{t("choice.title")}</ButtonLink>
            <ButtonLink href="/committee">{t("desk.nav.committee")}</ButtonLink>
          </>
        }
      />
      {(all > 0 || chosen) && (
        <FilterBar clear={chosen ? "/prioritise" : undefined}>
          <Select
            name="department"
            label={t("prioritise.department")}
            empty={t("prioritise.department.all")}
            value={choice.department === null ? "" : String(choice.department)}
            options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
          />
          <Select
            name="stage"
            label={t("prioritise.stage")}
            empty={t("prioritise.stage.all")}
            value={choice.stage ?? ""}
            options={RANKED_STAGES.map((stage) => ({ value: stage, label: t(`use-cases.stage.${stage}`) }))}
          />
        </FilterBar>
      )}
      {page.hiddenCount > 0 && (
        <Notice tone="info">
          <a href="/assess">{t("prioritise.hidden", { count: page.hiddenCount })}</a>
        </Notice>
      )}
      {all > 0 && (
        <FigureGrid label={t("prioritise.summary")}>
          <Figure
            label={t("prioritise.count.passing")}
            value={number(passing)}
            note={t(shown < all ? "prioritise.count.among" : "prioritise.count.of", { shown, all })}
          />
          {QUADRANTS.map((quadrant) => (
            <Figure key={quadrant} label={t(`prioritise.quadrants.${quadrant}`)} value={number(byQuadrant[quadrant])} />
          ))}
        </FigureGrid>
      )}
      {shown > 0 ? (
        <>
          <Section title={t("prioritise.chart.title")}>
            <Bubbles {...page} />
          </Section>
          <Section title={t("prioritise.ranked")} lead={t("prioritise.ranked.lead")} keepPlace>
            <RankedList {...page} ranked={ranked} />
          </Section>
        </>
      ) : (
        <Empty
          title={t("prioritise.none")}
          action={
            page.mayAssess ? (
              <ButtonLink href="/assess">{t("desk.nav.assess")}</ButtonLink>
            ) : (
              <ButtonLink href="/pipeline">{t("desk.nav.pipeline")}</ButtonLink>
            )
          }
        >
          {t(page.mayAssess ? "prioritise.none.next" : "prioritise.none.others")}
        </Empty>
      )}
      <Funnel {...page} />
      <Unplaced {...page} />
    </>
  );
}
