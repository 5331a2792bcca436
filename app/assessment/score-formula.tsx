import { useSpeech } from "#app/locales/use-speech";
import { Figure, Formula } from "#app/ui/figure";
import { type OpenedAxis, type OverrideView, openAxis, overrideOn, type RoundView } from "./round-view";
import type { Axis } from "./score";

function expressionOf({ axis, ratio }: OpenedAxis, scheme: RoundView["model"]["scheme"]) {
  if (!ratio || scheme === "weighted") return "assessment.formula" as const;
  return `assessment.formula.${scheme}.${axis === "complexity" ? "below" : "above"}` as const;
}

/** How the score of an axis is calculated, with its own inputs: who gave what, weights, and what a ratio comes to. */
function AxisFormula({ round, axis, override }: { round: RoundView; axis: Axis; override: OverrideView | undefined }) {
  const { t, tell, number, date, list } = useSpeech();
  const opened = openAxis(round, axis);
  const { ratio, computed } = opened;
  return (
    <Formula
      summary={t("assessment.formula.summary")}
      expression={t(expressionOf(opened, round.model.scheme))}
      inputs={[
        ...opened.inputs.map(({ criterion, mean, quantity, scores }) => ({
          name: tell(criterion.name),
          // A product counts each of its quantities once: weights say nothing there.
          value: ratio
            ? round.model.scheme === "product-ratio"
              ? number(quantity, 2)
              : t("assessment.formula.quantity", { quantity: number(quantity, 2), weight: number(criterion.weight) })
            : t("assessment.formula.input", { mean: number(mean, 2), weight: number(criterion.weight) }),
          note: list(
            scores.map(({ assessor, score }) =>
              ratio
                ? t("assessment.formula.given-quantity", {
                    assessor,
                    score,
                    quantity: number(criterion.values?.[score - 1] ?? score),
                  })
                : t("assessment.formula.given", { assessor, score }),
            ),
          ),
        })),
        ...(ratio
          ? [
              { name: t("assessment.formula.whole"), value: number(ratio.whole, 2) },
              {
                name: t("assessment.formula.range"),
                value: t("assessment.formula.from-to", { least: number(ratio.least, 2), most: number(ratio.most, 2) }),
              },
            ]
          : []),
        { name: t("assessment.formula.computed"), value: number(computed, 1) },
        ...(override
          ? [
              {
                name: t("assessment.formula.override"),
                value: number(override.score),
                note: t("assessment.override.signed", {
                  by: override.by,
                  on: date(override.on),
                  reason: tell(override.reason),
                }),
              },
            ]
          : []),
      ]}
      source={
        <a href={`/assess/models/${round.model.id}`}>
          {t("assessment.model.version", { name: tell(round.model.name), number: round.model.number })}
        </a>
      }
    />
  );
}

/** The score of an axis; where a person put another beside it, that one counts and both are shown. */
export function AxisFigure({ round, axis, overrides }: { round: RoundView; axis: Axis; overrides: OverrideView[] }) {
  const { t, tell, number, date } = useSpeech();
  const override = overrideOn(overrides, axis);
  return (
    <Figure
      size="large"
      label={t(`assessment.axis.${axis}`)}
      value={number(override?.score ?? round.computed[axis], 0)}
      unit="/ 100"
      comparison={
        override &&
        t("assessment.override.beside", {
          computed: number(round.computed[axis], 1),
          by: override.by,
          on: date(override.on),
          reason: tell(override.reason),
        })
      }
      formula={<AxisFormula round={round} axis={axis} override={override} />}
    />
  );
}

/** The score that a ratio model is known by, in its own unit. */
export function NativeFigure({ round }: { round: RoundView }) {
  const { t, tell, number } = useSpeech();
  const { scheme } = round.model;
  const { native } = round.computed;
  if (scheme === "weighted") return null;
  return (
    <Figure
      size="large"
      label={tell(round.model.name)}
      value={number(native?.score ?? null, 2)}
      note={t("assessment.native.note")}
      formula={
        <Formula
          summary={t("assessment.formula.summary")}
          expression={t(`assessment.native.${scheme}`)}
          inputs={[
            ...round.criteria.flatMap((criterion) => {
              if (criterion.axis === "risk") return [];
              const result = round.results.find(({ criterionId }) => criterionId === criterion.id);
              return [{ name: tell(criterion.name), value: number(result?.quantity ?? null, 2) }];
            }),
            { name: t("assessment.native.numerator"), value: number(native?.numerator ?? null, 2) },
            { name: t("assessment.native.denominator"), value: number(native?.denominator ?? null, 2) },
          ]}
        />
      }
    />
  );
}
