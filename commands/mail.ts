import { randomBytes } from "node:crypto";
import { speechFor } from "#app/locales/speech";
import { readMailState } from "#app/people/mail-content.server";
import { isSafeAddress } from "#app/people/mail-rhythm";
import { readOrganisation } from "#app/people/organisation.server";
import { addressOf, messageOf } from "../mail/message";
import { connect, MailFailure } from "../mail/smtp";
import { type Command, CommandProblem, UsageProblem } from "./command";

export const mailTest: Command = {
  name: "mail test",
  summary: "Send a mail to an address, now and outside of the queue: does the server of SMTP_URL take it?",
  arguments: ["ADDRESS"],
  options: {},
  async run(given, { environment, now }) {
    const [address = ""] = given.arguments;
    if (!isSafeAddress(address)) throw new UsageProblem(`«${address}» is no mail address.`);
    const { mail, publicUrl } = environment;
    if (!mail) throw new CommandProblem("SMTP_URL is not set: this installation sends no mail.");
    const { t } = speechFor("en", "EUR", "UTC");
    const [subject, text] = [t("people.mail.test.subject"), t("people.mail.test.text", { url: publicUrl })];
    const host = addressOf(mail.from).split("@")[1] ?? "localhost";
    const messageId = `<${randomBytes(16).toString("hex")}@${host}>`;
    const addresses = { from: mail.from, to: { name: "", address }, messageId, date: now };
    const message = await messageOf({ subject, text, html: "" }, addresses);
    try {
      const connection = await connect(mail.smtpUrl);
      try {
        await connection.send({ from: addressOf(mail.from), to: address }, message, async () => true);
      } finally {
        connection.close();
      }
    } catch (problem) {
      if (!(problem instanceof MailFailure)) throw problem;
      const { words, code } = problem.failure;
      throw new CommandProblem(`The mail did not go out (${code}): ${words}`);
    }
    return { ok: true, lines: [`The server took a mail to ${address}, ${messageId}.`], data: { address, messageId } };
  },
};

export const mailQueue: Command = {
  name: "mail queue",
  summary: "Say how the queue of mail stands: what waits, and what was given up or perhaps sent.",
  options: {},
  async run(_given, { environment, open }) {
    const database = await open(environment.databaseUrl);
    try {
      if (!(await readOrganisation(database))) throw new CommandProblem("This database holds no organisation yet.");
      const state = await readMailState(database);
      const { waiting, retrying, givenUp, lastSentAt, troubles } = state;
      return {
        ok: true,
        lines: [
          environment.mail ? "Mail goes out by SMTP_URL." : "SMTP_URL is not set: mail stays in the app.",
          `${waiting} waiting, ${retrying} of them after a try; ${givenUp} given up; last sent ${lastSentAt?.toISOString() ?? "never"}.`,
          ...troubles.map(
            ({ id, personId, tries, problem, over }) =>
              `${id}  person ${personId}  ${over ? "given up" : "waits  "}  tries ${tries}  ${problem}`,
          ),
        ],
        data: { sends: environment.mail !== null, ...state },
      };
    } finally {
      await database.close();
    }
  },
};
