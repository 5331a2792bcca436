import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { riskQuery } from "#app/safeguards/risks/register";
import { MOST_RISKS, wholeRiskRegister } from "#app/safeguards/risks/register.server";
import { riskCsv } from "#app/safeguards/risks/register-csv.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, when, speech }) => {
    const query = riskQuery.parse(Object.fromEntries(url.searchParams));
    const bytes = Buffer.from(riskCsv(await wholeRiskRegister(database, query, when.today, MOST_RISKS), speech));
    const file = { name: "risks.csv", mediaType: "text/csv; charset=utf-8", size: bytes.length };
    return new Response(new Uint8Array(bytes), { headers: attachmentHeaders(file) });
  })(args);
