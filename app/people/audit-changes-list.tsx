import { isDay } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import { isQuarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isKey, type Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { Disclosure } from "#app/ui/page";
import { Unbroken } from "#app/ui/unbroken";
import { type FieldChange, type Kept, wordsOf } from "./audit-changes";
import { isField } from "./audit-fields";
import type { Names } from "./audit-names.server";
import { countedIn, isEstimate, keysOfField, keysOfValue, namedBy } from "./audit-values";

const SHOWN_AT_ONCE = 4;
const LONGEST = 280;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.\d{3}Z$/;

export interface ChangesListProps {
  changes: readonly FieldChange[];
  /** What the ids in the changes are called. */
  names: Names;
  /** The words of a field that has some. */
  label?(field: string): string | null;
}

/** The changes of one event: at once when they are few, behind their count when they are many. */
export function ChangesList({ changes, names, label }: ChangesListProps) {
  const { t } = useSpeech();
  const words = useKeptWords(names);
  if (changes.length === 0) return <span className="hint">{t("people.audit.no-changes")}</span>;
  const lines = (
    <ul className="changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {label?.(field) ?? <FieldWords field={field} />}{" "}
          <strong>
            <Unbroken>
              {before === undefined
                ? words(field, after)
                : t("people.audit.was-is", { before: words(field, before), after: words(field, after) })}
            </Unbroken>
          </strong>
        </li>
      ))}
    </ul>
  );
  if (changes.length <= SHOWN_AT_ONCE) return lines;
  return <Disclosure summary={t("people.audit.many", { count: changes.length })}>{lines}</Disclosure>;
}

function wordsOfField(field: string, t: Speech["t"]): string | null {
  if (isField(field)) return t(`people.field.${field}`);
  const key = keysOfField(field).find(isKey);
  return key ? t(key) : null;
}

function FieldWords({ field }: { field: string }) {
  const { t } = useSpeech();
  return wordsOfField(field, t) ?? <span lang="en">{wordsOf(field)}</span>;
}

/** A kept value as a person reads it: names for ids, words for closed sets, amounts with their currency, no braces. */
function useKeptWords(names: Names) {
  const { t, tell, money, date, quarter, moment, number, percent, list, unitPrice } = useSpeech();
  const nameOf = (name: string | Told | undefined, id: number) =>
    (typeof name === "string" ? name : tell(name)) || t("people.audit.unnamed", { id: String(id) });
  const words = (field: string, kept: Kept | undefined): string => {
    if (kept === null || kept === undefined) return t("desk.unknown");
    if (typeof kept === "boolean") return t(kept ? "desk.yes" : "desk.no");
    const named = typeof kept === "number" ? namedBy(field) : null;
    if (named && typeof kept === "number") return nameOf(names[named]?.[kept], kept);
    const key = typeof kept === "object" ? undefined : keysOfValue(field, kept).find(isKey);
    if (key) return t(key);
    if (typeof kept === "number") {
      const unit = countedIn(field);
      // A price may be a part of a cent.
      if (unit === "money" && !Number.isInteger(kept)) return unitPrice(kept);
      return unit === "money" ? money(kept as Minor) : unit === "share" ? percent(kept, 4) : number(kept, 6);
    }
    if (kept === "") return t("desk.unknown");
    if (typeof kept === "string" && isDay(kept)) return date(kept);
    if (typeof kept === "string" && isQuarter(kept)) return quarter(kept);
    if (typeof kept === "string") return INSTANT.test(kept) ? moment(new Date(kept)) : kept;
    if (Array.isArray(kept)) return kept.length ? list(kept.map((item) => words(field, item))) : t("desk.unknown");
    const parts = Object.entries(kept);
    if (parts.length > 0 && parts.every(([name, told]) => /^(fr|en)$/.test(name) && typeof told === "string")) {
      return tell(kept as { fr?: string; en?: string });
    }
    if (isEstimate(kept)) {
      const [low, likely, high] = [words(field, kept.low), words(field, kept.likely), words(field, kept.high)];
      return kept.low === kept.high ? likely : `${likely} (${t("business-cases.range", { low, high })})`;
    }
    const said = (name: string) => wordsOfField(name, t) ?? wordsOf(name);
    return `(${list(parts.map(([name, part]) => `${said(name)} ${words(name, part)}`))})`;
  };
  return (field: string, kept: Kept | undefined) => {
    const whole = words(field, kept);
    return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
  };
}
