import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { CaseLink } from "./case-link";
import { filterRule } from "./filter-words";
import type { FunnelStep } from "./filters";
import type { FunnelCount } from "./funnel-cases";
import { CountLink } from "./funnel-cases-view";
import type { PrioritisePage } from "./prioritise.server";
import type { Missing } from "./ranking";

/** How many cases each filter is the first to stop. */
export function Funnel({ funnel, mayEdit, taking, choice }: PrioritisePage) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const counted = ({ filter }: FunnelStep, of: FunnelCount, count: number) => (
    <CountLink filterId={filter.id} of={of} count={count} choice={choice} />
  );
  return (
    <Section
      title={t("prioritise.funnel")}
      lead={t("prioritise.funnel.lead", { count: taking })}
      actions={
        <ButtonLink href="/prioritise/filters">
          {t(mayEdit ? "prioritise.filters.edit" : "prioritise.filters.see")}
        </ButtonLink>
      }
    >
      <DataTable
        caption={t("prioritise.funnel")}
        hideCaption
        narrow="cards"
        rows={funnel}
        rowKey={({ filter }) => filter.id}
        empty={t("prioritise.filters.none")}
        columns={[
          { key: "filter", header: t("prioritise.filter"), cell: ({ filter }) => tell(filter.name), rowHeader: true },
          { key: "rule", header: t("prioritise.rule"), cell: ({ filter }) => filterRule(speech, filter) },
          {
            key: "entered",
            header: t("prioritise.funnel.entered"),
            cell: (step) => counted(step, "entered", step.entered),
            numeric: true,
          },
          {
            key: "stopped",
            header: t("prioritise.funnel.stopped"),
            cell: (step) => counted(step, "stopped", step.stopped),
            numeric: true,
          },
          {
            key: "missing",
            header: t("prioritise.funnel.missing"),
            cell: (step) => counted(step, "missing", step.missing),
            numeric: true,
          },
          {
            key: "failed",
            header: t("prioritise.funnel.failed"),
            cell: (step) => counted(step, "failed", step.failedInAll),
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}

const PLACES = {
  assessment: "assessment",
  "own-assessment": "assessment",
  "business-case": "business-case",
} as const satisfies Record<Missing, string>;

/** The cases that lack what a rank is made of, each with the way to it. */
export function Unplaced({ unplaced, unplacedCount }: PrioritisePage) {
  const { t, tell } = useSpeech();
  if (unplacedCount === 0) return null;
  return (
    <Section
      title={t("prioritise.unplaced")}
      lead={t(unplaced.length < unplacedCount ? "prioritise.unplaced.lead-first" : "prioritise.unplaced.lead", {
        count: unplacedCount,
        shown: unplaced.length,
      })}
    >
      <DataTable
        caption={t("prioritise.unplaced")}
        hideCaption
        narrow="cards"
        rows={unplaced}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "case",
            header: t("prioritise.case"),
            cell: ({ reference, title }) => <CaseLink reference={reference} title={title} />,
            rowHeader: true,
          },
          { key: "department", header: t("prioritise.department"), cell: ({ department }) => tell(department) },
          {
            key: "missing",
            header: t("prioritise.missing"),
            cell: ({ reference, missing }) => (
              <Row>
                {missing.map((what) => (
                  <a key={what} href={`/use-cases/${reference}/${PLACES[what]}`}>
                    {t(`prioritise.missing.${what}`)}
                  </a>
                ))}
              </Row>
            ),
          },
        ]}
      />
    </Section>
  );
}
