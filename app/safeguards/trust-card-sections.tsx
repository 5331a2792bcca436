import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Section } from "#app/ui/page";
import { AiActForm } from "./ai-act-form";
import { CardAnswers, CardCompleteness } from "./card-answers";
import { DataForm } from "./data-form";
import type { GovernancePage } from "./governance-page.server";
import { ScreeningForm } from "./screening-form";
import type { TrustCard } from "./trust-card";

function useAnswers() {
  const { t } = useSpeech();
  return (answer: boolean | null) => (answer === null ? t("desk.unknown") : t(answer ? "desk.yes" : "desk.no"));
}

function Screened({ card }: { card: TrustCard }) {
  const { t, tell, date } = useSpeech();
  const said = useAnswers();
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t("safeguards.field.prohibitedPractice"), value: said(card.prohibitedPractice) },
        { term: t("safeguards.field.customerFacing"), value: said(card.customerFacing) },
        { term: t("safeguards.field.humanInTheLoop"), value: said(card.humanInTheLoop) },
        {
          term: t("safeguards.field.augmentOrReplace"),
          value: card.augmentOrReplace ? t(`safeguards.augment.${card.augmentOrReplace}`) : t("desk.unknown"),
        },
        ...(card.redLineException
          ? [{ term: t("safeguards.field.redLineException"), value: tell(card.redLineException) }]
          : []),
        {
          term: t("safeguards.screened-by"),
          value: card.screenedBy ?? t("safeguards.not-screened"),
          note: card.screenedOn ? date(card.screenedOn) : undefined,
        },
      ]}
    />
  );
}

/** The screening at the door, what the team answers for, and legal's word on the AI Act. */
export function TrustCardSections({ page }: { page: GovernancePage }) {
  const { t, tell, date } = useSpeech();
  const { card } = page;
  return (
    <>
      <Section id="screening" title={t("safeguards.screening")} lead={t("safeguards.screening.lead")}>
        <Screened card={card} />
        {page.mayScreen && <ScreeningForm page={page} />}
      </Section>
      <Section
        id="trust-card"
        title={t("safeguards.trust-card")}
        lead={t("safeguards.trust-card.lead")}
        actions={<ButtonLink href={`/use-cases/${page.reference}/trust-card`}>{t("trust.print")}</ButtonLink>}
      >
        <CardCompleteness card={card} />
        <CardAnswers card={card} />
        {page.mayWriteCard && <DataForm page={page} />}
      </Section>
      <Section
        id="ai-act"
        title={t("safeguards.ai-act")}
        lead={t("safeguards.ai-act.lead")}
        actions={<ButtonLink href={`/use-cases/${page.reference}/ai-act`}>{t("ai-act.open")}</ButtonLink>}
      >
        {card.aiActClass && card.aiActConfirmedOn ? (
          <DescriptionList
            columns={2}
            items={[
              {
                term: t("safeguards.field.aiActClass"),
                value: (
                  <Badge
                    tone={card.aiActClass === "prohibited" ? "bad" : card.aiActClass === "high" ? "warning" : "good"}
                  >
                    {t(`safeguards.ai-act-class.${card.aiActClass}`)}
                  </Badge>
                ),
              },
              {
                term: t("safeguards.ai-act.confirmed"),
                value: card.aiActConfirmedBy ?? t("desk.product"),
                note: date(card.aiActConfirmedOn),
              },
              { term: t("safeguards.field.aiActBasis"), value: tell(card.aiActBasis) },
            ]}
          />
        ) : (
          <p>{t("safeguards.ai-act.none")}</p>
        )}
        {page.mayClassify && <AiActForm page={page} />}
      </Section>
    </>
  );
}
