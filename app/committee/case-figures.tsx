import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { HiddenScore } from "#app/use-cases/hidden-scores";
import type { Figure, Figures } from "./shortlist";

interface Props {
  figures: Figures;
  reference: string;
  scoresHidden: boolean;
  /** Where what they come of is kept, with an anchor for each; null while they are those of now. */
  kept?: string | null;
  /** Those that are others today, and what they are. */
  moved?: readonly Figure[];
  now?: Figures | null;
  /** What stands before them. */
  first?: { term: string; value: string }[];
}

/** The figures that a committee reads of a case, each leading to where it is worked out. */
export function CaseFigures(props: Props) {
  const { figures, reference, scoresHidden, kept = null, moved = [], now = null, first = [] } = props;
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
  const shown = (figure: keyof typeof said, name: string, live: string, anchor: string) => ({
    term: name,
    value:
      figures[figure] === null ? said[figure] : <a href={kept === null ? live : `${kept}#${anchor}`}>{said[figure]}</a>,
    note:
      moved.includes(figure) && today ? (
        <a href={live}>{t("committee.figure.moved", { value: today[figure] })}</a>
      ) : undefined,
  });
  const scored = (...own: Parameters<typeof shown>) => (hidden ? { term: own[1], value: hidden } : shown(...own));
  return (
    <DescriptionList
      columns={3}
      items={[
        ...first,
        scored("value", t("committee.value"), `${at}/assessment#score`, "score"),
        scored("complexity", t("committee.complexity"), `${at}/assessment#score`, "score"),
        shown("npvMinor", t("committee.npv"), `${at}/business-case`, "business-case"),
        shown("paybackQuarters", t("committee.payback"), `${at}/business-case`, "business-case"),
        scored("rank", t("committee.rank"), "/prioritise", "rank"),
      ]}
    />
  );
}
