/** Remix behind Express: as its own adapter, without what costs each request and serves nobody here. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as Bytes } from "node:stream/web";
import { type AppLoadContext, createReadableStreamFromReadable, type ServerBuild } from "@remix-run/node";
import type { Request as Asked, RequestHandler as ExpressHandler, Response as Reply } from "express";
import { KEPT, type KeptPage, KeptPages, mayKeep, stampOf } from "./kept-pages";
import { pagesOf } from "./pages";
import { oneATurn } from "./turns";

const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/**
 * The host that people ask for: the first proxy's word, where the server leaves one in the request.
 * @throws TypeError when it is none: what follows a host would be read as a path
 */
function hostOf({ headers }: Asked): string {
  const [forwarded] = [headers["x-forwarded-host"] ?? []].flat();
  const host = forwarded?.split(",")[0]?.trim() || headers.host || "localhost";
  if (!HOST.test(host)) throw new TypeError("Invalid URL");
  return host;
}

/** @throws TypeError for an address that is none. */
function requestOf(asked: Asked, reply: Reply): Request {
  const stop = new AbortController();
  reply.on("close", () => reply.writableFinished || stop.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) headers.append(name, one);
  }
  const init: RequestInit = { method: asked.method, headers, signal: stop.signal };
  if (asked.method !== "GET" && asked.method !== "HEAD") {
    init.body = createReadableStreamFromReadable(asked);
    init.duplex = "half";
  }
  return new Request(new URL(`${asked.protocol}://${hostOf(asked)}${asked.originalUrl}`), init);
}

/** What was sent and not asked for, as of a refusal before it was read, would stand in front of the connection's next request. */
function readToTheEnd(asked: Asked): void {
  if (asked.complete) return;
  // Whoever took it in at the reader's pace has gone.
  asked.removeAllListeners("data");
  asked.resume();
}

/** Whoever left in the middle of an answer is none of our faults. @throws what else went wrong */
const ifGone = (reply: Reply) => (problem: unknown) => {
  if (!reply.destroyed || reply.errored) throw problem;
};

const strong = (etag: string) => etag.trim().replace(/^W\//, "");

/** Whether who asks says that they have it, as a proxy may have changed what they say. */
function has(asked: Asked, etag: string): boolean {
  const said = asked.headers["if-none-match"]?.split(",") ?? [];
  return said.some((one) => strong(one) === strong(etag));
}

function unchanged(reply: Reply, etag: string): void {
  reply.status(304).set({ ETag: etag, "Cache-Control": KEPT, Vary: "Accept-Encoding" }).end();
}

function send(asked: Asked, reply: Reply, { status, headers, body, personId }: KeptPage): void {
  reply.locals.caller.personId = personId;
  const [, etag] = headers.find(([name]) => name.toLowerCase() === "etag") ?? [];
  if (etag !== undefined && has(asked, etag)) {
    unchanged(reply, etag);
    return;
  }
  reply.status(status);
  for (const [name, value] of headers) reply.append(name, value);
  reply.setHeader("Content-Length", body.length);
  reply.end(body);
}

export interface Door {
  build: ServerBuild;
  contextOf(asked: Asked, reply: Reply): AppLoadContext;
  /** Names what a read would see now: the same text, the same data. */
  version(): Promise<string>;
  secret: string;
  clock: () => Date;
}

export function remix({ build, contextOf, version, secret, clock }: Door): ExpressHandler {
  const pageAt = pagesOf(build);
  const kept = new KeptPages();
  const turn = oneATurn();

  async function render(asked: Asked, reply: Reply, stamp: string | null): Promise<void> {
    await turn();
    const answer = await pageAt(asked.path).handle(requestOf(asked, reply), contextOf(asked, reply));
    const keeping = stamp !== null && mayKeep(answer.status, answer.headers);
    if (answer instanceof Response && !keeping) {
      reply.status(answer.status);
      for (const [name, value] of answer.headers) reply.append(name, value);
      if (!answer.body) return void reply.end();
      // At the pace of whoever reads it: Remix's own way would hold all of a file for a slow line.
      return pipeline(Readable.fromWeb(answer.body as Bytes), reply).catch(ifGone(reply));
    }
    const body = answer instanceof Response ? Buffer.from(await answer.arrayBuffer()) : answer.body;
    const headers: KeptPage["headers"] = [...answer.headers];
    // An answer that names its own content, as an edit needs, keeps that name.
    if (keeping && !answer.headers.has("ETag")) headers.push(["ETag", `"${stamp}"`]);
    const page = { status: answer.status, headers, body, personId: reply.locals.caller.personId };
    if (stamp !== null && keeping) kept.put(stamp, page);
    send(asked, reply, page);
  }

  /** Null where no page may be kept, or where the database does not answer: the page itself then says so. */
  async function stampFor({ method, headers, protocol, originalUrl }: Asked): Promise<string | null> {
    if (method !== "GET" || (headers.cookie === undefined && headers.authorization === undefined)) return null;
    // Read before the page is made: what is written meanwhile makes it an old one, never the other way round.
    const at = await version().catch(() => null);
    return at === null
      ? null
      : stampOf(
          { url: `${protocol}:${originalUrl}`, headers },
          `${build.assets.version} ${at}`,
          secret,
          clock().getTime(),
        );
  }

  async function serve(asked: Asked, reply: Reply): Promise<void> {
    const stamp = await stampFor(asked);
    if (stamp === null) return render(asked, reply, null);
    if (has(asked, `"${stamp}"`)) return unchanged(reply, `"${stamp}"`);
    const page = kept.get(stamp);
    return page ? send(asked, reply, page) : render(asked, reply, stamp);
  }

  return (asked, reply, next) => {
    reply.locals.route = pageAt(asked.path).route;
    reply.on("finish", () => readToTheEnd(asked));
    serve(asked, reply).catch(next);
  };
}
