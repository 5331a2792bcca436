/** What is refused before any page or operation is asked: a line for people, problem details for programs. */
import type { Request, Response } from "express";
import { API_ROOT } from "../app/api/openapi";
import { problemOf, Turned } from "../app/api/problem";
import { localeFromHeader, speechFor } from "../app/locales/speech";

const KEYS = {
  400: "api.refusal.bad-address",
  404: "api.refusal.no-such-thing",
  405: "api.refusal.wrong-method",
  411: "api.refusal.no-length",
  413: "api.refusal.too-large",
  429: "api.refusal.too-many",
  500: "api.refusal.fault",
} as const;
type No = keyof typeof KEYS;

/** However the address is spelled: the router finds its way by what it says decoded, in any letter case. */
export function isForPrograms({ path }: Request): boolean {
  const said = decoded(path).toLowerCase();
  return said === API_ROOT || said.startsWith(`${API_ROOT}/`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Answers with a status and a sentence in the language that is asked for, English where none is. */
export function sayNo(request: Request, response: Response, status: No): void {
  const { id } = response.locals.caller;
  response.status(status);
  const speech = speechFor(localeFromHeader(request.headers["accept-language"] ?? "en"), "EUR", "UTC");
  const values = { allowed: String(response.get("Allow") ?? ""), megabytes: 60 };
  if (!isForPrograms(request)) {
    const line = speech.t(KEYS[status], values);
    response.type("text").send(status === 500 ? `${line} ${id}\n` : `${line}\n`);
    return;
  }
  const no = new Turned(status, KEYS[status], values);
  response.type("application/problem+json").send(JSON.stringify(problemOf(no, speech, id)));
}
