import type { Rejection } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import type { Locale } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import type { Choices } from "../choices.server";
import { AI_TYPES, CONTENT_FIELDS, isOffered, SOURCES, TIMES_PER } from "../content";
import { type StoredContent, typedOf } from "./optional-answers";

const TOLD = ["title", "need", "expectedBenefit", "affected", "dataInvolved"] as const;

/** What this person typed beside what another one saved meanwhile, field by field, in words. */
export function CaseConflict(props: { rejection: Rejection; stored: StoredContent; choices: Choices }) {
  const { rejection, stored, choices } = props;
  const { t, tell, locale, number } = useSpeech();
  const other: Locale = locale === "fr" ? "en" : "fr";
  const named = (list: readonly { id: number; name: unknown }[], id: string, say: (name: never) => string) => {
    const found = list.find((one) => String(one.id) === id);
    return found ? say(found.name as never) : id;
  };
  const words = (field: string, value: string): string => {
    if (field === "departmentId") return named(choices.departments, value, tell);
    if (field === "ownerId" || field === "technicalOwnerId" || field === "coAuthorId") {
      return /^\d+$/.test(value) ? typedOf(choices, Number(value)) : value;
    }
    if (field === "timesPer" && isOffered(TIMES_PER, value)) return t(`use-cases.times-per.${value}`);
    if (field === "source" && isOffered(SOURCES, value)) return t(`use-cases.source.${value}`);
    if (field === "aiType" && isOffered(AI_TYPES, value)) return t(`use-cases.ai-type.${value}`);
    const figure = Number(value.replace(",", "."));
    return value && Number.isFinite(figure) ? number(figure) : value;
  };
  const told = ([locale, other] as const).flatMap((language) =>
    TOLD.map((field) => ({
      label: language === locale ? t(`use-cases.field.${field}`) : `${t(`use-cases.field.${field}`)} (${language})`,
      yours: rejection.typed[`${field}.${language}`] ?? "",
      theirs: stored[field]?.[language] ?? "",
    })),
  );
  const rest = CONTENT_FIELDS.filter((field) => !(TOLD as readonly string[]).includes(field)).map((field) => ({
    label: t(`use-cases.field.${field}`),
    // A field that the form did not show is not one that was emptied.
    yours: words(field, rejection.typed[field] ?? String(stored[field] ?? "")),
    theirs: words(field, String(stored[field] ?? "")),
  }));
  return <ConflictPanel fields={[...told, ...rest]} />;
}
