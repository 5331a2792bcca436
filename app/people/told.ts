import type { Day } from "#app/kernel/day";
import { isQuarter } from "#app/kernel/quarter";
import type { Told } from "#app/kernel/told";
import { isKey, type Speech, UNKNOWN } from "#app/locales/speech";
import { isNotification, type NewsValues } from "./notification";

/** What somebody is told, as it was kept. */
export interface ToldNews {
  kind: string;
  values: NewsValues;
  /** Who did it; null is the installation. */
  by: string | null;
  reference: string | null;
  title: Told | null;
}

/** A piece of news as its reader's page shows it. */
export interface NewsLine extends ToldNews {
  id: number;
  href: string;
  /** Milliseconds. */
  at: number;
  day: Day;
  read: boolean;
}

export interface NewsDay {
  day: Day;
  read: boolean;
  lines: NewsLine[];
}

/** News that come newest first, by day; what concerns one case stands together within its day. */
export function byDay(lines: readonly NewsLine[]): NewsDay[] {
  const days: NewsDay[] = [];
  for (const line of lines) {
    let last = days.at(-1);
    if (!last || last.day !== line.day || last.read !== line.read) {
      last = { day: line.day, read: line.read, lines: [] };
      days.push(last);
    }
    last.lines.push(line);
  }
  return days.map((each) => ({ ...each, lines: gathered(each.lines) }));
}

function gathered(lines: readonly NewsLine[]): NewsLine[] {
  const byCase = new Map<string, NewsLine[]>();
  for (const line of lines) {
    const key = line.reference ?? `alone-${line.id}`;
    byCase.set(key, [...(byCase.get(key) ?? []), line]);
  }
  return [...byCase.values()].flat();
}

/** Values that are names of ours, and where their words stand. */
const WORDS: Record<string, string> = {
  stage: "use-cases.stage",
  signOff: "delivery.sign-off.kind",
  warning: "delivery.warning.short",
  outcome: "committee.outcome-said",
  aiActClass: "safeguards.ai-act-class",
  end: "registers.end",
};

/** What a sentence may ask for and its act did not say. */
const NOT_SAID = {
  ...{ stage: UNKNOWN, signOff: UNKNOWN, outcome: UNKNOWN, relookOn: UNKNOWN, dueOn: UNKNOWN, quarter: UNKNOWN },
  ...{
    campaign: UNKNOWN,
    endsOn: UNKNOWN,
    kpi: UNKNOWN,
    into: UNKNOWN,
    department: UNKNOWN,
    verdict: "yes",
    count: 1,
    weeks: 1,
    severity: 4,
    risk: UNKNOWN,
    incident: UNKNOWN,
    aiActClass: UNKNOWN,
  },
  ...{ warning: UNKNOWN, from: UNKNOWN, to: UNKNOWN, end: UNKNOWN, name: UNKNOWN, actOn: UNKNOWN },
};

function worded(name: string, value: NewsValues[string] | undefined, speech: Speech): string | number {
  if (value === null || value === undefined) return UNKNOWN;
  if (typeof value === "number") return value;
  if (typeof value === "object") return speech.tell(value) || UNKNOWN;
  const key = `${WORDS[name]}.${value}`;
  if (WORDS[name] && isKey(key)) return speech.t(key);
  if (name.endsWith("On")) return speech.date(value);
  return isQuarter(value) ? speech.quarter(value) : value;
}

/** The sentence of a piece of news, in the reader's language. */
export function sentenceOf({ kind, values, by, reference, title }: ToldNews, speech: Speech): string {
  if (!isNotification(kind)) return `${reference ?? ""} ${speech.tell(title)}`.trim();
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, worded(name, value, speech)]));
  return speech.t(`people.told.${kind}`, {
    ...NOT_SAID,
    ...said,
    by: by ?? speech.t("desk.product"),
    reference: reference ?? UNKNOWN,
    title: speech.tell(title) || UNKNOWN,
  });
}

/** What somebody wrote with it: the reason of a refusal, the words of a comment. Empty where there is nothing. */
export function wordsOf({ values }: Pick<ToldNews, "values">, speech: Speech): string {
  for (const name of ["reason", "excerpt", "body", "note"]) {
    const value = values[name];
    if (typeof value === "string") return value;
    if (value && typeof value === "object") return speech.tell(value);
  }
  return "";
}
