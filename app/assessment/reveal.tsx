import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { Badge } from "#app/ui/mark";
import { Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { AssessmentPage, AssessorView, CriterionView } from "./page.server";
import { AXES, type Axis, type CriterionResult } from "./score";

type Revealed = NonNullable<AssessmentPage["reveal"]>;

interface Props extends Omit<Revealed, "criteria"> {
  criteria: CriterionView[];
  results: CriterionResult[];
}

function AxisFigure({ axis, computed, overrides, criteria, results }: Props & { axis: Axis }) {
  const { t, tell, number } = useSpeech();
  const override = overrides.find((entry) => entry.axis === axis);
  const means = new Map(results.map((result) => [result.criterionId, result.mean]));
  return (
    <Figure
      size="large"
      label={t(`assessment.axis.${axis}`)}
      value={number(override?.score ?? computed[axis], 0)}
      unit="/ 100"
      comparison={
        override &&
        t("assessment.override.beside", {
          computed: number(computed[axis], 1),
          by: override.by,
          reason: tell(override.reason),
        })
      }
      formula={
        <Formula
          expression={t("assessment.formula")}
          inputs={criteria
            .filter((criterion) => criterion.axis === axis)
            .map((criterion) => ({
              name: tell(criterion.name),
              value: t("assessment.formula.input", {
                mean: number(means.get(criterion.id), 2),
                weight: number(criterion.weight),
              }),
            }))}
        />
      }
    />
  );
}

function scoreOf(assessor: AssessorView, criterionId: number): number | null {
  return assessor.scores[criterionId]?.score ?? null;
}

/** What the committee said, once it may be seen: axes, criteria with mean and spread, each assessor's scores. */
export function Reveal(props: Props) {
  const { t, tell, number } = useSpeech();
  const { criteria, results, assessors } = props;
  const resultOf = new Map(results.map((result) => [result.criterionId, result]));
  const comments = assessors.flatMap((assessor) => [
    ...(assessor.comment ? [{ key: assessor.name, who: assessor.name, about: "", text: tell(assessor.comment) }] : []),
    ...criteria.flatMap((criterion) => {
      const comment = assessor.scores[criterion.id]?.comment;
      const about = tell(criterion.name);
      return comment
        ? [{ key: `${assessor.name} ${criterion.id}`, who: assessor.name, about, text: tell(comment) }]
        : [];
    }),
  ]);
  return (
    <Section title={t("assessment.result")}>
      <FigureGrid label={t("assessment.result")}>
        {AXES.map((axis) => (
          <AxisFigure key={axis} axis={axis} {...props} />
        ))}
      </FigureGrid>
      <DataTable
        caption={t("assessment.scores")}
        wide
        rows={criteria}
        rowKey={(criterion) => criterion.id}
        columns={[
          {
            key: "name",
            header: t("assessment.criterion"),
            cell: (criterion) => tell(criterion.name),
            rowHeader: true,
          },
          { key: "axis", header: t("assessment.axis"), cell: (criterion) => t(`assessment.axis.${criterion.axis}`) },
          {
            key: "weight",
            header: t("assessment.weight"),
            cell: (criterion) => number(criterion.weight),
            numeric: true,
          },
          ...assessors.map((assessor) => ({
            key: assessor.name,
            header: assessor.name,
            cell: (criterion: CriterionView) =>
              assessor.abstained ? t("assessment.abstained") : number(scoreOf(assessor, criterion.id)),
            numeric: true,
          })),
          {
            key: "mean",
            header: t("assessment.mean"),
            cell: (criterion) => number(resultOf.get(criterion.id)?.mean),
            numeric: true,
          },
          {
            key: "spread",
            header: t("assessment.spread"),
            cell: (criterion) => {
              const result = resultOf.get(criterion.id);
              return result?.contested ? (
                <Badge tone="warning">{t("assessment.contested", { spread: number(result.spread) })}</Badge>
              ) : (
                number(result?.spread)
              );
            },
            numeric: true,
          },
        ]}
      />
      {comments.length > 0 && (
        <DataTable
          caption={t("assessment.comments")}
          rows={comments}
          rowKey={(comment) => comment.key}
          narrow="cards"
          columns={[
            { key: "who", header: t("assessment.who"), cell: (comment) => comment.who, rowHeader: true, width: "fit" },
            { key: "about", header: t("assessment.criterion"), cell: (comment) => comment.about, width: "fit" },
            { key: "text", header: t("assessment.comment"), cell: (comment) => comment.text },
          ]}
        />
      )}
    </Section>
  );
}
