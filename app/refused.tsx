/** Why something was refused, with a way to each case and to the session that the sentence names. */
import type { ReactNode } from "react";
import type { Values } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import type { Failure } from "./answer";

type Reason = Extract<Failure, { refusal: unknown }>["refusal"];

const REFERENCE = /^UC-\d{1,12}$/;
const SIGNS = /[.*+?^${}()|[\]\\]/g;

/** Leads only to what the product itself put into the sentence: not to a reference inside a title or a reason. */
export function useRefused(): (reason: Reason) => ReactNode {
  const speech = useSpeech();
  return ({ key, values }) => {
    const sentence = speech.t(key, values);
    const ways = waysOf(values, speech);
    if (ways.size === 0) return sentence;
    const phrases = [...ways.keys()].map((phrase) => phrase.replace(SIGNS, "\\$&")).join("|");
    // Split by its group, every second part is one of them.
    return sentence.split(new RegExp(`\\b(${phrases})\\b`)).map((part, place) =>
      place % 2 ? (
        <a key={part} href={ways.get(part)} className="unbroken">
          {part}
        </a>
      ) : (
        part
      ),
    );
  };
}

/** What the values name, as the sentence says it, with its address: references, alone or as `references`, and a `session`. */
function waysOf(values: Values, { t }: Speech): ReadonlyMap<string, string> {
  const said = [...Object.values(values), ...String(values.references ?? "").split(/[ ,]+/)];
  const references = said.map(String).filter((one) => REFERENCE.test(one));
  const ways = new Map(references.map((reference) => [reference, `/use-cases/${reference}`]));
  if (typeof values.session === "number") {
    ways.set(t("committee.session.named", { number: values.session }), `/committee/${values.session}`);
  }
  return ways;
}
