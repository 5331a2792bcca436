import { countryName } from "#app/kernel/country";
import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Badge, Meter } from "#app/ui/mark";
import { Prose } from "#app/ui/page";
import { CARD_QUESTIONS, type CardQuestion, type TrustCard, unanswered } from "./trust-card";

/** What a card answers to each of its questions, in plain words; null where nothing is said. */
function useAnswers() {
  const { t, tell, percent, locale } = useSpeech();
  const yes = (answer: boolean | null) => (answer === null ? null : t(answer ? "desk.yes" : "desk.no"));
  return (card: TrustCard, question: CardQuestion): string | null => {
    switch (question) {
      case "data": {
        const parts = (["dataWhere", "dataWho", "dataUse"] as const).flatMap((name) =>
          card[name] ? [t("trust.part", { field: t(`trust.field.${name}`), answer: tell(card[name]) })] : [],
        );
        return parts.join("\n") || null;
      }
      case "personal-data":
        return yes(card.personalData);
      case "transfer": {
        if (card.transfer !== true) return card.transfer === null ? null : t("trust.transfer.none");
        const facts = [
          tell(card.transferTo),
          countryName(card.transferCountry, locale) ?? "",
          tell(card.transferBasis),
        ].filter(Boolean);
        return [t("trust.transfer.some"), ...facts].join("\n");
      }
      case "human-filter": {
        const { humanReviewer: name, reviewMoment, reviewShare } = card;
        if (name === null) return null;
        const moment = reviewMoment && t(`trust.moment.${reviewMoment}`);
        const share = reviewShare === null ? null : t("trust.share", { share: percent(reviewShare) });
        return [name, moment, share].filter((fact) => fact !== null).join(", ");
      }
      case "augment":
        return card.augmentOrReplace && t(`safeguards.augment.${card.augmentOrReplace}`);
      case "customers":
        return yes(card.customerFacing);
      case "explainability":
        return tell(card.explainability) || null;
      case "limits":
        return tell(card.knownLimits) || null;
      case "monitoring": {
        if (!card.monitoringWhat) return null;
        const who = [card.monitoringBy, card.monitoringEvery && t(`trust.every.${card.monitoringEvery}`)];
        const limit = tell(card.monitoringThreshold);
        return [
          tell(card.monitoringWhat),
          who.filter((fact) => fact !== null).join(", "),
          limit && t("trust.part", { field: t("trust.field.monitoringThreshold"), answer: limit }),
        ]
          .filter(Boolean)
          .join("\n");
      }
      case "class":
        return card.aiActClass && t(`safeguards.ai-act-class.${card.aiActClass}`);
    }
  };
}

/** How far a card is answered. */
export function CardCompleteness({ card }: { card: TrustCard }) {
  const { t } = useSpeech();
  const missing = unanswered(card);
  const said = CARD_QUESTIONS.length - missing.length;
  return (
    <Meter
      label={t("trust.completeness")}
      value={said}
      max={CARD_QUESTIONS.length}
      text={t("trust.said-of", { said, asked: CARD_QUESTIONS.length })}
      tone={missing.length === 0 ? "good" : "warning"}
    />
  );
}

/** Every question of the card with its answer; those without a whole one are marked. */
export function CardAnswers({ card, columns = 2 }: { card: TrustCard; columns?: 1 | 2 }) {
  const { t } = useSpeech();
  const answer = useAnswers();
  const missing = new Set(unanswered(card));
  return (
    <DescriptionList
      columns={columns}
      items={CARD_QUESTIONS.map((question) => ({
        term: t(`trust.question.${question}`),
        value: <Prose>{answer(card, question) ?? t("desk.unknown")}</Prose>,
        note: missing.has(question) ? <Badge tone="warning">{t("trust.to-complete")}</Badge> : undefined,
      }))}
    />
  );
}
