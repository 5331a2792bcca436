import { z } from "zod";
import { LEVELS, type Level } from "./http/log";

/** A variable of the environment that cannot be used: one sentence for each fault. */
export class EnvironmentProblem extends Error {
  override name = "EnvironmentProblem";
}

const flag = z
  .enum(["0", "1", "false", "true"], "must be 1 or 0")
  .transform((value) => value === "1" || value === "true");

/** `URL.parse` is not there on every Node that Casebook runs on. */
const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : null);

/** An address, or a name and an address in angle brackets, on one line. */
const SENDER = /^(?:[^\s<>@,;]+@[^\s<>@,;]+|[^<>\r\n]+ <[^\s<>@,;]+@[^\s<>@,;]+>)$/;

const schema = z.object({
  PORT: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be 1 to 65535")
    .max(65_535, "must be 1 to 65535")
    .default(3000),
  HOST: z.string().min(1, "must name an address, such as 127.0.0.1").default("127.0.0.1"),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)/, "must begin with file: or postgres://")
    .default("file:data/casebook.db"),
  SESSION_SECRET: z.string().min(16, "must have at least 16 characters").optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://casebook.example.com" })
    .optional(),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d|true|false)$/, "must be 0 or the number of proxies in front, such as 1")
    .transform((value) => (value === "true" ? 1 : value === "false" ? 0 : Number(value)))
    .default(0),
  CASEBOOK_DEMO: flag.default(true),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(", ")}`).default("info"),
  API_REQUESTS_A_MINUTE: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .default(600),
  SMTP_URL: z
    .string()
    .refine(
      (value) => /^smtps?:$/.test(urlOf(value)?.protocol ?? "") && urlOf(value)?.hostname !== "",
      "must be an address such as smtp://user:password@mail.example.com:587",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(SENDER, "must be an address such as casebook@example.com, or Casebook <casebook@example.com>")
    .optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
});

export interface Environment {
  port: number;
  host: string;
  databaseUrl: string;
  sessionSecret: string | undefined;
  publicUrl: string;
  /** The origin of PUBLIC_URL, or null where it is not set. */
  publicOrigin: string | null;
  /** People come over https. */
  secure: boolean;
  /**
   * How many proxies stand in front. Their count and no more: whoever trusts the whole of `X-Forwarded-For` believes
   * the address that the caller made up, and throttles nobody.
   */
  trustProxy: number;
  /** Load the demonstration portfolio into an empty database. */
  demo: boolean;
  logLevel: Level;
  /** How much one token may ask of one process. */
  apiRequestsAMinute: number;
  /** Where mail goes out and whose it is; null: it stays in the app. */
  mail: { smtpUrl: string; from: string } | null;
  /** Who has it may read `/metrics` from another machine. */
  metricsToken: string | undefined;
}

/** @throws EnvironmentProblem that names each variable at fault and how to mend it. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new EnvironmentProblem(
      result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"),
    );
  }
  const { PORT, HOST, DATABASE_URL, SESSION_SECRET, PUBLIC_URL, TRUST_PROXY, CASEBOOK_DEMO } = result.data;
  const { LOG_LEVEL, API_REQUESTS_A_MINUTE, METRICS_TOKEN } = result.data;
  const { SMTP_URL, MAIL_FROM } = result.data;
  if (SMTP_URL && !MAIL_FROM) throw new EnvironmentProblem("MAIL_FROM must be set with SMTP_URL: mail needs a sender.");
  if (SMTP_URL && !PUBLIC_URL) {
    throw new EnvironmentProblem("PUBLIC_URL must be set with SMTP_URL: the links in mail begin with it.");
  }
  const shown = HOST === "127.0.0.1" || HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  const publicUrl = PUBLIC_URL ?? `http://${shown}:${PORT}`;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    sessionSecret: SESSION_SECRET,
    publicUrl,
    publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    secure: new URL(publicUrl).protocol === "https:",
    trustProxy: TRUST_PROXY,
    demo: CASEBOOK_DEMO,
    logLevel: LOG_LEVEL,
    apiRequestsAMinute: API_REQUESTS_A_MINUTE,
    mail: SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM } : null,
    metricsToken: METRICS_TOKEN,
  };
}
