import { gzipSync } from "node:zlib";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { loggedPath } from "./door.server";

/** A page shrinks to a sixth at the fastest level already; more would only cost time. */
const PAGE_COMPRESSION = 1;

/** The body of a page, rendered whole in one go: faster than a stream here, and nothing on it arrives late. Sets its headers. */
export function bodyOf(
  request: Request,
  headers: Headers,
  remix: EntryContext,
  { caller }: AppLoadContext,
): Buffer<ArrayBuffer> {
  const page = `<!DOCTYPE html>${renderToString(<RemixServer context={remix} url={request.url} />)}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (caller.retryAfter !== undefined) headers.set("Retry-After", String(caller.retryAfter));
  headers.append("Vary", "Accept-Encoding");
  if (!takesGzip(request.headers.get("Accept-Encoding") ?? "")) return Buffer.from(page);
  headers.set("Content-Encoding", "gzip");
  return Buffer.from(gzipSync(page, { level: PAGE_COMPRESSION }));
}

/** The same where Remix makes the page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  return new Response(bodyOf(request, headers, remix, context), { status, headers });
}

/** Whether the client takes gzip: it may also say of it that it does not, by `q=0`. */
function takesGzip(accepted: string): boolean {
  return accepted.split(",").some((said) => {
    const [name = "", ...parameters] = said.split(";").map((part) => part.trim().toLowerCase());
    return name === "gzip" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/** What no loader or action caught: a fault while rendering. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // An address that leads nowhere is the visitor's mistake, not a fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  context.log({ level: "error", request: context.caller.id, path: loggedPath(request.url), message, stack });
};
