import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, PageHeader, Prose, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { AgendaEntry } from "./agenda-entry";
import { Attendance } from "./attendance";
import { CancelledAgenda, CancelSession } from "./cancel-session";
import { CloseSession } from "./close-session";
import type { SessionPage } from "./session-page.server";
import { Opinions, Replan, ShortlistTools } from "./session-tools";
import { UndecidedVotes } from "./undecided-votes";

const EVERY_MS = 4_000;

function Candidates({ candidates }: SessionPage) {
  const { t, tell } = useSpeech();
  if (candidates.length === 0) return null;
  return (
    <Section title={t("committee.candidates")} lead={t("committee.candidates.lead")}>
      <DataTable
        caption={t("committee.candidates")}
        hideCaption
        rows={candidates}
        rowKey={(candidate) => candidate.reference}
        narrow="cards"
        columns={[
          {
            key: "title",
            header: t("committee.case"),
            cell: (candidate) => (
              <a href={`/use-cases/${candidate.reference}`}>
                <Unbroken>
                  {candidate.reference} · {tell(candidate.title)}
                </Unbroken>
              </a>
            ),
            rowHeader: true,
          },
          {
            key: "why",
            header: t("committee.candidates.why"),
            cell: ({ why }) => <Badge>{t(`committee.candidates.why.${why}`)}</Badge>,
            width: "fit",
          },
          {
            key: "add",
            header: t("committee.agenda.add"),
            cell: ({ reference }) => (
              <form method="post">
                <Hidden values={{ intent: "agenda-add", reference }} />
                <Button variant="quiet" aria-label={t("committee.agenda.add.one", { reference })}>
                  {t("committee.agenda.add")}
                </Button>
              </form>
            ),
            width: "fit",
          },
        ]}
      />
    </Section>
  );
}

/** A session: who is there, what is on the table, what was decided. Closed, it reads and prints as its minutes. */
export function SessionView(page: SessionPage) {
  const { t, date, moment, tell } = useSpeech();
  const { number, heldOn, status, chair, agenda, mayPlan, notes, frozenAt, signed, cancelled } = page;
  const open = status === "planned";
  return (
    <>
      <PageHeader
        title={t("committee.session", { number })}
        crumbs={[{ label: t("committee.title"), href: "/committee" }, { label: t("committee.session", { number }) }]}
        lead={t("committee.session.lead", { date: date(heldOn), chair: chair ?? t("desk.nobody") })}
        meta={
          <>
            <Badge tone={open ? "accent" : "neutral"}>{t(`committee.status.${status}`)}</Badge>
            {open && frozenAt !== null && (
              <Badge>{t("committee.shortlist.as-of", { at: moment(new Date(frozenAt)) })}</Badge>
            )}
            {signed && <Badge tone="good">{t("committee.signed.short")}</Badge>}
          </>
        }
        actions={
          <>
            {agenda.length > 0 && (
              <ButtonLink href={`/assess/agreement?set=session-${number}`}>
                {t("committee.agreement.of-session")}
              </ButtonLink>
            )}
            {status === "closed" && (
              <ButtonLink href={`/committee/${number}/minutes.md`} download>
                {t("committee.minutes.download")}
              </ButtonLink>
            )}
          </>
        }
      />
      {cancelled && (
        <Notice
          tone="info"
          title={t("committee.cancelled.by", { name: cancelled.by, at: moment(new Date(cancelled.at)) })}
        >
          {tell(cancelled.reason)}
        </Notice>
      )}
      {page.early && <Notice tone="info">{t("committee.early", { date: date(heldOn) })}</Notice>}
      {/* Several people hold a session together: what one does, the others see. */}
      <div data-enhance={open ? "follow beside" : undefined} data-every={EVERY_MS} className="stack">
        {!cancelled && (
          <div id="attendance" data-follow-part="">
            <Attendance page={page} />
          </div>
        )}
        {!cancelled && <Opinions page={page} />}
        <Section title={t(status === "closed" ? "committee.minutes" : "committee.agenda")}>
          {cancelled ? (
            <CancelledAgenda agenda={agenda} />
          ) : agenda.length ? (
            agenda.map((entry) => (
              <div key={entry.reference} id={`entry-${entry.reference}`} data-follow-part="">
                <AgendaEntry entry={entry} page={page} />
              </div>
            ))
          ) : (
            <Empty title={t("committee.agenda.empty")}>{t("committee.agenda.empty.next")}</Empty>
          )}
        </Section>
        {open && (
          <div id="undecided-votes" data-follow-part="">
            <UndecidedVotes agenda={agenda} />
          </div>
        )}
      </div>
      {open && mayPlan && <Replan page={page} />}
      {open && mayPlan && <ShortlistTools page={page} />}
      {open && mayPlan && <Candidates {...page} />}
      {notes && (
        <Section title={t("committee.notes")}>
          <Prose>{tell(notes)}</Prose>
        </Section>
      )}
      {signed && (
        <p>
          {t("committee.signed", { name: signed.by, at: moment(new Date(signed.at)), hash: signed.hash.slice(0, 12) })}{" "}
          {t("committee.signed.proof")}
        </p>
      )}
      {page.maySign && (
        <ConfirmForm
          label={t("committee.sign")}
          consequence={t("committee.sign.consequence")}
          submit={t("committee.sign.submit")}
          intent="sign"
          variant="primary"
        />
      )}
      {open && page.mayClose && !page.early && <CloseSession agenda={agenda} />}
      {page.mayCancel && <CancelSession />}
    </>
  );
}
