import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { HiddenScore } from "#app/use-cases/hidden-scores";
import type { Figure, Figures } from "./shortlist";

interface Props {
  figures: Figures;
  reference: string;
  scoresHidden: boolean;
  /** Those that are others today, and what they are. */
  moved?: readonly Figure[];
  now?: Figures | null;
  /** What stands before them. */
  first?: { term: string; value: string }[];
}

/** The figures that a committee reads of a case, each leading to where it is worked out. */
export function CaseFigures({ figures, reference, scoresHidden, moved = [], now = null, first = [] }: Props) {
  const { t, number, wholeMoney } = useSpeech();
  const hidden = scoresHidden ? <HiddenScore reference={reference} /> : null;
  const words = ({ value, complexity, npvMinor, paybackQuarters, rank, ranked }: Figures) => ({
    value: number(value, 0),
    complexity: number(complexity, 0),
    npvMinor: wholeMoney(npvMinor),
    paybackQuarters:
      paybackQuarters === null
        ? t(npvMinor === null ? "committee.unknown" : "committee.never")
        : t("committee.quarters", { count: paybackQuarters, text: number(paybackQuarters, 1) }),
    rank: rank === null ? t("committee.unranked") : t("committee.rank.of", { rank, ranked }),
  });
  const said = words(figures);
  const today = now && words(now);
  const at = `/use-cases/${reference}`;
  const shown = (figure: keyof typeof said, name: string, place: string) => ({
    term: name,
    value: figures[figure] === null ? said[figure] : <a href={place}>{said[figure]}</a>,
    note: moved.includes(figure) && today ? t("committee.figure.moved", { value: today[figure] }) : undefined,
  });
  const scored = (figure: keyof typeof said, name: string, place: string) =>
    hidden ? { term: name, value: hidden } : shown(figure, name, place);
  return (
    <DescriptionList
      columns={3}
      items={[
        ...first,
        scored("value", t("committee.value"), `${at}/assessment#score`),
        scored("complexity", t("committee.complexity"), `${at}/assessment#score`),
        shown("npvMinor", t("committee.npv"), `${at}/business-case`),
        shown("paybackQuarters", t("committee.payback"), `${at}/business-case`),
        scored("rank", t("committee.rank"), "/prioritise"),
      ]}
    />
  );
}
