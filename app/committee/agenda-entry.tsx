import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Checkbox, RadioGroup } from "#app/ui/choice";
import { DateField, TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Panel, Prose, Row } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { HiddenScore } from "#app/use-cases/hidden-scores";
import { StageBadge } from "#app/use-cases/stage-badge";
import { isDecidable, Seats } from "./attendance";
import type { AgendaCase, SessionPage } from "./session-page.server";

const TONES = {
  approve: "good",
  scale: "good",
  "not-now": "warning",
  pivot: "warning",
  reject: "bad",
  stop: "neutral",
  retire: "neutral",
} as const;

function Facts({ entry }: { entry: AgendaCase }) {
  const { t, tell, number, wholeMoney } = useSpeech();
  const hidden = entry.scoresHidden ? <HiddenScore reference={entry.reference} /> : null;
  return (
    <DescriptionList
      columns={3}
      items={[
        { term: t("committee.department"), value: tell(entry.department) || t("desk.unknown") },
        { term: t("committee.value"), value: hidden ?? number(entry.value, 0) },
        { term: t("committee.complexity"), value: hidden ?? number(entry.complexity, 0) },
        { term: t("committee.npv"), value: wholeMoney(entry.npvMinor) },
        {
          term: t("committee.payback"),
          value:
            entry.paybackQuarters === null
              ? t(entry.npvMinor === null ? "committee.unknown" : "committee.never")
              : t("committee.quarters", { count: entry.paybackQuarters, text: number(entry.paybackQuarters, 1) }),
        },
        {
          term: t("committee.rank"),
          value:
            hidden ??
            (entry.rank === null
              ? t("committee.unranked")
              : t("committee.rank.of", { rank: entry.rank, ranked: entry.ranked ?? 0 })),
        },
      ]}
    />
  );
}

function Decision({ entry }: { entry: AgendaCase }) {
  const { t, tell, date } = useSpeech();
  const { decision } = entry;
  if (!decision) return null;
  return (
    <>
      <Row>
        <Badge tone={TONES[decision.outcome]}>{t(`committee.outcome-said.${decision.outcome}`)}</Badge>
        {decision.againstRank && <Badge tone="warning">{t("committee.against-rank")}</Badge>}
        {decision.overridden && (
          <Badge tone="warning">{t("committee.overridden", { count: decision.overridden.length })}</Badge>
        )}
        <span>{t("committee.decided-by", { name: decision.by })}</span>
        {decision.relookOn && <span>{t("committee.relook", { date: date(decision.relookOn) })}</span>}
      </Row>
      <Prose>{tell(decision.reason)}</Prose>
    </>
  );
}

function DecideForm({ entry, page }: { entry: AgendaCase; page: SessionPage }) {
  const { t, tell } = useSpeech();
  const form = useForm("decide", { reference: entry.reference });
  const { refusal, rejection } = form;
  const at = (name: string) => `${name}-${entry.reference}`;
  const fieldOf = (name: string, stored?: string) => ({ ...form.field(name, stored), id: at(name) });
  const ticked = (name: string) => rejection?.typed[name] === "yes";
  return (
    <Disclosure summary={t("committee.decide")} open={rejection !== undefined}>
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action={`#${entry.reference}`} className="form">
        <ErrorSummary
          errors={Object.fromEntries(Object.entries(form.errors).map(([name, text]) => [at(name), text]))}
        />
        <Hidden values={{ intent: "decide", reference: entry.reference }} />
        <RadioGroup
          {...fieldOf("outcome")}
          label={t("committee.outcome")}
          options={entry.outcomes.map((outcome) => ({
            value: outcome,
            label: t(`committee.outcome.${outcome}`),
            hint: t(`committee.outcome.${outcome}.hint`),
          }))}
          required
        />
        <TextArea {...fieldOf("reason")} label={t("committee.reason")} hint={t("committee.reason.hint")} required />
        <DateField {...fieldOf("relookOn")} label={t("committee.relook-on")} hint={t("committee.relook-on.hint")} />
        {entry.outcomes.some((outcome) => outcome === "stop" || outcome === "retire") && (
          <TextArea
            {...fieldOf("learning", tell(entry.learning))}
            label={t("committee.learning")}
            hint={t("committee.learning.hint")}
          />
        )}
        <Checkbox
          name="againstRank"
          id={at("againstRank")}
          label={t("committee.against-rank.tick")}
          checked={ticked("againstRank")}
        />
        <Checkbox
          name="override"
          id={at("override")}
          label={t("committee.override.tick")}
          hint={t("committee.override.hint")}
          checked={ticked("override")}
        />
        {rejection && page.mayPlan && (
          <>
            <Hidden values={{ attendance: "yes" }} />
            <Seats page={page} form={form} id={at("present")} hint={t("committee.attendance.together")} />
          </>
        )}
        <FormActions>
          <Button>{t("committee.decide.submit")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** One case on the table: what the committee sees of it, and what it decided or the form to decide. */
export function AgendaEntry({ entry, page }: { entry: AgendaCase; page: SessionPage }) {
  const { t, tell, number } = useSpeech();
  const open = page.status === "planned" && !entry.decision;
  const { reference } = entry;
  return (
    <Panel
      title={
        <a id={reference} href={`/use-cases/${reference}`}>
          <Unbroken>
            {reference} · {tell(entry.title)}
          </Unbroken>
        </a>
      }
      actions={
        open && page.mayPlan ? (
          <form method="post">
            <Hidden values={{ intent: "agenda-remove", reference }} />
            <Button variant="plain" aria-label={t("committee.agenda.remove.one", { reference })}>
              {t("committee.agenda.remove")}
            </Button>
          </form>
        ) : undefined
      }
    >
      <Facts entry={entry} />
      {open && (
        <Row>
          <Badge tone={entry.assessments > 0 ? "good" : "warning"}>
            {t("committee.assessments", { count: entry.assessments })}
          </Badge>
          <Badge tone={entry.hasBusinessCase ? "good" : "warning"}>
            {t(entry.hasBusinessCase ? "committee.business-case" : "committee.no-business-case")}
          </Badge>
          {entry.filtersFailed !== null && entry.filtersFailed > 0 && (
            <Badge tone="warning">
              {t("committee.filters-failed", { count: entry.filtersFailed, text: number(entry.filtersFailed) })}
            </Badge>
          )}
        </Row>
      )}
      <Decision entry={entry} />
      {page.status === "closed" && !entry.decision && (
        <Row>
          <StageBadge stage={entry.stage} />
          <span>{t("committee.undecided")}</span>
        </Row>
      )}
      {isDecidable(entry, page) && <DecideForm entry={entry} page={page} />}
      {open && !entry.mayDecide && page.mayPlan && <Notice tone="info">{t("committee.party")}</Notice>}
    </Panel>
  );
}
