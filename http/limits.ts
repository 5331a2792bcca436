/** How much a program may ask of the API, told in the headers of each answer (RateLimit fields for HTTP, draft 8). */
import { createHash } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, MemoryStore, type Options, rateLimit } from "express-rate-limit";
import { sayNo } from "./no";

const WINDOW_MS = 60_000;
/** Wrong tokens from one network in a minute: enough for a mistake in a script, too few to keep the database busy. */
const WRONG_TOKENS = 60;

const networkOf = (request: Request): string => ipKeyGenerator(request.ip ?? "unknown");

/** Each token by itself, so that one program does not use up another's share; who has none by network. */
function callerOf(request: Request): string {
  const { authorization } = request.headers;
  return authorization ? createHash("sha256").update(authorization).digest("base64url") : networkOf(request);
}

/** Callers that are remembered as right: more than an organisation has programs. */
const RIGHT_CALLERS = 1_000;

/**
 * Turns away a network that has come with too many wrong tokens. Right ones are not counted, however many come at once,
 * and go on being let in: all programs of a house may come by one proxy, and one of them with a token that has expired.
 */
function wrongTokens(): RequestHandler {
  const wrong = new MemoryStore();
  wrong.init({ windowMs: WINDOW_MS } as Options);
  const right = new Set<string>();
  return async (request, response, next) => {
    const network = networkOf(request);
    const caller = callerOf(request);
    const known = await wrong.get(network);
    if (known && known.totalHits >= WRONG_TOKENS && !right.has(caller)) {
      const milliseconds = (known.resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now();
      response.set("Retry-After", String(Math.max(1, Math.ceil(milliseconds / 1000))));
      return sayNo(request, response, 429);
    }
    response.on("finish", () => {
      if (response.statusCode === 401) {
        void wrong.increment(network);
        right.delete(caller);
      } else if (response.locals.caller.personId !== null) {
        if (right.size >= RIGHT_CALLERS) right.clear();
        right.add(caller);
      }
    });
    next();
  };
}

/**
 * Counted in this process alone: two processes let through twice as much.
 * @param aMinute requests of one token
 */
export function apiLimits(aMinute: number): RequestHandler[] {
  return [
    wrongTokens(),
    rateLimit({
      windowMs: WINDOW_MS,
      limit: aMinute,
      identifier: "requests",
      standardHeaders: "draft-8",
      legacyHeaders: false,
      keyGenerator: callerOf,
      handler: (request, response) => sayNo(request, response, 429),
      // Of proxies TRUST_PROXY decides, and is checked where it is read.
      validate: { xForwardedForHeader: false, trustProxy: false },
    }),
  ];
}
