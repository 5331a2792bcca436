import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Figure, FigureGrid } from "#app/ui/figure";
import { FormActions, Hidden } from "#app/ui/form";
import { Meter } from "#app/ui/mark";
import { Notice, Row, Section } from "#app/ui/page";
import { StepRefusal } from "./frame";
import { ACTS, type ImportCounts } from "./plan";
import type { Said } from "./said";

export interface RunModel {
  status: "uploaded" | "running" | "done" | "failed";
  percent: number;
  silent: boolean;
  counts: ImportCounts | null;
  problem: Said | null;
  source: string;
  leaveOut: boolean;
  startedAt: number | null;
  finishedAt: number | null;
}

/** An import that runs (the page comes again by itself), has run, or has failed. */
export function RunView({ model, id }: { model: RunModel; id: number }) {
  const { t } = useSpeech();
  const { status, problem, counts } = model;
  if (status === "done" && counts) return <Done model={model} counts={counts} id={id} />;
  if (status === "running") return <Running model={model} />;
  return (
    <>
      <StepRefusal />
      <Notice tone="bad" title={t("imports.failed")}>
        {problem && t(problem.key, problem.values)}
      </Notice>
      <Row>
        <ButtonLink href={`/import/${id}/check`}>{t("imports.back-to-check")}</ButtonLink>
      </Row>
    </>
  );
}

function Running({ model: { percent, silent, leaveOut, startedAt } }: { model: RunModel }) {
  const { t, percent: share, moment } = useSpeech();
  return (
    <Section title={t("imports.running")} lead={t("imports.running.lead")}>
      <Meter label={t("imports.running")} hideLabel value={percent / 100} text={share(percent / 100, 0)} />
      <p>{t("imports.running.since", { at: moment(startedAt === null ? null : new Date(startedAt)) })}</p>
      {silent && (
        <>
          <Notice tone="warning">{t("imports.silent")}</Notice>
          <form method="post" className="form">
            <Hidden values={{ intent: "again", leaveOut: leaveOut ? "yes" : null }} />
            <FormActions>
              <Button variant="quiet">{t("imports.again")}</Button>
            </FormActions>
          </form>
        </>
      )}
    </Section>
  );
}

function Done({ model, counts, id }: { model: RunModel; counts: ImportCounts; id: number }) {
  const { t, number, moment } = useSpeech();
  const { source, finishedAt } = model;
  return (
    <Section
      title={t("imports.done")}
      lead={t("imports.done.lead", { source, at: moment(finishedAt === null ? null : new Date(finishedAt)) })}
    >
      <FigureGrid label={t("imports.done")}>
        {ACTS.map((act) => (
          <Figure key={act} label={t(`imports.was.${act}`)} value={number(counts[act])} />
        ))}
        <Figure label={t("imports.was.departments")} value={number(counts.newDepartments)} />
        <Figure label={t("imports.would.unknown-stages")} value={number(counts.unknownStages)} />
        {(counts.moved ?? 0) > 0 && <Figure label={t("imports.was.moved")} value={number(counts.moved ?? 0)} />}
        {(counts.alike ?? 0) > 0 && <Figure label={t("imports.was.alike")} value={number(counts.alike ?? 0)} />}
        {(counts.gone ?? 0) > 0 && <Figure label={t("imports.was.gone")} value={number(counts.gone ?? 0)} />}
      </FigureGrid>
      <Row>
        <ButtonLink variant="primary" href={`/use-cases?${new URLSearchParams({ source })}`}>
          {t("imports.see-cases")}
        </ButtonLink>
        {counts.refuse > 0 && (
          <ButtonLink href={`/import/${id}/refused.csv`}>{t("imports.refused-rows.download")}</ButtonLink>
        )}
        <ButtonLink href="/import">{t("imports.another")}</ButtonLink>
      </Row>
    </Section>
  );
}
