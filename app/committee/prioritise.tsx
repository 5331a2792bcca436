import type { Misreading } from "#app/kernel/misread";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { Figure, FigureGrid } from "#app/ui/figure";
import { MisreadNotice } from "#app/ui/misread";
import { FilterBar } from "#app/ui/navigation";
import { Empty, Notice, PageHeader, Section } from "#app/ui/page";
import { Carried } from "./carried";
import { addressOf, MOST_DRAWN, type Only } from "./choice";
import { LineForm, LineSummary } from "./line-form";
import { BubbleMap } from "./map/bubble-map";
import type { PrioritisePage } from "./prioritise.server";
import { RankedList } from "./ranked-list";
import { QUADRANTS, RANKED_STAGES } from "./ranking";
import { Funnel, Unplaced } from "./stopped";

const PATH = "/prioritise";

/** The cases in order, what the order is made of, and what stops those that do not pass. */
export function Prioritise({ misreading, ...page }: PrioritisePage & { misreading: Misreading }) {
  const { t, tell, number } = useSpeech();
  const { choice, departments, shown, all, passing, byQuadrant, said } = page;
  const narrowedTo = (only: Only) => `${addressOf(PATH, said, { only, page: null })}#ranked`;
  const chosen = choice.department !== null || choice.stage !== null;
  return (
    <>
      <PageHeader
        title={t("desk.nav.prioritise")}
        lead={t("prioritise.lead")}
        actions={
          <>
            <ButtonLink href={addressOf("/prioritise/what-if", said, { page: null, cell: null, rows: null })}>
              {t("prioritise.what-if")}
            </ButtonLink>
            <ButtonLink href="/prioritise/compare">{t("prioritise.compare")}</ButtonLink>
            <ButtonLink href="/prioritise/choice">{t("choice.title")}</ButtonLink>
            <ButtonLink href="/committee">{t("desk.nav.committee")}</ButtonLink>
          </>
        }
      />
      <MisreadNotice {...misreading} />
      {(all > 0 || chosen) && (
        <FilterBar clear={chosen ? addressOf(PATH, said, { department: null, stage: null, page: null }) : undefined}>
          <Carried said={said} without={["department", "stage", "page", "cell", "rows"]} />
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
            href={passing > 0 ? narrowedTo("passing") : undefined}
            note={t(shown < all ? "prioritise.count.among" : "prioritise.count.of", { shown, all })}
            comparison={
              page.excepted > 0 ? (
                <a href={narrowedTo("excepted")}>{t("prioritise.count.excepted", { count: page.excepted })}</a>
              ) : undefined
            }
          />
          {QUADRANTS.map((quadrant) => (
            <Figure
              key={quadrant}
              label={t(`prioritise.quadrants.${quadrant}`)}
              value={number(byQuadrant[quadrant])}
              href={byQuadrant[quadrant] > 0 ? narrowedTo(quadrant) : undefined}
            />
          ))}
        </FigureGrid>
      )}
      {shown > 0 ? (
        <>
          <Section
            title={t("prioritise.chart.title")}
            lead={shown > MOST_DRAWN ? t("prioritise.chart.first", { drawn: MOST_DRAWN, shown }) : undefined}
          >
            <BubbleMap {...page} path={PATH} />
          </Section>
          <Section title={t("prioritise.line")} lead={t("prioritise.line.lead")} id="line">
            <LineForm {...page} path={`${PATH}#line`} />
            <LineSummary {...page} />
          </Section>
          <Section id="ranked" title={t("prioritise.ranked")} lead={t("prioritise.ranked.lead")} keepPlace>
            {choice.only && (
              <p>
                {t(`prioritise.only.${choice.only}`, { count: page.listed })}{" "}
                <a href={`${addressOf(PATH, said, { only: null, page: null })}#ranked`}>{t("prioritise.only.all")}</a>
              </p>
            )}
            <RankedList {...page} />
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
