/** Reception: who asks, in which language, with which words; and how a «no» becomes HTTP. Every route goes through it. */
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import { errorsOf, type FieldErrors, shapeOf } from "#app/kernel/input";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import { type When, whenAt } from "#app/kernel/when";
import type { Key, Values } from "#app/locales/keys";
import { localeFromHeader, type Speech, speechFor } from "#app/locales/speech";
import { type SignedIn, touchSession, whoIs } from "#app/people/auth.server";
import { type Organisation, readOrganisation } from "#app/people/organisation.server";
import { type Act, type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Database } from "#db/client.server";
import { isDangling } from "#db/dangling.server";
import { troubleOf } from "#db/trouble.server";
import { type Failure, type Rejection, STALE } from "./answer";
import { cookie, cookieOf, FLASH_COOKIE, LOCALE_COOKIE, sessionTokenOf } from "./cookies.server";
import { loggedPath, readForm, refuseOtherSites, rejectionOf, STRANGERS_BYTES } from "./door.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    database: Database;
    secret: string;
    /** The caller's address, as the proxy says where one is trusted. */
    address: string;
    /** Whether people come over https: cookies are then for https only. */
    secure: boolean;
    /** Where a form was sent from, as the browser says in `Origin`: the server takes it out of the request. */
    origin: string | null;
    /** The origin of PUBLIC_URL, where it is set: what links that leave the product begin with. */
    publicOrigin: string | null;
    /** Whether this installation sends mail. */
    mails: boolean;
    /** The request's id and who turned out to ask, for the log; and when to ask again, in seconds, where that is told. */
    caller: { id: string; personId: number | null; retryAfter?: number };
    /** The product's clock; tests and the seeds set it. */
    clock: () => Date;
    log: (entry: { level: "error" | "warn" | "info" | "debug" } & Record<string, unknown>) => void;
  }
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Context = Args["context"];

/** What anybody who comes through the door has: signed in or not. */
export interface Reception {
  database: Database;
  organisation: Organisation | null;
  signedIn: SignedIn | null;
  locale: Locale;
  speech: Speech;
  when: When;
  context: Context;
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
}

/** A signed-in person's place: what every page and action starts from. */
export interface Desk extends Reception {
  organisation: Organisation;
  signedIn: SignedIn;
  actor: Actor & { personId: number };
  /** The same table that commands ask, for showing or hiding a button. */
  permits(act: Act, parties?: Parties): boolean;
}

// The loaders of one page share what reception found out; the context is made anew for each HTTP request.
const received = new WeakMap<Context, Promise<Omit<Reception, "request" | "params">>>();

async function welcome({ request, context }: Args): Promise<Omit<Reception, "request" | "params">> {
  const { database, secret, clock } = context;
  const now = clock();
  const organisation = await readOrganisation(database);
  const token = sessionTokenOf(request, context);
  const signedIn = token ? await whoIs(database, token, secret, now) : null;
  if (signedIn) {
    context.caller.personId = signedIn.actor.personId;
    // Nobody waits for this note, and none who reads is refused for it.
    touchSession(database, signedIn, now).catch((problem) =>
      context.log({ level: "warn", request: context.caller.id, session: signedIn.sessionId, message: String(problem) }),
    );
  }
  const chosen = cookieOf(request, LOCALE_COOKIE);
  const locale =
    signedIn?.locale ??
    (chosen === "fr" || chosen === "en" ? chosen : localeFromHeader(request.headers.get("Accept-Language")));
  const calendar = organisation ?? { currency: "EUR", timeZone: "Europe/Paris", fiscalFirstMonth: 1 };
  return {
    database,
    organisation,
    signedIn,
    locale,
    speech: speechFor(locale, calendar.currency, calendar.timeZone),
    when: whenAt(now, calendar),
    context,
    // PostgreSQL stores and compares no NUL, and nobody means one: an address without it is what was asked.
    url: new URL(request.url.replaceAll("%00", "")),
  };
}

async function receive(args: Args): Promise<Reception> {
  let shared = received.get(args.context);
  if (!shared) {
    shared = welcome(args);
    received.set(args.context, shared);
  }
  const params = Object.fromEntries(
    Object.entries(args.params).map(([name, text]) => [name, text?.replaceAll("\0", "")]),
  );
  return { ...(await shared), request: args.request, params };
}

async function seat(args: Args): Promise<Desk> {
  const reception = await receive(args);
  const { organisation, signedIn, url } = reception;
  if (!organisation) throw redirect("/set-up");
  if (!signedIn) {
    const back = args.request.method === "GET" ? url.pathname + url.search : "/";
    throw redirect(back === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(back)}`);
  }
  const { actor } = signedIn;
  return { ...reception, organisation, signedIn, actor, permits: (act, parties) => permits(actor, act, parties) };
}

/** Logs a fault whole, under the request's id, which this answers; the person never sees the stack. */
export function logFault(args: Args, problem: unknown): string {
  const { id } = args.context.caller;
  const error =
    problem instanceof Error
      ? {
          message: problem.message,
          stack: problem.stack,
          // What the driver said: drizzle tells only which query it was.
          ...(problem.cause instanceof Error && { cause: String(problem.cause) }),
        }
      : { message: String(problem) };
  args.context.log({
    level: "error",
    request: id,
    method: args.request.method,
    path: loggedPath(args.request.url),
    ...error,
  });
  return id;
}

/** A database that is away, locked or full is told as that: it passes, and the sentence says what to do meanwhile. */
export function troubleIn(args: Args, problem: unknown): Refusal | null {
  const trouble = troubleOf(problem);
  if (!trouble) return null;
  const { id } = args.context.caller;
  args.context.log({ level: "error", request: id, database: trouble, message: String(problem) });
  return new Refusal(trouble === "full" ? 507 : 503, `desk.refusal.database-${trouble}`);
}

export const RETRY_AFTER_SECONDS: Record<number, number> = { 429: 15 * 60, 503: 5 };

/** The page's header: Remix keeps those of an action from a page that it draws. */
function tellWhenToRetry({ context }: Args, status: number): void {
  const seconds = RETRY_AFTER_SECONDS[status];
  if (seconds !== undefined) context.caller.retryAfter = seconds;
}

async function guarded<Answer>(args: Args, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (problem) {
    if (problem instanceof Response) throw problem;
    const refusal = problem instanceof Refusal ? problem : troubleIn(args, problem);
    if (!refusal) throw json({ fault: logFault(args, problem) } satisfies Failure, { status: 500 });
    const { key, values, status } = refusal;
    // A page that fails after its form was refused is where what was typed can still be read.
    const written = rejections.get(args.context)?.typed;
    tellWhenToRetry(args, status);
    throw json({ refusal: { key, values }, written } satisfies Failure, { status });
  }
}

/** A loader for signed-in people. Answer plain JSON values, so that it reads the same on both sides. */
export function ask<Answer>(read: (desk: Desk) => Promise<Answer>) {
  return (args: LoaderFunctionArgs): Promise<Answer> => guarded(args, async () => read(await seat(args)));
}

/** A loader for anybody: sign-in, set-up, password links, and the shell around every page. */
export function askAnyone<Answer>(read: (reception: Reception) => Promise<Answer>) {
  return (args: LoaderFunctionArgs): Promise<Answer> => guarded(args, async () => read(await receive(args)));
}

async function handle<Place extends Reception>(
  args: ActionFunctionArgs,
  place: (args: Args) => Promise<Place>,
  work: (place: Place, form: FormData) => Promise<Response>,
  read: (request: Request, maximumBytes: number) => Promise<FormData> = readForm,
): Promise<Response> {
  return guarded(args, async () => {
    refuseOtherSites(args.request, args.context);
    // Who asks comes first: a stranger's upload is not read into memory only to be turned away.
    const at = await place(args);
    const form = await read(args.request, at.signedIn ? Number.POSITIVE_INFINITY : STRANGERS_BYTES);
    try {
      return await work(at, form);
    } catch (problem) {
      if (problem instanceof Rejected)
        return reject(args.context, rejectionOf(form, problem.rejection), { status: 400 });
      // Refused on a form: the page comes back with the sentence and all that was typed.
      const known = isDangling(problem) ? new Refusal(409, "desk.refusal.gone") : problem;
      const refusal = known instanceof Refusal ? known : troubleIn(args, problem);
      if (!refusal) throw problem;
      const { key, values, status } = refusal;
      const rejection = rejectionOf(form, { errors: {}, refusal: { key, values }, stale: key === STALE });
      tellWhenToRetry(args, status);
      return reject(args.context, rejection, { status });
    }
  });
}

/** An action for signed-in people: parse, run a command in one transaction, `go` on. */
export function act(work: (desk: Desk, form: FormData) => Promise<Response>) {
  return (args: ActionFunctionArgs): Promise<Response> => handle(args, seat, work);
}

/** The same for what reads its request itself, as it comes: `work` adds to the form what it reads, which a refusal keeps. */
export function take(work: (desk: Desk, form: FormData) => Promise<Response>) {
  return (args: ActionFunctionArgs): Promise<Response> => handle(args, seat, work, async () => new FormData());
}

/** An action for anybody. */
export function actAnyone(work: (reception: Reception, form: FormData) => Promise<Response>) {
  return (args: ActionFunctionArgs): Promise<Response> => handle(args, receive, work);
}

// The page after a rejected form is drawn in the same request: its shell tells of what no form on it does.
const rejections = new WeakMap<Context, Rejection>();

/** What this request's form was rejected for, if it was. */
export function rejectionHere({ context }: Reception): Rejection | null {
  return rejections.get(context) ?? null;
}

function reject(context: Context, rejection: Rejection, init: { status: number }): Response {
  rejections.set(context, rejection);
  return json(rejection, init);
}

class Rejected extends Error {
  readonly rejection: Omit<Rejection, "typed" | "chosen">;
  constructor(rejection: Omit<Rejection, "typed" | "chosen">) {
    super("malformed");
    this.rejection = rejection;
  }
}

/** What a page that is drawn again without an act shows in its form: all that was typed, and no fault. */
export const asTyped = (form: FormData): Rejection => rejectionOf(form, { errors: {} });

/**
 * The form's content as its act's schema reads it; otherwise the page comes back with an error at each field.
 * @param faults what is known to be wrong already, such as people whom nobody knows
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  faults: FieldErrors = {},
): z.output<Schema> {
  const result = schema.safeParse(shapeOf(form));
  const errors = { ...(result.success ? {} : errorsOf(result.error)), ...faults };
  if (result.success && Object.keys(errors).length === 0) return result.data;
  throw new Rejected({ errors });
}

/** Where an action leads, with a sentence that the next page shows once. */
export function go(reception: Reception, to: string, notice?: Key, values: Values = {}): Response {
  const response = redirect(to, 303);
  if (notice) {
    const flash = JSON.stringify({ key: notice, values });
    response.headers.append("Set-Cookie", cookie(reception.context, FLASH_COOKIE, flash, 60));
  }
  return response;
}

/** The sentence that the last action left, and the header that forgets it. */
export function takeFlash({ request, context, speech }: Reception): { notice: string | null; forget?: string } {
  const flash = cookieOf(request, FLASH_COOKIE);
  if (!flash) return { notice: null };
  try {
    const { key, values } = JSON.parse(flash) as { key: Key; values: Values };
    return { notice: speech.t(key, values), forget: cookie(context, FLASH_COOKIE, "", 0) };
  } catch {
    return { notice: null, forget: cookie(context, FLASH_COOKIE, "", 0) };
  }
}

/** A number in the URL, such as an id. @throws Refusal 404 when it is none. */
export function idFrom(text: string | undefined): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id <= 0) throw new Refusal(404, "desk.refusal.not-found");
  return id;
}
