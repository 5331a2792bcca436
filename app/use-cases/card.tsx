import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Section, Split } from "#app/ui/page";
import type { Card as CardModel } from "./card.server";
import { CardFigures } from "./card-figures";
import { AI_TYPES, isOffered, SOURCES } from "./content";
import { InterestSection } from "./following/interest";
import type { Interest } from "./following/interest.server";
import { InShort, ToldText } from "./in-short";
import { type Around, AroundSections } from "./links/around";
import { Comments } from "./talk/comments";
import type { Talk } from "./talk/talk.server";

export interface CardProps {
  card: CardModel;
  interest: Interest;
  around: Around;
  talk: Talk;
  /** What stands beside the vote for those who bring their own volumes. */
  join?: ReactNode;
}

/** A use case on one page, in plain words: what it is about first, then its figures, and what was said of it. */
export function Card({ card, interest, around, talk, join }: CardProps) {
  const { useCase, standing } = card;
  const { reference } = useCase;
  // What was merged is read as it was: what people would write here, nobody would read.
  const closed = useCase.stage === "merged";
  return (
    <>
      <InShort card={card} />
      {standing && useCase.stage !== "draft" && <CardFigures standing={standing} reference={reference} />}
      <Split
        aside={
          <>
            <InterestSection interest={interest} reference={reference} join={join} closed={closed} />
            <AroundSections around={around} reference={reference} closed={closed} />
          </>
        }
      >
        <Facts card={card} />
        <div className="screen-only">
          <Comments talk={talk} reference={reference} closed={closed} />
        </div>
      </Split>
    </>
  );
}

function Facts({ card }: { card: CardModel }) {
  const { t, moment } = useSpeech();
  const { useCase, author } = card;
  const { source, aiType, country, toolInMind, dataInvolved, whyNew } = useCase;
  const unknown = t("desk.unknown");
  return (
    <>
      <Section title={t("use-cases.field.dataInvolved")}>
        <ToldText text={dataInvolved} />
      </Section>
      {whyNew && (
        <Section title={t("use-cases.card.why-new")}>
          <ToldText text={whyNew} />
        </Section>
      )}
      <Section title={t("use-cases.card.origin")}>
        <DescriptionList
          columns={2}
          items={[
            { term: t("use-cases.field.aiType"), value: aiType ? <AiType type={aiType} /> : unknown },
            {
              term: t("use-cases.field.source"),
              value: isOffered(SOURCES, source) ? t(`use-cases.source.${source}`) : source || unknown,
            },
            ...(toolInMind ? [{ term: t("use-cases.field.toolInMind"), value: toolInMind }] : []),
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
