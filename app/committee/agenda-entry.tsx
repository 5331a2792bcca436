import { CalibrationBrief } from "#app/business-cases/calibration-answers";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Notice, Panel, Prose, Row } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "#app/use-cases/stage-badge";
import type { AgendaCase } from "./agenda.server";
import { isDecidable } from "./attendance";
import { CaseFigures } from "./case-figures";
import { AskedList } from "./conditions";
import { DecideForm } from "./decide-form";
import type { SessionPage } from "./session-page.server";
import { VotePanel } from "./vote-panel";

const TONES = {
  approve: "good",
  scale: "good",
  "not-now": "warning",
  ask: "warning",
  pivot: "warning",
  reject: "bad",
  stop: "neutral",
  retire: "neutral",
} as const;

function Decision({ entry, session }: { entry: AgendaCase; session: number }) {
  const { t, tell, date, money } = useSpeech();
  const { decision } = entry;
  if (!decision) return null;
  return (
    <>
      <Row>
        <Badge tone={TONES[decision.outcome]}>{t(`committee.outcome-said.${decision.outcome}`)}</Badge>
        {decision.againstRank && (
          <a href={`/committee/${session}/${entry.reference}#against`}>
            <Badge tone="warning">{t("committee.against-rank")}</Badge>
          </a>
        )}
        {decision.againstVotes && (
          <Badge tone="warning">
            {t("committee.against-votes", { vote: t(`committee.vote.${decision.againstVotes}`) })}
          </Badge>
        )}
        {!decision.quorate && <Badge tone="warning">{t("committee.not-quorate")}</Badge>}
        {decision.overridden && (
          <Badge tone="warning">{t("committee.overridden", { count: decision.overridden.length })}</Badge>
        )}
        <span>{t("committee.decided-by", { name: decision.by })}</span>
        {decision.relookOn && <span>{t("committee.relook", { date: date(decision.relookOn) })}</span>}
        {decision.budgetMinor !== null && (
          <span>{t("committee.budget.granted", { amount: money(decision.budgetMinor) })}</span>
        )}
      </Row>
      <Prose>{tell(decision.reason)}</Prose>
      <AskedList label={t("committee.asked")} asked={entry.asked} />
      <p>
        <a href={`/committee/${session}/${entry.reference}`}>{t("committee.record.open")}</a>
      </p>
    </>
  );
}

/** One case on the table: what the committee sees of it, and what it decided or the form to decide. */
export function AgendaEntry({ entry, page }: { entry: AgendaCase; page: SessionPage }) {
  const { t, tell, number } = useSpeech();
  const open = page.status === "planned" && !entry.decision;
  const { reference, figures } = entry;
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
      <CaseFigures
        figures={entry.figures}
        reference={reference}
        scoresHidden={entry.scoresHidden}
        kept={entry.kept ? `/committee/${page.number}/${reference}` : null}
        moved={entry.moved}
        now={entry.now}
        first={[{ term: t("committee.department"), value: tell(entry.department) || t("desk.unknown") }]}
      />
      {open && entry.alsoOn !== null && (
        <Notice tone="warning">
          <a href={`/committee/${entry.alsoOn}#${reference}`}>
            {t("committee.agenda.twice", { reference, session: entry.alsoOn })}
          </a>{" "}
          {page.mayPlan && t("committee.agenda.twice.next")}
        </Notice>
      )}
      {open && (
        <Row>
          <Badge tone={figures.assessments > 0 ? "good" : "warning"}>
            {t("committee.assessments", { count: figures.assessments })}
          </Badge>
          <Badge tone={entry.hasBusinessCase ? "good" : "warning"}>
            {t(entry.hasBusinessCase ? "committee.business-case" : "committee.no-business-case")}
          </Badge>
          {figures.filtersFailed > 0 && (
            <Badge tone="warning">
              {t("committee.filters-failed", { count: figures.filtersFailed, text: number(figures.filtersFailed) })}
            </Badge>
          )}
        </Row>
      )}
      <CalibrationBrief answers={entry.calibration} />
      <Decision entry={entry} session={page.number} />
      <div id={`votes-${reference}`} data-follow-part="">
        <VotePanel entry={entry} closed={page.status === "closed"} />
      </div>
      {page.status === "closed" && !entry.decision && (
        <Row>
          <StageBadge stage={entry.stage} />
          <span>{t("committee.undecided")}</span>
        </Row>
      )}
      {open && entry.scoresHidden && !entry.conflicted && (
        <Notice tone="info">
          {t("committee.masked")}{" "}
          <a href={`/use-cases/${reference}/assessment`}>{t("committee.masked.assess", { reference })}</a> ·{" "}
          <a href="/assess">{t("committee.masked.queue")}</a>
        </Notice>
      )}
      {isDecidable(entry, page) && <DecideForm entry={entry} page={page} />}
      {open && entry.conflicted && <Notice tone="info">{t("committee.conflicted")}</Notice>}
      {open && !entry.conflicted && !entry.scoresHidden && !entry.mayDecide && page.chairs && (
        <Notice tone="info">{t("committee.party")}</Notice>
      )}
    </Panel>
  );
}
