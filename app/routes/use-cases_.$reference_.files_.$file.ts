import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask, idFrom } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { openCase } from "#app/use-cases/cases.server";
import { bytesOf, fileOn } from "#app/use-cases/files/files.server";

/** A file of a case, to be saved: it is sent as it is read, and never shown. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, request }) => {
    const useCase = await openCase(database, actor, params.reference);
    const file = await fileOn(database, actor, useCase, idFrom(params.file));
    const body = request.method === "HEAD" ? null : bytesOf(database, file);
    return new Response(body, { headers: attachmentHeaders(file) });
  })(args);
