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

const SENTENCES: Record<No, string> = {
  400: "This cannot be read.",
  404: "Not found.",
  405: "This method is not for here.",
  411: "Send the length of the content.",
  413: "This is larger than 60 MB.",
  429: "Too many requests.",
  500: "This did not work, and is logged as",
};

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

/** Answers with a status and nothing else. */
export function sayNo(request: Request, response: Response, status: No): void {
  const { id } = response.locals.caller;
  response.status(status);
  if (!isForPrograms(request)) {
    const line = status === 500 ? `${SENTENCES[500]} ${id}.` : SENTENCES[status];
    response.type("text").send(`${line}\n`);
    return;
  }
  const speech = speechFor(localeFromHeader(request.headers["accept-language"] ?? "en"), "EUR", "UTC");
  const no = new Turned(status, KEYS[status], { allowed: String(response.get("Allow") ?? ""), megabytes: 60 });
  response.type("application/problem+json").send(JSON.stringify(problemOf(no, speech, id)));
}
