import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { registerQuery } from "#app/safeguards/ai-act/register";
import { wholeRegister } from "#app/safeguards/ai-act/register.server";
import { registerCsv } from "#app/safeguards/ai-act/register-files.server";

const MOST = 100_000;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, when, speech }) => {
    const query = registerQuery.parse(Object.fromEntries(url.searchParams));
    const rows = await wholeRegister(database, query, when.today, MOST);
    const bytes = Buffer.from(registerCsv(rows, speech));
    const file = { name: "ai-act.csv", mediaType: "text/csv; charset=utf-8", size: bytes.length };
    return new Response(new Uint8Array(bytes), { headers: attachmentHeaders(file) });
  })(args);
