import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { Tone } from "#app/ui/tone";
import type { AiActClass } from "./classify";
import type { ReadBasis, Result } from "./result";

/** Colour beside the words: what is forbidden, what asks much, what asks little. */
export const toneOf = (one: AiActClass | null): Tone =>
  one === "prohibited" ? "bad" : one === "high_risk" ? "warning" : one === null ? "neutral" : "good";

function Basis({ caption, rows }: { caption: string; rows: readonly ReadBasis[] }) {
  const { t, date } = useSpeech();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ provision }) => provision}
      narrow="cards"
      columns={[
        {
          key: "article",
          header: t("ai-act.column.article"),
          cell: (row) => row.article,
          rowHeader: true,
          width: "fit",
        },
        {
          key: "effect",
          header: t("ai-act.column.effect"),
          cell: (row) => t(`ai-act.effect.${row.effect}`),
          width: "fit",
        },
        { key: "title", header: t("ai-act.column.what"), cell: (row) => `${row.title}. ${row.explanation}` },
        { key: "from", header: t("ai-act.column.from"), cell: (row) => date(row.appliesFrom), width: "fit" },
      ]}
    />
  );
}

/** What the answers make: the class, what made it, and the path that led there. */
export function ResultView({ result }: { result: Result }) {
  const { t, date, list } = useSpeech();
  const { path, legalBasis, alsoApplies } = result;
  return (
    <Section id="result" title={t("ai-act.result")} lead={result.notLegalAdvice}>
      <DescriptionList
        columns={2}
        items={[
          {
            term: t("ai-act.by-answers"),
            value: <Badge tone={toneOf(result.class)}>{result.title}</Badge>,
            note: result.explanation,
          },
          {
            term: t("ai-act.column.from"),
            value: date(result.appliesFrom),
            note: result.appliesFrom ? t(result.inForce ? "ai-act.in-force" : "ai-act.not-yet") : undefined,
          },
          {
            term: t("ai-act.roles"),
            value: result.roles ? list(result.roles.map((role) => t(`ai-act.role.${role}`))) : t("desk.unknown"),
          },
          { term: t("ai-act.as-of"), value: date(result.asOf), note: list(result.sources) },
        ]}
      />
      {legalBasis.length > 0 && <Basis caption={t("ai-act.legal-basis")} rows={legalBasis} />}
      {alsoApplies.length > 0 && <Basis caption={t("ai-act.also")} rows={alsoApplies} />}
      {path.length > 0 && (
        <Disclosure summary={t("ai-act.path", { count: path.length })}>
          <DataTable
            caption={t("ai-act.path.caption")}
            hideCaption
            rows={path}
            rowKey={({ question }) => question}
            narrow="cards"
            columns={[
              { key: "question", header: t("ai-act.column.question"), cell: (row) => row.text, rowHeader: true },
              { key: "answer", header: t("ai-act.column.answer"), cell: (row) => list(row.answerText) },
              { key: "article", header: t("ai-act.column.article"), cell: (row) => row.article, width: "fit" },
              {
                key: "why",
                header: t("ai-act.column.why"),
                cell: (row) => row.why.join(" ") || t("ai-act.why.nothing"),
              },
            ]}
          />
        </Disclosure>
      )}
    </Section>
  );
}
