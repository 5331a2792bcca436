/** One look at the queue of mail: what is due is written, sent and marked, one after the other. */
import { speechFor } from "#app/locales/speech";
import { letterOf } from "#app/people/letter";
import { readMailContent } from "#app/people/mail-content.server";
import {
  type ClaimedMail,
  claimMail,
  dropMail,
  handMail,
  mailFailed,
  mailWasSent,
  PERHAPS_SENT,
  queueMails,
} from "#app/people/mail-queue.server";
import { isSafeAddress } from "#app/people/mail-rhythm";
import { type Organisation, readOrganisation } from "#app/people/organisation.server";
import { mailToken } from "#app/people/unsubscribe.server";
import type { Database } from "#db/client.server";
import { addressOf, messageOf } from "./message";
import { type Connection, connect, MailFailure } from "./smtp";

export interface Post {
  smtpUrl: string;
  from: string;
  /** What links in mails begin with. */
  publicUrl: string;
}

/** What became of a mail, for the log and the metrics: without a name, an address or a word of it. */
export interface Posted {
  mail: number;
  outcome: "sent" | "later" | "given-up" | "perhaps-sent" | "dropped";
  code?: string;
}

export interface Sender {
  post: Post;
  secret: string;
  clock: () => Date;
  heard(posted: Posted): void;
  /** Whether to begin no more: the process is about to end. */
  stopping(): boolean;
}

/** Queues what is due and sends what is queued, until nothing is or the server fails. */
export async function sendDue(database: Database, sender: Sender): Promise<void> {
  const { post, clock, stopping, heard } = sender;
  const organisation = await readOrganisation(database);
  if (!organisation) return;
  const host = addressOf(post.from).split("@")[1] ?? "localhost";
  await queueMails(database, organisation, host, clock());
  let connection: Connection | null = null;
  try {
    while (!stopping()) {
      const mail = await claimMail(database, clock());
      if (!mail) return;
      const written = await writeMail(database, mail, organisation, sender);
      if (written === "nothing") {
        await dropMail(database, mail);
        heard({ mail: mail.id, outcome: "dropped" });
        continue;
      }
      if (written === "bad-address") {
        await mailFailed(database, mail, { again: false, problem: written }, clock());
        heard({ mail: mail.id, outcome: "given-up", code: written });
        continue;
      }
      try {
        connection ??= await connect(post.smtpUrl);
        const handing = () => handMail(database, mail, clock());
        await connection.send({ from: addressOf(post.from), to: written.to }, written.message, handing);
      } catch (problem) {
        connection?.close();
        connection = null;
        if (await failed(database, mail, problem, sender)) return;
        continue;
      }
      await mailWasSent(database, mail, clock());
      heard({ mail: mail.id, outcome: "sent" });
    }
  } finally {
    connection?.close();
  }
}

/** @returns whether the server as a whole failed, so that the others wait too */
async function failed(database: Database, mail: ClaimedMail, problem: unknown, { clock, heard }: Sender) {
  if (!(problem instanceof MailFailure)) throw problem;
  const { kind, words, code } = problem.failure;
  if (kind === "perhaps" || kind === "refused") {
    const told = kind === "perhaps" ? PERHAPS_SENT : words;
    await mailFailed(database, mail, { again: false, problem: told }, clock());
    heard({ mail: mail.id, outcome: kind === "perhaps" ? "perhaps-sent" : "given-up", code });
  } else {
    const next = await mailFailed(database, mail, { again: true, problem: words }, clock());
    heard({ mail: mail.id, outcome: next ? "later" : "given-up", code });
  }
  return kind === "server" || kind === "perhaps";
}

async function writeMail(database: Database, mail: ClaimedMail, organisation: Organisation, sender: Sender) {
  const { post, secret, clock } = sender;
  const { to, lines, more } = await readMailContent(database, mail);
  if (lines.length === 0 || !to.active || to.rhythm === "never") return "nothing";
  if (!isSafeAddress(to.email)) return "bad-address";
  const speech = speechFor(to.locale ?? organisation.locale, organisation.currency, organisation.timeZone);
  const origin = post.publicUrl.replace(/\/+$/, "");
  const stopPath = `/mail/${mailToken(to.id, secret)}`;
  const addressed = { kind: mail.kind, name: to.name, organisation: organisation.name, lines, more, origin, stopPath };
  const message = await messageOf(letterOf(addressed, speech), {
    from: post.from,
    to: { name: to.name, address: to.email },
    messageId: mail.messageId,
    date: clock(),
    stopUrl: origin + stopPath,
  });
  return { to: to.email, message };
}
