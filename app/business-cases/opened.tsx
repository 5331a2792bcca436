import { useSpeech } from "#app/locales/use-speech";
import { Formula } from "#app/ui/figure";
import type { Explanation } from "./explain";
import { writtenInputs } from "./written";

/** A figure's formula with the very numbers that it was computed from. */
export function Opened({ explanation }: { explanation: Explanation }) {
  const speech = useSpeech();
  return <Formula expression={speech.t(explanation.formula)} inputs={writtenInputs(speech, explanation.inputs)} />;
}
