import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { Empty, Row } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { addressOf, placeInOrder, type Said } from "../choice";
import { QUADRANT_TONES } from "../rank-row";
import type { Change } from "./changes";
import type { WhatIfPage } from "./what-if.server";

/** Places gained or lost, with an arrow that needs no colour. */
export function Shift({ up }: { up: number }) {
  const { t } = useSpeech();
  if (up === 0) return <Badge>{t("what-if.same")}</Badge>;
  return (
    <Badge tone={up > 0 ? "good" : "warning"}>
      {t(up > 0 ? "what-if.up" : "what-if.down", { places: Math.abs(up) })}
    </Badge>
  );
}

/** The same page, which then says why a case stands where it would. */
export const whyHref = (said: Said, useCaseId: number) =>
  `${addressOf("/prioritise/what-if", said, { why: useCaseId })}#why`;

/** Whose place changes: those that cross the line first, then those that change quadrant, then by how far. */
export function Changes({ changes, names, counts, said }: WhatIfPage) {
  const { t, tell, number } = useSpeech();
  if (changes.length === 0) return <Empty title={t("what-if.nobody")}>{t("what-if.nobody.next")}</Empty>;
  const all = Math.max(counts.moved, changes.length);
  const scores = ({ value, complexity }: Change["today"]) =>
    t("prioritise.model.scores", { value: number(value, 0), complexity: number(complexity, 0) });
  return (
    <>
      {all > changes.length && <p className="hint">{t("what-if.first", { shown: changes.length, all })}</p>}
      <DataTable<Change>
        caption={t("what-if.changes")}
        hideCaption
        narrow="cards"
        rows={changes}
        rowKey={({ useCaseId }) => useCaseId}
        rowHref={({ useCaseId }) => `/use-cases/${names[useCaseId]?.reference ?? ""}`}
        columns={[
          {
            key: "rank",
            header: t("what-if.rank.then"),
            cell: ({ useCaseId, after }) => <a href={whyHref(said, useCaseId)}>{number(after.rank)}</a>,
            numeric: true,
          },
          {
            key: "case",
            header: t("prioritise.case"),
            cell: ({ useCaseId }) => `${names[useCaseId]?.reference ?? ""} ${tell(names[useCaseId]?.title)}`,
            rowHeader: true,
          },
          { key: "shift", header: t("prioritise.model.shift"), cell: ({ up }) => <Shift up={up} />, width: "fit" },
          {
            key: "today",
            header: t("prioritise.model.before"),
            cell: ({ today }) => <a href={placeInOrder(today.rank)}>{number(today.rank)}</a>,
            numeric: true,
          },
          {
            key: "what",
            header: t("what-if.what"),
            cell: ({ crosses, movesQuadrant, today, after }) => (
              <Row>
                {crosses && <Badge tone={crosses === "in" ? "good" : "bad"}>{t(`what-if.crosses.${crosses}`)}</Badge>}
                {movesQuadrant ? (
                  <Badge tone={QUADRANT_TONES[after.quadrant]}>
                    {t("what-if.quadrant", {
                      from: t(`prioritise.quadrant.${today.quadrant}`),
                      to: t(`prioritise.quadrant.${after.quadrant}`),
                    })}
                  </Badge>
                ) : (
                  t(`prioritise.quadrant.${after.quadrant}`)
                )}
              </Row>
            ),
          },
          {
            key: "before",
            header: t("prioritise.model.scores.before"),
            cell: ({ today }) => scores(today),
            hideNarrow: true,
          },
          {
            key: "after",
            header: t("prioritise.model.scores.after"),
            cell: ({ after }) => scores(after),
            hideNarrow: true,
          },
        ]}
      />
    </>
  );
}
