import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask, idFrom } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { evidenceFile } from "#app/measurement/evidence-files.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params }) => {
    const file = await evidenceFile(database, idFrom(params.id), idFrom(params.file));
    return new Response(new Uint8Array(file.bytes), { headers: attachmentHeaders(file) });
  })(args);
