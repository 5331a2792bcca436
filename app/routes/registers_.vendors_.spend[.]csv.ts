import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportSpend } from "#app/delivery/registers/spend.server";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { speechFor } from "#app/locales/speech";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, locale, organisation, when }) => {
    const { currency, timeZone } = organisation;
    const speech = speechFor(locale, currency, timeZone);
    const bytes = Buffer.from(await exportSpend(database, when.quarter, speech, currency));
    const file = { name: "vendor-spend.csv", mediaType: "text/csv; charset=utf-8", size: bytes.length };
    return new Response(new Uint8Array(bytes), { headers: attachmentHeaders(file) });
  })(args);
