import { useSpeech } from "#app/locales/use-speech";
import { FigureGrid } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { Disclosure, Section } from "#app/ui/page";
import { type Column, DataTable } from "#app/ui/table";
import { type AssessorView, axesIn, type CriterionView, type OverrideView, type RoundView } from "./round-view";
import { AXES } from "./score";
import { AxisFigure, NativeFigure } from "./score-formula";

/** What a round said of the same criterion, by its key: another version of the model may have asked it too. */
function meanIn(round: RoundView, key: string): number | null {
  const asked = round.criteria.find((criterion) => criterion.key === key);
  return round.results.find(({ criterionId }) => criterionId === asked?.id)?.mean ?? null;
}

function SaidBy({ assessor, criterion }: { assessor: AssessorView; criterion: CriterionView }) {
  const { t, number } = useSpeech();
  const given = assessor.scores[criterion.id]?.score;
  if (assessor.conflicted) {
    const short = t("assessment.conflict.short");
    return <>{given === undefined ? short : t("assessment.conflict.score", { score: given })}</>;
  }
  if (assessor.abstained) return <>{t("assessment.abstained")}</>;
  return <>{number(given ?? null)}</>;
}

/** Every member's scores of a round, criterion by criterion, with mean and spread; beside them the means of the rounds before. */
function ScoreTable({ round, before, caption }: { round: RoundView; before: readonly RoundView[]; caption: string }) {
  const { t, tell, number, moment } = useSpeech();
  const resultOf = new Map(round.results.map((result) => [result.criterionId, result]));
  const columns: Column<CriterionView>[] = [
    { key: "name", header: t("assessment.criterion"), cell: ({ name }) => tell(name), rowHeader: true },
    { key: "axis", header: t("assessment.axis"), cell: ({ axis }) => t(`assessment.axis.${axis}`) },
    { key: "weight", header: t("assessment.weight"), cell: ({ weight }) => number(weight), numeric: true },
    // What the members come to stands before what each gave: with many of them it would be out of sight.
    {
      key: "mean",
      header: t("assessment.mean"),
      cell: ({ id }) => number(resultOf.get(id)?.mean ?? null),
      numeric: true,
    },
    ...(round.model.scheme === "weighted"
      ? []
      : [
          {
            key: "quantity",
            header: t("assessment.quantity"),
            cell: ({ id }: CriterionView) => number(resultOf.get(id)?.quantity ?? null, 2),
            numeric: true,
          },
        ]),
    {
      key: "spread",
      header: t("assessment.spread"),
      cell: ({ id }) => {
        const result = resultOf.get(id);
        return result?.contested ? (
          <Badge tone="warning">{t("assessment.contested", { spread: number(result.spread) })}</Badge>
        ) : (
          number(result?.spread ?? null)
        );
      },
      numeric: true,
    },
    ...round.assessors.map((assessor, at) => ({
      key: `assessor-${at}`,
      header: assessor.name,
      cell: (criterion: CriterionView) => <SaidBy assessor={assessor} criterion={criterion} />,
      numeric: true,
    })),
    // A round on another model's criteria has nothing to stand beside these.
    ...before
      .filter((earlier) => round.criteria.some(({ key }) => meanIn(earlier, key) !== null))
      .map((earlier) => ({
        key: `round-${earlier.number}`,
        header: t("assessment.round.mean", { number: earlier.number }),
        cell: ({ key }: CriterionView) => number(meanIn(earlier, key)),
        numeric: true,
      })),
  ];
  return (
    <>
      <DataTable caption={caption} wide rows={round.criteria} rowKey={({ id }) => id} columns={columns} />
      {round.assessors.map(({ name, scores, conflictAt }) =>
        conflictAt && Object.keys(scores).length > 0 ? (
          <p key={name}>{t("assessment.conflict.not-counted", { name, on: moment(new Date(conflictAt)) })}</p>
        ) : null,
      )}
    </>
  );
}

function Comments({ round }: { round: RoundView }) {
  const { t, tell } = useSpeech();
  const comments = round.assessors.flatMap(({ name, comment, scores }) => [
    ...(comment ? [{ key: name, who: name, about: "", text: tell(comment) }] : []),
    ...round.criteria.flatMap(({ id, name: criterion }) => {
      const said = scores[id]?.comment;
      return said ? [{ key: `${name} ${id}`, who: name, about: tell(criterion), text: tell(said) }] : [];
    }),
  ]);
  if (comments.length === 0) return null;
  return (
    <DataTable
      caption={t("assessment.comments")}
      rows={comments}
      rowKey={({ key }) => key}
      narrow="cards"
      columns={[
        { key: "who", header: t("assessment.who"), cell: ({ who }) => who, rowHeader: true, width: "fit" },
        { key: "about", header: t("assessment.criterion"), cell: ({ about }) => about, width: "fit" },
        { key: "text", header: t("assessment.comment"), cell: ({ text }) => text },
      ]}
    />
  );
}

/** What the committee said, once it may be seen: axes, criteria with mean and spread, each assessor's scores. */
export function Reveal({
  round,
  before,
  overrides,
}: {
  round: RoundView;
  before: readonly RoundView[];
  overrides: OverrideView[];
}) {
  const { t, tell, number } = useSpeech();
  const rounds = round.number > 1;
  return (
    <Section
      id="score"
      title={rounds ? t("assessment.result.round", { number: round.number }) : t("assessment.result")}
      lead={
        <>
          {t("assessment.result.with")}{" "}
          <a href={`/assess/models/${round.model.id}`}>
            {t("assessment.model.version", { name: tell(round.model.name), number: round.model.number })}
          </a>
        </>
      }
    >
      <FigureGrid label={t("assessment.result")}>
        {axesIn(round, AXES).map((axis) => (
          <AxisFigure key={axis} round={round} axis={axis} overrides={overrides} />
        ))}
        <NativeFigure round={round} />
      </FigureGrid>
      {overrides.flatMap(({ axis, by, score, conflicted }) =>
        conflicted ? (
          <p key={axis}>
            {t("assessment.override.not-counted", { axis: t(`assessment.axis.${axis}`), by, score: number(score, 0) })}
          </p>
        ) : (
          []
        ),
      )}
      <ScoreTable round={round} before={before} caption={t("assessment.scores")} />
      <Comments round={round} />
    </Section>
  );
}

/** The rounds before: what was said then stays. */
export function EarlierRounds({ rounds }: { rounds: readonly RoundView[] }) {
  const { t, tell, date, number } = useSpeech();
  if (rounds.length === 0) return null;
  return (
    <Section title={t("assessment.rounds.earlier")}>
      {rounds.map((round) => (
        <Disclosure
          key={round.number}
          summary={t("assessment.rounds.summary", {
            number: round.number,
            value: number(round.computed.value, 0),
            complexity: number(round.computed.complexity, 0),
            contested: round.computed.contested,
          })}
        >
          <p>
            {t("assessment.model.version", { name: tell(round.model.name), number: round.model.number })}
            {round.opened &&
              ` · ${t("assessment.round.opened", {
                number: round.number,
                by: round.opened.by,
                on: date(round.opened.on),
                reason: tell(round.opened.reason),
              })}`}
          </p>
          <ScoreTable round={round} before={[]} caption={t("assessment.round.scores", { number: round.number })} />
          <Comments round={round} />
        </Disclosure>
      ))}
    </Section>
  );
}
