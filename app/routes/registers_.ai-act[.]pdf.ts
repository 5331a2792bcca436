import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { registerQuery } from "#app/safeguards/ai-act/register";
import { registerFile } from "#app/safeguards/ai-act/register-files.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, organisation, url, when, speech }) => {
    const { class: one } = registerQuery.parse(Object.fromEntries(url.searchParams));
    const of = { class: one, name: organisation.name, today: when.today };
    const { bytes, ...file } = await registerFile(database, "pdf", of, speech);
    return new Response(bytes, { headers: attachmentHeaders(file) });
  })(args);
