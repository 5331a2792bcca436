import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { FilterBar } from "#app/ui/navigation";
import { Notice, PageHeader, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { drill } from "../filters";
import type { ReviewAnswer } from "./read-review.server";
import { MOST_PRESENTED, reviewAddress } from "./review";
import { Candidates } from "./review-candidates";
import { Decisions } from "./review-decisions";
import { PlanForm } from "./review-plan-form";
import { Presented } from "./review-presented";

export type ReviewProps = ReviewAnswer & {
  today: Day;
  mayPlan: boolean;
  mayDecide: boolean;
  /** The departments for which this person may choose what is presented. */
  mayChooseFor: readonly number[];
};

/** The review of a quarter: when, who presents what, how many live cases each department has, and what was decided. */
export function ReviewView(page: ReviewProps) {
  const { t, quarter: say, date } = useSpeech();
  const { quarter, quarters, review, mayPlan, startsAt, until, departments } = page;
  const presenting = departments.some(({ presented }) => presented.length > 0);
  return (
    <>
      <PageHeader
        title={t("review.of", { quarter: say(quarter) })}
        lead={
          review
            ? t("review.when", { date: date(review.heldOn), from: startsAt, until })
            : t("review.lead", { most: MOST_PRESENTED })
        }
        crumbs={[{ label: t("portfolio.dashboard"), href: drill("", { quarter }) }, { label: t("review.title") }]}
      />
      <FilterBar clear={null}>
        <Select
          name="quarter"
          label={t("measurement.quarter")}
          value={quarter}
          width="short"
          options={quarters.map((of) => ({ value: of, label: say(of) }))}
        />
      </FilterBar>
      {!review && <Notice tone="info">{t(mayPlan ? "review.not-planned.plan" : "review.not-planned")}</Notice>}
      <Headline {...page} />
      <Agenda {...page} />
      {page.chosen && <Candidates {...page} />}
      {presenting && <Presented {...page} />}
      {review && <Decisions {...page} />}
      {mayPlan && <PlanForm key={quarter} {...page} />}
    </>
  );
}

function Headline({ departments, figures, quarter }: ReviewProps) {
  const { t, number, money, shortMoney } = useSpeech();
  const there = departments.filter(({ live, liveTarget }) => live >= liveTarget).length;
  const count = (pick: (one: ReviewProps["departments"][number]) => number) =>
    departments.reduce((sum, one) => sum + pick(one), 0);
  return (
    <FigureGrid label={t("review.headline")}>
      <Figure
        label={t("review.live")}
        value={number(count(({ live }) => live))}
        comparison={t("review.live.target", { target: count(({ liveTarget }) => liveTarget) })}
      />
      <Figure
        label={t("review.at-target")}
        value={t("measurement.of", { part: number(there), whole: number(departments.length) })}
      />
      <Figure
        label={t("review.presented")}
        value={number(count(({ presented }) => presented.length))}
        comparison={t("review.presented.most", { most: departments.length * MOST_PRESENTED })}
      />
      <Figure
        label={t("measurement.realised")}
        value={shortMoney(figures.now.realised)}
        title={money(figures.now.realised)}
        comparison={t("measurement.proven-of-it", { amount: shortMoney(figures.now.proven) })}
        href={figures.now.realised === null ? undefined : drill("reports", { quarter })}
      />
    </FigureGrid>
  );
}

function Agenda({ departments, opening, quarter, review, mayChooseFor }: ReviewProps) {
  const { t, tell, number, money } = useSpeech();
  const address = (departmentId: number) => `${reviewAddress(quarter, { departmentId })}#department`;
  return (
    <Section
      title={t("review.agenda")}
      lead={t("review.agenda.lead", { from: opening.from, until: opening.until, most: MOST_PRESENTED })}
    >
      <DataTable
        caption={t("review.agenda")}
        hideCaption
        narrow="cards"
        rows={departments}
        rowKey={({ departmentId }) => departmentId}
        rowHref={({ departmentId }) => address(departmentId)}
        empty={t("review.no-departments")}
        columns={[
          { key: "time", header: t("review.time"), cell: ({ from, until }) => `${from}–${until}`, width: "fit" },
          {
            key: "department",
            header: t("measurement.department"),
            cell: ({ name }) => tell(name),
            rowHeader: true,
          },
          {
            key: "live",
            header: t("review.live"),
            numeric: true,
            short: true,
            cell: ({ live, liveTarget }) => (
              <>
                {t("measurement.of", { part: number(live), whole: number(liveTarget) })}{" "}
                <Badge tone={live >= liveTarget ? "good" : "warning"}>
                  {t(live >= liveTarget ? "review.reached" : "review.below")}
                </Badge>
              </>
            ),
          },
          {
            key: "presented",
            header: t("review.presents"),
            cell: ({ presented, ready, departmentId }) =>
              presented.length > 0
                ? presented.map(({ reference, title }) => (
                    <div key={reference}>
                      <a href={`/use-cases/${reference}`}>{tell(title)}</a>
                    </div>
                  ))
                : review && mayChooseFor.includes(departmentId)
                  ? t("review.choose-among", { count: ready })
                  : t("review.ready", { count: ready }),
          },
          {
            key: "realised",
            header: t("measurement.realised"),
            numeric: true,
            cell: ({ realised }) => money(realised),
          },
          {
            key: "proven",
            header: t("portfolio.proven"),
            numeric: true,
            cell: ({ proven }) => money(proven),
          },
        ]}
      />
    </Section>
  );
}
