/**
 * Pages that were rendered for a session and cannot have changed since: each is filed under everything that it was made
 * from, the state of the database included, so that one that is found is fresh by construction, right after a write too.
 */
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Of a page that shows no moment finer than this, none is out of date; and a session is looked at at least this often. */
const MINUTE_MS = 60_000;
const MAXIMUM_BYTES = 24 * 1024 * 1024;

export interface KeptPage {
  status: number;
  headers: [string, string][];
  body: Buffer;
  /** Whose page it is, for the log. */
  personId: number | null;
}

export interface Asked {
  url: string;
  headers: IncomingHttpHeaders;
}

/** What the page depends on besides its address and the database. */
const DEPENDS_ON = [
  "host",
  "x-forwarded-host",
  "cookie",
  "authorization",
  "accept-language",
  "accept-encoding",
] as const;

/** Names the one page that this request can be answered with while the database is at `version`. */
export function stampOf({ url, headers }: Asked, version: string, secret: string, now: number): string {
  const parts = [secret, version, Math.floor(now / MINUTE_MS), url, ...DEPENDS_ON.map((name) => headers[name] ?? null)];
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** A page for one person, to be asked for again each time. */
export const KEPT = "private, no-cache";

/** Only what says so itself may be kept. */
export const mayKeep = (status: number, headers: Headers): boolean =>
  status === 200 && headers.get("Cache-Control") === KEPT && !headers.has("Set-Cookie");

/** The pages asked for last, up to some size in memory. */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  #bytes = 0;

  get(stamp: string): KeptPage | undefined {
    const page = this.#pages.get(stamp);
    if (!page) return undefined;
    this.#pages.delete(stamp);
    this.#pages.set(stamp, page);
    return page;
  }

  put(stamp: string, page: KeptPage): void {
    if (this.#pages.has(stamp)) return;
    this.#pages.set(stamp, page);
    this.#bytes += page.body.length;
    for (const [oldest, { body }] of this.#pages) {
      if (this.#bytes <= MAXIMUM_BYTES) return;
      this.#pages.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}
