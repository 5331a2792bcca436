/** A real mail server on a free port of this machine, that behaves as a test wants it to. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

export interface Delivered {
  from: string;
  to: string[];
  /** The whole message, as it came. */
  raw: string;
}

export interface PostOffice {
  url: string;
  delivered: Delivered[];
  /** How often somebody has come. */
  visits: number;
  close(): Promise<void>;
}

/** An answer in SMTP's numbers. */
export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

export interface Manners {
  /** Answers the recipient's address: an error refuses it. */
  recipient?(address: string): Error | null | Promise<Error | null>;
  /** Answers the whole message; `null` takes it. */
  message?(raw: string, drop: () => void): Error | null | Promise<Error | null>;
  options?: SMTPServerOptions;
}

export async function postOffice(manners: Manners = {}): Promise<PostOffice> {
  const office = { url: "", delivered: [] as Delivered[], visits: 0 };
  const sockets = new Set<{ destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    ...manners.options,
    onConnect(_session, done) {
      office.visits += 1;
      done();
    },
    onRcptTo({ address }, _session, done) {
      Promise.resolve(manners.recipient?.(address) ?? null).then(done, done);
    },
    onData(stream, session, done) {
      text(stream)
        .then(async (raw) => {
          const problem =
            (await manners.message?.(raw, () => sockets.forEach((socket) => void socket.destroy()))) ?? null;
          if (!problem) {
            const { mailFrom, rcptTo } = session.envelope;
            const from = mailFrom ? mailFrom.address : "";
            office.delivered.push({ from, to: rcptTo.map(({ address }) => address), raw });
          }
          done(problem);
        })
        .catch(done);
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  onTestFinished(() => close());
  office.url = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  return Object.assign(office, { close });
}

/** What a header says, its folded lines joined. */
export function headerOf({ raw }: Delivered, name: string): string | null {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const line = head.split("\r\n").find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `));
  return line ? line.slice(name.length + 2) : null;
}

/** The text of a part of the message by its type, decoded from quoted-printable or base64. */
export function partOf({ raw }: Delivered, type: "text/plain" | "text/html"): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? "";
  const part = raw.split(`--${boundary}`).find((each) => each.includes(`Content-Type: ${type}`)) ?? "";
  const body = part.slice(part.indexOf("\r\n\r\n") + 4);
  if (/Content-Transfer-Encoding: base64/i.test(part)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(part)) return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
