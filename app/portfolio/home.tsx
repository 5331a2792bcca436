import { sentenceOf as warningSentence } from "#app/delivery/running/warnings";
import { useSpeech } from "#app/locales/use-speech";
import { rolesInOneLine } from "#app/people/role-words";
import { sentenceOf, wordsOf } from "#app/people/told";
import { ButtonLink } from "#app/ui/button";
import { LinkList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Empty, PageHeader, Section, Split } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { FirstSteps } from "./first-steps-list";
import { Headline } from "./headline";
import type { HomePage } from "./home.server";
import { Waiting } from "./waiting";

/** What the reader may expect of a case, or was told of it. */
function WhatBecame({ promised, relookOn, stageReason }: HomePage["mine"][number]) {
  const { t, tell, date } = useSpeech();
  if (promised) {
    return (
      <>
        {t("home.answer.due", { date: date(promised.dueOn) })}{" "}
        {promised.late && <Badge tone="bad">{t("home.answer.late")}</Badge>}
      </>
    );
  }
  return (
    <>
      {relookOn && <Badge tone="accent">{t("home.answer.relook", { date: date(relookOn) })}</Badge>} {tell(stageReason)}
    </>
  );
}

/** Running POCs that are, or are about to be, beyond what was agreed; and amendments to sign. */
function Pocs({ pocs: { alerts, toSign } }: HomePage) {
  const speech = useSpeech();
  const { t, tell } = speech;
  if (alerts.length + toSign.length === 0) return null;
  return (
    <Section title={t("delivery.warning.home")} lead={t("delivery.warning.home.lead")}>
      <LinkList
        items={[
          ...toSign.map(({ id, reference, title }) => ({
            key: `sign-${id}`,
            href: `/use-cases/${reference}/poc#amendments`,
            label: `${reference} · ${tell(title)}`,
            note: t("delivery.warning.home.sign"),
          })),
          ...alerts.map((alert) => ({
            key: alert.reference,
            href: `/use-cases/${alert.reference}/poc#pace`,
            label: `${alert.reference} · ${tell(alert.title)}`,
            note: alert.warnings.map((warning) => warningSentence(warning, alert, speech)).join(" "),
          })),
        ]}
      />
    </Section>
  );
}

function News({ news }: HomePage) {
  const speech = useSpeech();
  const { t, date } = speech;
  if (news.length === 0) return null;
  return (
    <Section title={t("home.news")} actions={<ButtonLink href="/notifications">{t("home.news.all")}</ButtonLink>}>
      <LinkList
        items={news.map((line) => ({
          key: line.id,
          href: `/notifications/${line.id}`,
          label: sentenceOf(line, speech),
          note: wordsOf(line, speech),
          end: date(line.day),
        }))}
      />
    </Section>
  );
}

function Mine({ mine, mineInAll, maySubmit }: HomePage) {
  const { t, tell, date, number } = useSpeech();
  const more = mineInAll > mine.length;
  return (
    <Section
      title={t("home.mine")}
      actions={more && <ButtonLink href="/use-cases?mine=yes">{t("home.mine.all")}</ButtonLink>}
      lead={more && t("home.mine.shown", { shown: number(mine.length), count: number(mineInAll) })}
    >
      {mine.length ? (
        <DataTable
          caption={t("home.mine")}
          hideCaption
          narrow="cards"
          rows={mine}
          rowKey={(row) => row.reference}
          rowHref={(row) => `/use-cases/${row.reference}`}
          columns={[
            {
              key: "title",
              header: t("home.case"),
              cell: (row) => `${row.reference} · ${tell(row.title)}`,
              rowHeader: true,
            },
            {
              key: "stage",
              header: t("home.stage"),
              cell: (row) => <Badge>{t(`use-cases.stage.${row.stage ?? "unknown"}`)}</Badge>,
              width: "fit",
            },
            { key: "since", header: t("home.since"), cell: (row) => date(row.stageSince), width: "fit" },
            {
              key: "reason",
              header: t("home.answer"),
              cell: (row) => <WhatBecame {...row} />,
            },
          ]}
        />
      ) : (
        <Empty
          title={t("home.mine.none")}
          action={maySubmit && <ButtonLink href="/use-cases/new">{t("desk.nav.new")}</ButtonLink>}
        >
          {t("home.mine.none.next")}
        </Empty>
      )}
    </Section>
  );
}

function Campaigns({ campaigns }: Pick<HomePage, "campaigns">) {
  const { t, tell } = useSpeech();
  return (
    <Section title={t("campaigns.home.title")}>
      <LinkList
        items={campaigns.map(({ slug, name, daysLeft, submitted, target }) => ({
          key: slug,
          href: `/campaigns/${slug}`,
          label: tell(name),
          note: t("campaigns.home.note", {
            progress: t("campaigns.progress", { submitted, target }),
            left: t("campaigns.days-left", { days: daysLeft }),
          }),
        }))}
      />
    </Section>
  );
}

function Health({ unknownStage, withoutPassword, openQuarters }: NonNullable<HomePage["health"]>) {
  const { t, number } = useSpeech();
  return (
    <Section title={t("home.health")}>
      <LinkList
        items={[
          {
            key: "unknown",
            href: "/use-cases?stage=none",
            label: t("home.health.unknown"),
            end: number(unknownStage),
          },
          {
            key: "people",
            href: "/people?status=waiting",
            label: t("home.health.password"),
            end: number(withoutPassword),
          },
          { key: "quarters", href: "/quarter", label: t("home.health.quarters"), end: number(openQuarters) },
        ]}
      />
    </Section>
  );
}

/** What waits for the reader, what became of their cases, and where their roles lead. */
export function Home(page: HomePage) {
  const speech = useSpeech();
  const { t, date, quarter } = speech;
  const { name, roles, nextSession, headline, firstSteps, health, campaigns } = page;
  return (
    <>
      <PageHeader
        title={t("home.title", { name })}
        lead={roles.length ? rolesInOneLine(speech, roles) : t("home.no-role")}
        actions={<ButtonLink href="/dashboard">{t("desk.nav.dashboard")}</ButtonLink>}
      />
      {firstSteps && <FirstSteps facts={firstSteps} />}
      {headline && (
        <Section title={t("portfolio.dashboard.of", { quarter: quarter(headline.quarter) })}>
          <Headline board={headline} />
        </Section>
      )}
      {!headline && roles.includes("executive") && (
        <Section title={t("home.figures")}>
          <Empty
            title={t("home.figures.none")}
            action={<ButtonLink href="/pipeline">{t("desk.nav.pipeline")}</ButtonLink>}
          >
            {t("home.figures.none.next")}
          </Empty>
        </Section>
      )}
      <Split
        aside={
          <>
            {nextSession && (
              <Section title={t("home.session")}>
                <LinkList
                  items={[
                    {
                      key: "session",
                      href: `/committee/${nextSession.number}`,
                      label: t("home.session.one", { number: nextSession.number }),
                      note: date(nextSession.heldOn),
                    },
                  ]}
                />
              </Section>
            )}
            {campaigns.length > 0 && <Campaigns campaigns={campaigns} />}
            {health && <Health {...health} />}
          </>
        }
      >
        <Waiting {...page} />
        <Pocs {...page} />
        <News {...page} />
        <Mine {...page} />
      </Split>
    </>
  );
}
