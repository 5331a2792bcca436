import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import type { Tone } from "#app/ui/tone";
import type { ListedScenario } from "./scenarios.server";

const TONES: Record<string, Tone> = {
  running: "accent",
  optimal: "good",
  feasible: "warning",
  infeasible: "bad",
};

/** How a scenario stands: what came out, or that nothing did. */
export function ScenarioBadge({ status, outcome }: Pick<ListedScenario, "status" | "outcome">) {
  const { t } = useSpeech();
  const said = status === "done" ? (outcome ?? "unknown") : status;
  return <Badge tone={TONES[said] ?? "neutral"}>{t(`choice.status.${said}`)}</Badge>;
}
