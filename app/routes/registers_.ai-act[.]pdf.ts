import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { registerQuery } from "#app/safeguards/ai-act/register";
import { countByClass, wholeRegister } from "#app/safeguards/ai-act/register.server";
import { registerPdf } from "#app/safeguards/ai-act/register-files.server";

/** A PDF is read by people: more rows than this belong into the table for spreadsheets. */
const MOST = 1_000;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, organisation, url, when, speech }) => {
    const query = registerQuery.parse(Object.fromEntries(url.searchParams));
    const counts = await countByClass(database);
    const all = query.class ? counts[query.class] : Object.values(counts).reduce((sum, one) => sum + one, 0);
    const rows = await wholeRegister(database, query, when.today, MOST);
    const left = Math.max(0, all - rows.length);
    const pdf = await registerPdf(rows, { name: organisation.name, today: when.today, left }, speech);
    const file = { name: "ai-act.pdf", mediaType: "application/pdf", size: pdf.length };
    return new Response(new Uint8Array(pdf), { headers: attachmentHeaders(file) });
  })(args);
