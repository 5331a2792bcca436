import { type Told, tell } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Prose, Section, Split } from "#app/ui/page";
import type { Card as CardModel } from "./card.server";
import { CardFigures } from "./card-figures";
import { langOf } from "./case-frame";
import { Comments } from "./comments";
import { AI_TYPES, isOffered, SOURCES } from "./content";

/** A use case on one page: its figures, what people said of it, and what was said about it since. */
export function Card({ card }: { card: CardModel }) {
  const { t } = useSpeech();
  const { useCase, standing, comments } = card;
  const texts = [
    ["need", useCase.need],
    ["expectedBenefit", useCase.expectedBenefit],
    ["affected", useCase.affected],
    ["dataInvolved", useCase.dataInvolved],
  ] as const;
  return (
    <>
      {standing && useCase.stage !== "draft" && <CardFigures standing={standing} reference={useCase.reference} />}
      <Split aside={<Facts card={card} />}>
        {texts.map(([field, text]) => (
          <Section key={field} title={t(`use-cases.field.${field}`)}>
            <ToldText text={text} />
          </Section>
        ))}
        {useCase.whyNew && (
          <Section title={t("use-cases.card.why-new")}>
            <ToldText text={useCase.whyNew} />
          </Section>
        )}
        <Comments comments={comments} />
      </Split>
    </>
  );
}

function ToldText({ text }: { text: Told | null }) {
  const { t, locale } = useSpeech();
  const words = tell(text, locale);
  return words ? <Prose lang={langOf(text, locale)}>{words}</Prose> : <p className="hint">{t("desk.unknown")}</p>;
}

function Facts({ card }: { card: CardModel }) {
  const { t, number, moment } = useSpeech();
  const { useCase, author, hours } = card;
  const { peopleAffected, times, timesPer, minutesPerTime, source, aiType, country } = useCase;
  const unknown = t("desk.unknown");
  const volumes = [
    {
      term: t("use-cases.field.peopleAffected"),
      value: peopleAffected === null ? unknown : number(peopleAffected),
    },
    {
      term: t("use-cases.field.times"),
      value: times === null || timesPer === null ? unknown : t(`use-cases.card.times.${timesPer}`, { times }),
    },
    {
      term: t("use-cases.field.minutesPerTime"),
      value: minutesPerTime === null ? unknown : t("use-cases.card.minutes", { minutes: minutesPerTime }),
    },
    {
      term: t("use-cases.card.hours"),
      value: hours === null ? unknown : t("use-cases.card.hours.value", { hours: number(hours, 0) }),
      note: hours === null ? null : t("use-cases.card.hours.formula"),
    },
  ];
  return (
    <>
      <Section title={t("use-cases.card.volumes")}>
        <DescriptionList items={volumes} />
      </Section>
      <Section title={t("use-cases.card.origin")}>
        <DescriptionList
          items={[
            { term: t("use-cases.field.aiType"), value: aiType ? <AiType type={aiType} /> : unknown },
            {
              term: t("use-cases.field.source"),
              value: isOffered(SOURCES, source) ? t(`use-cases.source.${source}`) : source || unknown,
            },
            ...(country ? [{ term: t("use-cases.field.country"), value: country }] : []),
            { term: t("use-cases.card.author"), value: author ?? unknown },
            { term: t("use-cases.card.created"), value: moment(new Date(useCase.createdAt)) },
            { term: t("use-cases.card.updated"), value: moment(new Date(useCase.updatedAt)) },
          ]}
        />
      </Section>
      <External useCase={useCase} />
    </>
  );
}

function AiType({ type }: { type: string }) {
  const { t } = useSpeech();
  return <>{isOffered(AI_TYPES, type) ? t(`use-cases.ai-type.${type}`) : type}</>;
}

function External({ useCase }: { useCase: CardModel["useCase"] }) {
  const { t } = useSpeech();
  const { externalSource, externalId, extra } = useCase;
  if (!externalSource) return null;
  const columns = Object.entries(extra ?? {});
  return (
    <Disclosure summary={t("use-cases.card.external", { source: externalSource })}>
      <DescriptionList
        items={[
          { term: t("use-cases.card.external-id"), value: externalId ?? t("desk.unknown") },
          ...columns.map(([header, value]) => ({ term: header, value })),
        ]}
      />
    </Disclosure>
  );
}
