import { useSpeech } from "#app/locales/use-speech";
import type { Kept } from "#app/people/audit-changes";
import { ChangesList } from "#app/people/audit-changes-list";
import { ButtonLink } from "#app/ui/button";
import { LinkList, Timeline } from "#app/ui/listing";
import { PageHeader, Prose, Section } from "#app/ui/page";
import { incidentNumber } from "#app/use-cases/incident-number";
import { StageBadge } from "#app/use-cases/stage-badge";
import { CardAnswers, CardCompleteness } from "./card-answers";
import type { CardPage } from "./card-page.server";

/** What a person asks of an AI before they trust it, on one page that is printed and handed on. */
export function TrustCardPage({ page }: { page: CardPage }) {
  const { t, tell, date, moment } = useSpeech();
  const { useCase, card, incidents, incidentsInAll, versions } = page;
  const base = `/use-cases/${useCase.reference}`;
  return (
    <>
      <PageHeader
        eyebrow={t("trust.of", { reference: useCase.reference })}
        title={tell(useCase.title)}
        crumbs={[
          { label: t("use-cases.list.title"), href: "/use-cases" },
          { label: useCase.reference, href: base },
        ]}
        lead={tell(useCase.need)}
        meta={
          <>
            <StageBadge stage={useCase.stage} />
            <span>{tell(useCase.department)}</span>
            <span>{t("use-cases.head.owner", { name: useCase.owner ?? t("desk.unknown") })}</span>
            <span>{t("use-cases.head.technical-owner", { name: useCase.technicalOwner ?? t("desk.unknown") })}</span>
            <span>{t("trust.as-of", { date: date(page.today) })}</span>
          </>
        }
        actions={page.mayWrite && <ButtonLink href={`${base}/governance#trust-card`}>{t("trust.edit")}</ButtonLink>}
      />
      <Section id="answers">
        <CardCompleteness card={card} />
        <CardAnswers card={card} />
      </Section>
      <Section id="incidents" title={t("trust.incidents", { count: incidentsInAll })}>
        {incidents.length > 0 && (
          <LinkList
            label={t("incidents.of-case")}
            items={incidents.map((one) => ({
              key: one.id,
              href: `${base}/incidents/${one.id}`,
              label: `${incidentNumber(one.id)} · ${tell(one.title)}`,
              note: date(one.startedOn),
              end: t(`incidents.severity.${one.severity}`),
            }))}
          />
        )}
      </Section>
      {versions.length > 0 && (
        <div className="screen-only">
          <Section id="versions" title={t("trust.versions")} lead={t("trust.versions.lead")}>
            <Timeline
              label={t("trust.versions")}
              items={versions.map((version) => ({
                key: version.version,
                when: moment(new Date(version.at)),
                title: t("trust.version", { number: version.version }),
                who: version.by ?? t("desk.product"),
                body: (
                  <ChangesList
                    names={{}}
                    changes={version.changes.map(({ field, before, after }) => ({
                      field,
                      before: before as Kept,
                      after: after as Kept,
                    }))}
                  />
                ),
              }))}
            />
          </Section>
        </div>
      )}
      <Prose>{t("trust.note")}</Prose>
    </>
  );
}
