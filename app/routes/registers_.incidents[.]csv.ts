import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { incidentQuery } from "#app/safeguards/incidents/register";
import { MOST_INCIDENTS, wholeIncidentLog } from "#app/safeguards/incidents/register.server";
import { incidentCsv } from "#app/safeguards/incidents/register-csv.server";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, speech }) => {
    const query = incidentQuery.parse(Object.fromEntries(url.searchParams));
    const bytes = Buffer.from(incidentCsv(await wholeIncidentLog(database, query, MOST_INCIDENTS), speech));
    const file = { name: "incidents.csv", mediaType: "text/csv; charset=utf-8", size: bytes.length };
    return new Response(new Uint8Array(bytes), { headers: attachmentHeaders(file) });
  })(args);
