import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid } from "#app/ui/figure";
import { LinkList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { MovedCase, Placing, ModelPreview as Preview } from "./model-preview.server";

/** Whose place a model would change, whose scores it cannot weigh anew, and what publishing leaves as it is. */
export function ModelPreview({ preview }: { preview: Preview }) {
  const { t, tell, number } = useSpeech();
  const { concerned, moved, movedCount, kept, lacking, lackingCount, unscored, hidden, ranked, staying } = preview;
  const scores = ({ value, complexity }: Placing) =>
    t("prioritise.model.scores", { value: number(value, 0), complexity: number(complexity, 0) });
  const shift = ({ before, after }: MovedCase) => (before.rank ?? 0) - (after.rank ?? 0);
  // Where no case could be weighed anew, nobody knows whose place would change: none is not the answer.
  const noneWeighed = movedCount === 0 && kept === 0 && lackingCount > 0;
  return (
    <>
      <FigureGrid label={t("prioritise.model.title")}>
        <Figure
          label={t("prioritise.model.moved")}
          value={noneWeighed ? UNKNOWN : number(movedCount)}
          href={movedCount > 0 ? "#moved" : undefined}
          note={noneWeighed ? t("prioritise.model.none-weighed") : t("prioritise.model.of-ranked", { ranked })}
        />
        <Figure label={t("prioritise.model.kept")} value={number(kept)} href={kept > 0 ? "#staying-kept" : undefined} />
        <Figure
          label={t("prioritise.model.lacking")}
          value={number(lackingCount)}
          href={lackingCount > 0 ? "#staying-lacking" : undefined}
        />
        <Figure
          label={t("prioritise.model.unscored")}
          value={number(unscored)}
          href={unscored > 0 ? "#staying-unscored" : undefined}
          note={t("prioritise.model.concerned", { concerned })}
        />
      </FigureGrid>
      {hidden > 0 && <Notice tone="info">{t("prioritise.model.hidden", { count: hidden })}</Notice>}
      {lacking.length > 0 && (
        <DataTable
          caption={t("prioritise.model.lacking.table")}
          narrow="cards"
          rows={lacking}
          rowKey={({ key }) => key}
          columns={[
            { key: "name", header: t("assessment.criterion"), cell: ({ name }) => tell(name), rowHeader: true },
            {
              key: "cases",
              header: t("prioritise.model.lacking.cases"),
              cell: ({ cases }) => number(cases),
              numeric: true,
            },
          ]}
        />
      )}
      <Section
        id="moved"
        title={t("prioritise.model.moved")}
        lead={
          movedCount > moved.length ? t("prioritise.model.first", { shown: moved.length, all: movedCount }) : undefined
        }
      >
        {moved.length === 0 ? (
          <Empty title={t(noneWeighed ? "prioritise.model.untold" : "prioritise.model.nobody")}>
            {t(lackingCount > 0 ? "prioritise.model.nobody.lacking" : "prioritise.model.nobody.same")}
          </Empty>
        ) : (
          <DataTable<MovedCase>
            caption={t("prioritise.model.moved")}
            hideCaption
            narrow="cards"
            rows={moved}
            rowKey={({ reference }) => reference}
            rowHref={({ reference }) => `/use-cases/${reference}/assessment`}
            columns={[
              {
                key: "case",
                header: t("prioritise.case"),
                cell: ({ reference, title }) => `${reference} ${tell(title)}`,
                rowHeader: true,
              },
              {
                key: "before",
                header: t("prioritise.model.before"),
                cell: ({ before }) => number(before.rank),
                numeric: true,
              },
              {
                key: "after",
                header: t("prioritise.model.after"),
                cell: ({ after }) => number(after.rank),
                numeric: true,
              },
              {
                key: "shift",
                header: t("prioritise.model.shift"),
                cell: (row) => (
                  <Badge tone={shift(row) > 0 ? "good" : "warning"}>
                    {t(shift(row) > 0 ? "prioritise.model.up" : "prioritise.model.down", {
                      places: Math.abs(shift(row)),
                    })}
                  </Badge>
                ),
                width: "fit",
              },
              {
                key: "scores-before",
                header: t("prioritise.model.scores.before"),
                cell: ({ before }) => scores(before),
              },
              { key: "scores-after", header: t("prioritise.model.scores.after"), cell: ({ after }) => scores(after) },
            ]}
          />
        )}
      </Section>
      {(
        [
          ["kept", kept],
          ["lacking", lackingCount],
          ["unscored", unscored],
        ] as const
      ).map(([what, count]) => {
        const cases = staying.filter((one) => one.what === what);
        return cases.length === 0 ? null : (
          <Section
            key={what}
            id={`staying-${what}`}
            level={3}
            title={t(`prioritise.model.${what}`)}
            lead={count > cases.length ? t("what-if.first", { shown: cases.length, all: count }) : undefined}
          >
            <LinkList
              items={cases.map(({ reference, title }) => ({
                key: reference,
                href: `/use-cases/${reference}/assessment`,
                label: `${reference} ${tell(title)}`,
              }))}
            />
          </Section>
        );
      })}
    </>
  );
}
