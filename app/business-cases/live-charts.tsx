import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import type { Drawing } from "#app/ui/chart-data";

/** A chart beside or under the form: that of what was last worked out, drawn anew while one types where JavaScript runs. */
export function LiveChart({ name, drawing }: { name: LiveName; drawing: Drawing }) {
  const { t } = useSpeech();
  const note = name === "tornado" && t("business-cases.tornado.note");
  return (
    <div data-live-chart={name} hidden={!hasBars(drawing)}>
      <Chart {...drawing} note={note} height={name === "flow" ? "short" : "normal"} />
    </div>
  );
}

export type LiveName = "flow" | "tornado";

const hasBars = ({ description }: Drawing) =>
  description.kind === "tornado"
    ? description.bars.length > 0
    : "labels" in description && description.labels.length > 0;
