import { useSpeech } from "#app/locales/use-speech";
import { Figure, FigureGrid } from "#app/ui/figure";
import type { Evaluation } from "./evaluate";
import { isBeyondTelling } from "./irr";
import { Opened } from "./opened";
import { paybackParts, written, writtenIrr } from "./written";

/** Every figure of a business case, each opening to its formula. */
export function OutputFigures({ evaluation }: { evaluation: Evaluation }) {
  const speech = useSpeech();
  const { t, wholeMoney, money, percent, number } = speech;
  const { outputs, explain, discountRate, horizonQuarters } = evaluation;
  return (
    <>
      <FigureGrid label={t("business-cases.outputs")}>
        <Figure
          size="large"
          label={t("business-cases.output.npv")}
          value={wholeMoney(outputs.npv)}
          title={money(outputs.npv)}
          note={t("business-cases.output.npv.note", { rate: percent(discountRate), quarters: horizonQuarters })}
          formula={<Opened explanation={explain.npv} />}
        />
        <Figure
          size="large"
          label={t("business-cases.output.roi")}
          value={percent(outputs.roi, 0)}
          formula={<Opened explanation={explain.roi} />}
        />
        <Figure
          size="large"
          label={t("business-cases.output.payback")}
          {...paybackParts(speech, outputs.payback)}
          formula={<Opened explanation={explain.payback} />}
        />
        <Figure
          size="large"
          label={t("business-cases.output.totalCost")}
          value={wholeMoney(outputs.totalCost)}
          title={money(outputs.totalCost)}
          formula={<Opened explanation={explain.totalCost} />}
        />
      </FigureGrid>
      <FigureGrid label={t("business-cases.outputs.more")}>
        <Figure
          label={t("business-cases.output.totalBenefit")}
          value={wholeMoney(outputs.totalBenefit)}
          title={money(outputs.totalBenefit)}
          formula={<Opened explanation={explain.totalBenefit} />}
        />
        <Figure
          label={t("business-cases.output.totalNet")}
          value={wholeMoney(outputs.totalNet)}
          title={money(outputs.totalNet)}
          formula={<Opened explanation={explain.totalNet} />}
        />
        <Figure
          label={t("business-cases.output.peakFunding")}
          value={wholeMoney(outputs.peakFunding)}
          title={money(outputs.peakFunding)}
          formula={<Opened explanation={explain.peakFunding} />}
        />
        <Figure
          label={t("business-cases.output.discountedPayback")}
          {...paybackParts(speech, outputs.discountedPayback)}
          formula={<Opened explanation={explain.discountedPayback} />}
        />
        <Figure
          label={t("business-cases.output.irr")}
          value={writtenIrr(speech, outputs.irr)}
          note={isBeyondTelling(outputs.irr) && t("business-cases.irr.beyond.hint")}
          formula={<Opened explanation={explain.irr} />}
        />
        <Figure
          label={t("business-cases.output.mirr")}
          value={written(speech, outputs.mirr, "percent")}
          formula={<Opened explanation={explain.mirr} />}
        />
        <Figure
          label={t("business-cases.output.profitabilityIndex")}
          value={number(outputs.profitabilityIndex, 2)}
          formula={<Opened explanation={explain.profitabilityIndex} />}
        />
      </FigureGrid>
    </>
  );
}
