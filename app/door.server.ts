/** What is looked at before a form is read: where it was sent from, and how large it is. */
import type { AppLoadContext } from "@remix-run/node";
import { Refusal } from "#app/kernel/refusal";
import type { Rejection } from "./answer";

/** What somebody who is not signed in may send: the largest form that is open to them is set-up. */
export const STRANGERS_BYTES = 64 * 1024;

/**
 * Refuses a form that another site sent. Browsers say so themselves over https (`Sec-Fetch-Site`), whatever proxy stands
 * between; over plain http the form's origin must be the address that people are told, or the host that was asked.
 * A client that says neither is no browser, and gets no further than its own cookie: that one is `SameSite=Lax`.
 * @throws Refusal 403
 */
export function refuseOtherSites(
  request: Request,
  { origin, publicOrigin }: Pick<AppLoadContext, "origin" | "publicOrigin">,
): void {
  const site = request.headers.get("Sec-Fetch-Site");
  const ours = site
    ? site === "same-origin" || site === "none"
    : origin === null || origin === publicOrigin || hostOf(origin) === new URL(request.url).host;
  if (!ours) throw new Refusal(403, "desk.refusal.other-site");
}

/** Null for the opaque origin `null`, which a page in a sandbox sends. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** @throws Refusal 413 when it is larger than `maximumBytes`; 400 when it is no form. */
export async function readForm(request: Request, maximumBytes: number): Promise<FormData> {
  if (Number(request.headers.get("Content-Length") ?? 0) > maximumBytes) {
    throw new Refusal(413, "desk.refusal.too-large");
  }
  try {
    return await request.formData();
  } catch {
    throw new Refusal(400, "desk.refusal.unreadable");
  }
}

/**
 * The path of an address as it may be written into a log: without its query, and without the token of a password link
 * or of a mail's,
 * however that is spelled. Never fails: whatever reached the port may stand here.
 */
export function loggedPath(address: string): string {
  const [path = ""] = address.replace(/^[a-z][a-z+.-]*:\/\/[^/?#]*/i, "").split(/[?#]/, 1);
  const shown = decoded(path);
  const secret = /password|mail(?=\/)/i.exec(shown);
  return secret ? `${shown.slice(0, secret.index)}${secret[0].toLowerCase()}/…` : path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path.replace(/%([\da-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}

/** A form that was turned away, with all that was typed into it but passwords and files. */
export function rejectionOf(form: FormData, rejection: Omit<Rejection, "typed" | "chosen">): Rejection {
  const typed: Record<string, string> = {};
  const chosen: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.toLowerCase().includes("password")) continue;
    typed[name] = value;
    if (!name.endsWith("[]")) continue;
    chosen[name] ??= [];
    chosen[name].push(value);
  }
  return { ...rejection, typed, chosen };
}
