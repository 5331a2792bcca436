import { type Told, toldIn } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import type { Stage } from "../stages";

/** One case like what is typed, as the form's list shows it. */
export interface SimilarLine {
  reference: string;
  href: string;
  label: string;
  /** The language of the label, where it is not the reader's. */
  lang: string | null;
  note: string;
  why: string;
  because: string | null;
  join: string;
}

export interface WhileTyping {
  /** What a screen reader says. */
  said: string;
  lines: SimilarLine[];
}

interface Found {
  reference: string;
  title: Told;
  stage: Stage | null;
  department: Told | null;
  shared: readonly string[];
  because: Told | null;
}

const ONE_LINE = 180;

/** A text in one line, cut at a word where it is longer than one can take in while typing. */
export function inOneLine(text: string, letters = ONE_LINE): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= letters) return line;
  const cut = line.slice(0, letters);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), letters / 2))}…`;
}

/** Why a case was found: the words that it shares with what was told. */
export function whyFound(shared: readonly string[], { t, list }: Speech): string {
  return t("similar.shared", { words: list([...shared]) });
}

const TAUGHT: readonly (Stage | null)[] = ["stopped", "poc", "pilot"];

/** Why it came to an end; of a POC that was stopped, what it taught, said to be that. */
export function saidOf(stage: Stage | null, because: string, { t }: Speech): string {
  return TAUGHT.includes(stage) ? t("similar.taught", { learning: because }) : because;
}

export function writtenWhileTyping(found: readonly Found[], speech: Speech): WhileTyping {
  const { t, tell, locale } = speech;
  return {
    said: t("similar.found", { count: found.length }),
    lines: found.map(({ reference, title, stage, department, shared, because }) => {
      const language = toldIn(title, locale);
      const where = department ? tell(department) : t("use-cases.head.no-department");
      const label = `${reference} · ${tell(title) || t("use-cases.untitled")}`;
      return {
        reference,
        href: `/use-cases/${reference}`,
        label,
        lang: language === locale ? null : language,
        note: `${t(stage ? `use-cases.stage.${stage}` : "use-cases.stage.unknown")} · ${where}`,
        why: whyFound(shared, speech),
        because: because ? saidOf(stage, inOneLine(tell(because)), speech) : null,
        join: t("similar.join-this", { reference }),
      };
    }),
  };
}
