import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Section } from "#app/ui/page";
import type { Card as CardModel } from "./card.server";

export function Card({ card }: { card: CardModel }) {
  const { t, tell } = useSpeech();
  const { useCase } = card;
  return (
    <Section title={t("use-cases.card.what")}>
      <DescriptionList
        items={[
          { term: t("use-cases.field.need"), value: tell(useCase.need) || t("desk.unknown") },
          { term: t("use-cases.field.expectedBenefit"), value: tell(useCase.expectedBenefit) || t("desk.unknown") },
          { term: t("use-cases.field.affected"), value: tell(useCase.affected) || t("desk.unknown") },
        ]}
      />
    </Section>
  );
}
