/** The door for programs: who asks, by which token, for what; and how a «no» becomes problem details. Every route of the API goes through it. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReadableStream as Bytes } from "node:stream/web";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { type Contract, isTagged } from "#app/api/contract";
import { type Once, once } from "#app/api/idempotent.server";
import { API_ROOT, type Described, openApi } from "#app/api/openapi";
import type { Asked, Operation } from "#app/api/operation.server";
import { faultsOf, inAddress, inBody, problemOf, Turned } from "#app/api/problem";
import { moneyIn } from "#app/api/shapes";
import { Refusal } from "#app/kernel/refusal";
import { LOCALES, type Locale } from "#app/kernel/told";
import { whenAt } from "#app/kernel/when";
import { type Speech, speechFor } from "#app/locales/speech";
import { type TokenHolder, touchToken, whoHolds } from "#app/people/api-tokens.server";
import { readOrganisation } from "#app/people/organisation.server";
import type { Database } from "#db/client.server";
import { isDangling } from "#db/dangling.server";
import { compressed } from "./compressed.server";
import { logFault, RETRY_AFTER_SECONDS, troubleIn } from "./desk.server";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The largest thing to send is a quarter's reports. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;
const JSON_TYPES = ["application/json", "application/merge-patch+json"];
const VERSION_TAG = /^(?:W\/)?"(\d{1,15})(?:\.[\w-]+)?"$/;
const KEY = /^[\x21-\x7e]{8,200}$/;

/** For one program, to be asked for again each time: what the site may keep while nothing is written. */
const KEPT = "private, no-cache";

const nothing = z.strictObject({});

/** The language that a program asks for, else its person's; English where neither says. */
function localeOf(request: Request, holder: TokenHolder | null): Locale {
  const asked = request.headers.get("Accept-Language")?.trim().slice(0, 2).toLowerCase();
  return LOCALES.find((locale) => locale === asked) ?? holder?.locale ?? "en";
}

async function holderOf({ request, context }: Args): Promise<TokenHolder> {
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  if (!token) throw new Turned(401, "api.refusal.no-token");
  const { database, secret, clock, caller } = context;
  const holder = await whoHolds(database, token, secret, clock());
  if (!holder) throw new Turned(401, "api.refusal.unknown-token");
  caller.personId = holder.actor.personId;
  // Nobody waits for this note, and none who reads is refused for it.
  touchToken(database, holder, clock()).catch((problem) =>
    context.log({ level: "warn", request: caller.id, token: holder.tokenId, message: String(problem) }),
  );
  return holder;
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, place: Parameters<typeof faultsOf>[1]) {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw new Turned(400, "api.refusal.malformed", {}, faultsOf(read.error, place, value));
}

function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const said = new URL(request.url).searchParams;
  for (const name of new Set(said.keys())) {
    const values = said.getAll(name).map((value) => value.toWellFormed().replaceAll("\0", ""));
    query[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  return query;
}

async function bodyOf(request: Request): Promise<{ text: string; value: unknown }> {
  const [type = ""] = (request.headers.get("Content-Type") ?? "").toLowerCase().split(";");
  if (!JSON_TYPES.includes(type.trim())) throw new Turned(415, "api.refusal.not-json");
  if (Number(request.headers.get("Content-Length") ?? 0) > MAXIMUM_BYTES) {
    throw new Turned(413, "api.refusal.too-large", { megabytes: MAXIMUM_BYTES / 1024 / 1024 });
  }
  const text = await request.text();
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    throw new Turned(400, "api.refusal.not-readable", {}, [{ pointer: "#", key: "api.refusal.not-readable" }]);
  }
}

/** A file that is sent as it is. What says of itself that it is too large is refused before a byte of it is read. */
function bytesSent({ headers, body }: Request, { takes }: Contract): AsyncIterable<Uint8Array> {
  if (!takes || !body) return Readable.from([]);
  if (Number(headers.get("Content-Length") ?? 0) > takes.megabytes * 1024 * 1024) {
    throw new Turned(413, "api.refusal.too-large", { megabytes: takes.megabytes });
  }
  const stream = Readable.fromWeb(body as Bytes);
  // Whoever stops reading lets the rest pass: a program that is still sending would not hear the answer.
  const iterator = stream.iterator({ destroyOnReturn: false });
  const stopped = async () => {
    stream.on("error", () => undefined).resume();
    return { done: true as const, value: undefined };
  };
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next(), return: stopped }) };
}

function versionOf(request: Request): number {
  const said = request.headers.get("If-Match");
  if (said === null) throw new Turned(428, "api.refusal.no-version");
  const version = Number(VERSION_TAG.exec(said.trim())?.[1]);
  if (version > 0) return version;
  throw new Turned(400, "api.refusal.malformed", {}, [{ header: "If-Match", key: "api.fault.if-match" }]);
}

function keyOf(request: Request, needed: Contract["once"]): string | null {
  const key = request.headers.get("Idempotency-Key");
  if (key === null && needed !== "required") return null;
  if (key !== null && KEY.test(key)) return key;
  throw new Turned(400, "api.refusal.malformed", {}, [{ header: "Idempotency-Key", key: "api.fault.idempotency-key" }]);
}

/** Tags what was answered by its content, and where it has one by its version: an edit starts from that. */
function tagOf(text: string, answer: unknown): string {
  const content = createHash("sha256").update(text).digest("base64url").slice(0, 16);
  const version = typeof answer === "object" && answer && "version" in answer ? `${Number(answer.version)}.` : "";
  return `"${version}${content}"`;
}

async function carryOut(args: Args, operation: Operation, holder: TokenHolder): Promise<Response> {
  const { request, context, params } = args;
  const { database, clock } = context;
  const { contract } = operation;
  if (contract.scope === "write" && holder.scope === "read") throw new Turned(403, "api.refusal.scope");
  const organisation = await readOrganisation(database);
  if (!organisation) throw new Turned(503, "api.refusal.not-set-up");
  const found = (contract.parameters ?? z.object({})).safeParse(params);
  if (!found.success) throw new Turned(404, "api.refusal.no-such-thing");
  const query = checked(contract.query ?? nothing, queryOf(request), inAddress);
  const version = contract.edits ? versionOf(request) : 0;
  const key = contract.once ? keyOf(request, contract.once) : null;
  const sent = contract.body && (await bodyOf(request));
  const body = sent && checked(contract.body ?? nothing, sent.value, inBody);
  const begun: ((database: Database) => Promise<void>)[] = [];
  const asked: Asked<z.ZodType, z.ZodType, z.ZodType> = {
    parameters: found.data,
    query,
    body,
    actor: holder.actor,
    holder,
    organisation,
    money: moneyIn(organisation.currency),
    locale: localeOf(request, holder),
    when: whenAt(clock(), organisation),
    version,
    signal: request.signal,
    later: (work) => void begun.push(work),
  };
  const { status = 200 } = contract;
  if (operation.writes === "nothing, and gives a file") {
    const { headers, body } = await operation.carryOut(database, asked);
    return new Response(request.method === "HEAD" ? null : body, { headers });
  }
  if (operation.writes === "itself") {
    const bytes = bytesSent(request, contract);
    const answer = await operation.carryOut(database, asked, { bytes, clock, log: context.log });
    return answered(args, contract, answer, false);
  }
  if (!operation.writes) return answered(args, contract, await operation.carryOut(database, asked), false);
  const { answer, replayed } = await database.write(async (tx) => {
    const work = () => operation.carryOut(tx, asked);
    if (key === null) return { answer: await work(), replayed: false };
    const asking: Once = {
      personId: holder.actor.personId,
      key,
      request: `${request.method} ${new URL(request.url).pathname}\n${sent?.text ?? ""}`,
    };
    return once(tx, asking, status, work, asked.when);
  });
  for (const work of begun) work(database).catch((problem) => logFault(args, problem));
  return answered(args, contract, answer, replayed);
}

function answered({ request }: Args, contract: Contract, answer: unknown, replayed: boolean): Response {
  const text = JSON.stringify(answer);
  const headers = new Headers({
    "Content-Type": "application/json",
    "Cache-Control": reads(request) ? KEPT : "no-store",
  });
  if (isTagged(contract)) headers.set("ETag", tagOf(text, answer));
  const place = contract.location?.(answer);
  if (place !== undefined) headers.set("Location", `${API_ROOT}${place}`);
  if (replayed) headers.set("Idempotency-Replayed", "true");
  return new Response(compressed(request, headers, text), { status: contract.status ?? 200, headers });
}

const CHALLENGES: Partial<Record<string, string>> = {
  "api.refusal.no-token": 'Bearer realm="Casebook"',
  "api.refusal.unknown-token": 'Bearer realm="Casebook", error="invalid_token"',
  "api.refusal.scope": 'Bearer realm="Casebook", error="insufficient_scope", scope="write"',
};

function told(
  args: Args,
  no: Turned | Refusal,
  speech: Speech,
  { headers = new Headers(), edits = false }: { headers?: Headers; edits?: boolean | undefined } = {},
): Response {
  const problem = problemOf(no, speech, args.context.caller.id, edits);
  headers.set("Content-Type", "application/problem+json");
  headers.set("Cache-Control", "no-store");
  headers.set("Content-Language", speech.locale);
  const challenge = CHALLENGES[no.key];
  if (challenge) headers.set("WWW-Authenticate", challenge);
  const seconds = RETRY_AFTER_SECONDS[problem.status];
  if (seconds !== undefined) headers.set("Retry-After", String(seconds));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

const wrongMethod = (allowed: string) => new Turned(405, "api.refusal.wrong-method", { allowed });
const reads = ({ method }: Request) => method === "GET" || method === "HEAD";

/** What a fault or an expected no becomes. */
function refusal(args: Args, problem: unknown): Turned | Refusal {
  if (problem instanceof Turned || problem instanceof Refusal) return problem;
  if (isDangling(problem)) return new Refusal(409, "desk.refusal.gone");
  const trouble = troubleIn(args, problem);
  if (trouble) return trouble;
  logFault(args, problem);
  return new Turned(500, "api.refusal.fault");
}

async function respond(args: Args, operations: readonly Operation[]): Promise<Response> {
  let holder: TokenHolder | null = null;
  const speech = () => speechFor(localeOf(args.request, holder), "EUR", "UTC");
  const method = reads(args.request) ? "GET" : args.request.method;
  const operation = operations.find(({ contract }) => contract.method === method);
  if (!operation) {
    const allowed = operations.map(({ contract }) => contract.method).join(", ");
    const no = allowed ? wrongMethod(allowed) : new Turned(404, "api.refusal.no-such-thing");
    return told(args, no, speech(), { headers: new Headers(allowed ? { Allow: allowed } : {}) });
  }
  try {
    holder = await holderOf(args);
    return await carryOut(args, operation, holder);
  } catch (problem) {
    return told(args, refusal(args, problem), speech(), { edits: operation.contract.edits });
  }
}

/** A route of the API: what each method of its address does. Without any, it is no address at all. */
export function serve(...operations: Operation[]) {
  return {
    loader: (args: LoaderFunctionArgs) => respond(args, operations),
    action: (args: ActionFunctionArgs) => respond(args, operations),
  };
}

const API_VERSION = "1.0.0";
const described = new Map<string, Described>();
/** Addresses that anybody may make up are not remembered for ever. */
const MOST_DESCRIBED = 8;

/** The API's description in one language. It never changes while the process runs, and takes some milliseconds to make. */
export function describeIn(speech: Speech, origin: string): Described {
  const name = `${speech.locale} ${origin}`;
  const known = described.get(name);
  if (known) return known;
  const made = openApi(speech, origin, API_VERSION);
  if (described.size >= MOST_DESCRIBED) described.clear();
  described.set(name, made);
  return made;
}

/** The same as a document for programs. */
export function describe(args: Args): Response {
  const { request, context } = args;
  const speech = speechFor(localeOf(request, null), "EUR", "UTC");
  if (!reads(request)) return told(args, wrongMethod("GET"), speech, { headers: new Headers({ Allow: "GET" }) });
  const origin = context.publicOrigin ?? new URL(request.url).origin;
  const headers = new Headers({
    "Content-Type": "application/json",
    "Cache-Control": "no-cache",
    Vary: "Accept-Language",
  });
  const text = JSON.stringify(describeIn(speech, origin), null, 2);
  return new Response(compressed(request, headers, text), { headers });
}
