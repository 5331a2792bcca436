/** One connection to a mail server, and what its answers mean. Nothing of the product, nothing of the queue. */
import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared/index.js";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";

export interface Envelope {
  from: string;
  to: string;
}

/** How a try ended that did not end well. */
export type Failure =
  /** The server as a whole, or the way to it: nothing else would go through now either. */
  | { kind: "server"; words: string; code: string }
  /** This mail, for now (4xx). */
  | { kind: "later"; words: string; code: string }
  /** This mail, for good (5xx). */
  | { kind: "refused"; words: string; code: string }
  /** The last word was said and no answer came: the server may have it. */
  | { kind: "perhaps"; words: string; code: string };

export class MailFailure extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.words);
    this.failure = failure;
  }
}

const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };
/** All that one mail may take, however slowly its server answers; shorter than a claim. */
const PATIENCE_MS = 5 * 60_000;
/** About one recipient or one message; whatever else is refused concerns the sender, who is always the same. */
const ABOUT_ONE_MAIL = ["RCPT TO", "DATA"];

interface Problem extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** @param handed whether the mail's last word was out */
export function failureOf(problem: Problem, handed: boolean): Failure {
  const { responseCode, command = "", response, message } = problem;
  const words = (response || message).replace(/\s+/g, " ").slice(0, 300);
  const code = [responseCode ?? problem.code ?? "ERROR", command].join(" ").trim();
  if (!responseCode) return { kind: handed ? "perhaps" : "server", words, code };
  if (!handed && !ABOUT_ONE_MAIL.includes(command)) return { kind: "server", words, code };
  // 421: the server is closing, whatever it was asked.
  if (responseCode === 421) return { kind: "server", words, code };
  return { kind: responseCode >= 500 ? "refused" : "later", words, code };
}

export interface Connection {
  /**
   * @param handing called when all but the last word is out; the mail is abandoned unless it answers true
   * @throws MailFailure
   */
  send(envelope: Envelope, message: Buffer, handing: () => Promise<boolean>): Promise<void>;
  /** After a failure too: what the server was told up to then is not taken up again. */
  close(): void;
}

/** @throws MailFailure of kind «server» */
export async function connect(url: string): Promise<Connection> {
  const { auth: given, ...options } = parseConnectionUrl(url);
  const auth = given && "pass" in given && given.user && given.pass ? { user: given.user, pass: given.pass } : null;
  const local = ["localhost", "127.0.0.1", "::1", "[::1]"].includes(String(options.host));
  // A password goes to another machine over TLS or not at all.
  const requireTLS = Boolean(auth) && !options.secure && !local && !options.ignoreTLS;
  const connection = new SMTPConnection({ ...TIMEOUTS, requireTLS, ...options });
  let broken: Problem | null = null;
  let fail: (problem: Problem) => void = () => undefined;
  connection.on("error", (problem: Problem) => {
    broken = problem;
    fail(problem);
  });
  connection.on("end", () => fail(new Error("The server ended the connection")));
  /** Whatever happens first: the answer, the end of the connection, or of our patience. */
  const answered = (begin: (done: (problem?: Problem | null) => void) => void, handed: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const over = (problem: Problem) => {
        clearTimeout(timer);
        reject(new MailFailure(failureOf(problem, handed())));
      };
      const timer = setTimeout(() => {
        over(new Error("The server took too long"));
        connection.close();
      }, PATIENCE_MS);
      fail = over;
      if (broken) over(broken);
      else
        begin((problem) => {
          if (problem) return over(problem);
          clearTimeout(timer);
          resolve();
        });
    });
  const never = () => false;
  await answered((done) => connection.connect(done), never);
  if (auth) await answered((done) => connection.login(auth, done), never);
  let whole = true;
  return {
    async send({ from, to }, message, handing) {
      let handed = false;
      let answeredAlready = false;
      async function* words() {
        yield message;
        // After a refusal of the envelope the message is read to its end all the same, and goes nowhere.
        if (answeredAlready) return;
        if (!(await handing())) throw new Error("Another process has this mail");
        handed = true;
      }
      const stream = Readable.from(words(), { objectMode: false, highWaterMark: 1 });
      const begin = (done: (problem?: Problem | null) => void) =>
        connection.send({ from, to: [to] }, stream, (problem) => {
          answeredAlready = true;
          done(problem);
        });
      await answered(begin, () => handed).catch((problem) => {
        whole = false;
        throw problem;
      });
    },
    // In the middle of a message «QUIT» would be a line of it.
    close: () => (whole ? connection.quit() : connection.close()),
  };
}
