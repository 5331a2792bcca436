import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { compressed } from "./compressed.server";
import { loggedPath } from "./door.server";
import { nameErrors } from "./ui/named-errors";

/** The body of a page, rendered whole in one go: faster than a stream here, and nothing on it arrives late. Sets its headers. */
export function bodyOf(
  request: Request,
  headers: Headers,
  remix: EntryContext,
  { caller }: AppLoadContext,
): Buffer<ArrayBuffer> {
  const page = `<!DOCTYPE html>${nameErrors(renderToString(<RemixServer context={remix} url={request.url} />))}`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (caller.retryAfter !== undefined) headers.set("Retry-After", String(caller.retryAfter));
  return compressed(request, headers, page);
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

/** What no loader or action caught: a fault while rendering. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // An address that leads nowhere is the visitor's mistake, not a fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  context.log({ level: "error", request: context.caller.id, path: loggedPath(request.url), message, stack });
};

/** Reads what lists are made of, so that the first who asks for one need not wait for it. */
export { freshMarks as lookAhead } from "./use-cases/list/marks.server";
