import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { HiddenScore } from "#app/use-cases/hidden-scores";
import type { Figure, Figures } from "./shortlist";

interface Props {
  figures: Figures;
  reference: string;
  scoresHidden: boolean;
  /** Those that are others today. */
  moved?: readonly Figure[];
  /** What stands before them. */
  first?: { term: string; value: string }[];
}

/** The figures that a committee reads of a case. */
export function CaseFigures({ figures, reference, scoresHidden, moved = [], first = [] }: Props) {
  const { t, number, wholeMoney } = useSpeech();
  const hidden = scoresHidden ? <HiddenScore reference={reference} /> : null;
  const { value, complexity, npvMinor, paybackQuarters, rank, ranked } = figures;
  const noted = (figure: Figure) => (moved.includes(figure) ? t("committee.figure.moved") : undefined);
  return (
    <DescriptionList
      columns={3}
      items={[
        ...first,
        { term: t("committee.value"), value: hidden ?? number(value, 0), note: noted("value") },
        { term: t("committee.complexity"), value: hidden ?? number(complexity, 0), note: noted("complexity") },
        { term: t("committee.npv"), value: wholeMoney(npvMinor), note: noted("npvMinor") },
        {
          term: t("committee.payback"),
          value:
            paybackQuarters === null
              ? t(npvMinor === null ? "committee.unknown" : "committee.never")
              : t("committee.quarters", { count: paybackQuarters, text: number(paybackQuarters, 1) }),
          note: noted("paybackQuarters"),
        },
        {
          term: t("committee.rank"),
          value: hidden ?? (rank === null ? t("committee.unranked") : t("committee.rank.of", { rank, ranked })),
          note: noted("rank"),
        },
      ]}
    />
  );
}
