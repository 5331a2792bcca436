import type { AppLoadContext } from "@remix-run/node";
import type { Locale } from "#app/kernel/told";
import type { OpenedSession, Visitor } from "#app/people/auth.server";

export const LOCALE_COOKIE = "casebook_locale";
export const FLASH_COOKIE = "casebook_flash";

type Context = Pick<AppLoadContext, "secure">;

// Over https the prefix keeps another host of the same domain from planting a session of its own choice.
const sessionName = ({ secure }: Context) => (secure ? "__Host-casebook_session" : "casebook_session");

export function cookieOf(request: Request, name: string): string | undefined {
  const prefix = `${name}=`;
  const found = request.headers
    .get("Cookie")
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  try {
    return found && decodeURIComponent(found.slice(prefix.length));
  } catch {
    return undefined;
  }
}

export function cookie(context: Context, name: string, value: string, maximumAge: number): string {
  const secure = context.secure ? "; Secure" : "";
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maximumAge}${secure}`;
}

export const localeCookie = (context: Context, locale: Locale) => cookie(context, LOCALE_COOKIE, locale, 365 * 86_400);

export const sessionTokenOf = (request: Request, context: Context) => cookieOf(request, sessionName(context));

export function sessionCookie(context: Context, { token, expiresAt }: OpenedSession, now: Date): string {
  const seconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return cookie(context, sessionName(context), token, seconds);
}

export const endedSessionCookie = (context: Context) => cookie(context, sessionName(context), "", 0);

/** Who knocks, as a session remembers it. */
export function visitorOf(request: Request, context: Pick<AppLoadContext, "secure" | "address">): Visitor {
  return {
    address: context.address,
    userAgent: request.headers.get("User-Agent") ?? "",
    token: sessionTokenOf(request, context),
  };
}
