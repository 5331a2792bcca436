import { gzipSync } from "node:zlib";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { loggedPath } from "./door.server";

/** A page shrinks to a sixth at the fastest level already; more would only cost time. */
const PAGE_COMPRESSION = 1;

/** Pages are rendered whole in one go: faster than a stream here, and nothing on them arrives late. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { caller }: AppLoadContext,
): Response {
  const markup = renderToString(<RemixServer context={remix} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (caller.retryAfter !== undefined) headers.set("Retry-After", String(caller.retryAfter));
  const page = `<!DOCTYPE html>${markup}`;
  headers.append("Vary", "Accept-Encoding");
  if (!/\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "")) return new Response(page, { status, headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(gzipSync(page, { level: PAGE_COMPRESSION }), { status, headers });
}

/** What no loader or action caught: a fault while rendering. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // An address that leads nowhere is the visitor's mistake, not a fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  context.log({ level: "error", request: context.caller.id, path: loggedPath(request.url), message, stack });
};
