import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";

interface Props {
  reference: string;
  /** Where space is short the words are a hover or a screen reader away. */
  short?: boolean;
}

/** What stands in the place of a score that its reader may not see yet, with the way to the assessment that they owe. */
export function HiddenScore({ reference, short = false }: Props) {
  const { t } = useSpeech();
  const words = t("use-cases.scores-hidden");
  const href = `/use-cases/${reference}/assessment`;
  return short ? (
    <a className="lone-sign" href={href} title={words}>
      {UNKNOWN}
      <span className="visually-hidden"> {words}</span>
    </a>
  ) : (
    <span>
      {UNKNOWN}{" "}
      <a className="hint" href={href}>
        {words}
      </a>
    </span>
  );
}
