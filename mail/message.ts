import MailComposer from "nodemailer/lib/mail-composer/index.js";
import type { WrittenLetter } from "#app/people/letter";
import { oneLine } from "#app/people/mail-rhythm";

export interface Addresses {
  /** As MAIL_FROM says it: an address, or a name with one. */
  from: string;
  to: { name: string; address: string };
  messageId: string;
  date: Date;
  /** Where one click stops these mails; none for a mail that was asked for. */
  stopUrl?: string;
}

/** A mail as it goes over the wire. */
export async function messageOf(letter: WrittenLetter, addresses: Addresses): Promise<Buffer> {
  const { from, to, messageId, date, stopUrl } = addresses;
  const headers: Record<string, string> = { "Auto-Submitted": "auto-generated" };
  if (stopUrl) {
    headers["List-Unsubscribe"] = `<${stopUrl}>`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  const composer = new MailComposer({
    from,
    to: { name: oneLine(to.name), address: to.address },
    subject: oneLine(letter.subject),
    text: letter.text,
    ...(letter.html && { html: letter.html }),
    messageId,
    date,
    headers,
    // Nothing of a letter is read from a file or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The address alone of a sender such as `Casebook <casebook@example.com>`. */
export function addressOf(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}
