import { type Speech, UNKNOWN } from "#app/locales/speech";
import { letterHtml, letterText } from "#app/ui/letter";
import { type MailKind, oneLine } from "./mail-rhythm";
import { sentenceOf, type ToldNews, wordsOf } from "./told";

export interface Addressed {
  kind: MailKind;
  name: string;
  organisation: string;
  lines: readonly (ToldNews & { id: number })[];
  more: number;
  /** The origin that links begin with, without a slash at its end. */
  origin: string;
  /** Where the mails of this person are stopped and begun again, from `/`. */
  stopPath: string;
}

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

const SUBJECT = 150;
const QUOTE = 600;

const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

/** A mail in its reader's language: what they were told, with the words that came with it, and how to be mailed less. */
export function letterOf(
  { kind, name, organisation, lines, more, origin, stopPath }: Addressed,
  speech: Speech,
): WrittenLetter {
  const { t } = speech;
  const count = lines.length + more;
  const [first] = lines;
  const subject = count === 1 && first ? sentenceOf(first, speech) : t("people.mail.subject", { count, organisation });
  const letter = {
    lang: speech.locale,
    brand: t("desk.product"),
    title: t("people.mail.title", { count }),
    greeting: t("people.mail.greeting", { name: name || UNKNOWN }),
    lead: t(`people.mail.lead.${kind}`, { organisation }),
    items: lines.map((line) => ({
      text: oneLine(sentenceOf(line, speech)),
      quote: shortened(wordsOf(line, speech), QUOTE),
      href: `${origin}/notifications/${line.id}`,
    })),
    after: more > 0 ? t("people.mail.more", { count: more }) : "",
    action: { label: t("people.mail.open"), href: `${origin}/notifications` },
    foot: {
      text: t("people.mail.why", { organisation }),
      links: [{ label: t("people.mail.stop"), href: origin + stopPath }],
    },
  };
  return { subject: shortened(oneLine(subject), SUBJECT), text: letterText(letter), html: letterHtml(letter) };
}
