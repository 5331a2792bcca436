/** Why something was refused, with a way to each case that the sentence names. */
import type { ReactNode } from "react";
import { useSpeech } from "#app/locales/use-speech";
import type { Failure } from "./answer";

type Reason = Extract<Failure, { refusal: unknown }>["refusal"];

/** Split by its group, every second part is a reference. */
const REFERENCE = /\b(UC-\d{1,12})\b/;

/** Leads only to what the product itself put into the sentence as `references` or as one: not to one inside a title or a reason. */
export function useRefused(): (reason: Reason) => ReactNode {
  const { t } = useSpeech();
  return ({ key, values }) => {
    const sentence = t(key, values);
    const named = new Set([...Object.values(values), ...String(values.references ?? "").split(/[ ,]+/)]);
    const parts = sentence.split(REFERENCE);
    if (!parts.some((part) => named.has(part))) return sentence;
    return parts.map((part, place) =>
      place % 2 && named.has(part) ? (
        <a key={part} href={`/use-cases/${part}`} className="unbroken">
          {part}
        </a>
      ) : (
        part
      ),
    );
  };
}
