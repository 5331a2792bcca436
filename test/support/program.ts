/** A program that talks to the API with a token, as anybody's would. */

import { whenAt } from "#app/kernel/when";
import type { Scope } from "#app/people/api-token";
import { issueToken } from "#app/people/api-tokens.server";
import { CASEBOOK } from "#app/people/roles";
import type { App } from "./app";
import type { OpenSite } from "./site";

export interface Answer {
  status: number;
  headers: Headers;
  // What a program reads is whatever was sent: tests look at its parts.
  // biome-ignore lint/suspicious/noExplicitAny: an answer is read, not trusted
  body: any;
}

export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Program {
  token: string;
  ask(method: string, path: string, sent?: Sent): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
}

let asked = 0;
/** A key that no request had before. */
export const newKey = (): string => `key-of-request-${asked++}`;

export function programWith(site: OpenSite, token: string | null): Omit<Program, "token"> {
  const ask = async (method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Answer> => {
    const response = await fetch(`${site.address}/api/v1${path}`, {
      method,
      headers: {
        "Accept-Language": "en",
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get("Content-Type") ?? "");
    return { status: response.status, headers: response.headers, body: json && text ? JSON.parse(text) : text };
  };
  return { ask, get: (path, headers) => ask("GET", path, headers ? { headers } : {}) };
}

/** A program with a token of this person. */
export async function aProgram(
  app: App,
  site: OpenSite,
  personId: number,
  scope: Scope = "write",
  days = 90,
): Promise<Program> {
  const when = whenAt(app.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const { token } = await app.database.write((tx) =>
    issueToken(tx, CASEBOOK, personId, { name: "Test", scope, days }, "a secret for tests", when),
  );
  return { token, ...programWith(site, token) };
}
