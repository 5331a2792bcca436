import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRegister } from "#app/delivery/registers/file.server";
import { ask } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, locale, organisation }) => {
    const { currency } = organisation;
    const bytes = Buffer.from(await exportRegister(database, { register: "data-sets", locale, currency }));
    const file = { name: "data-sets.csv", mediaType: "text/csv; charset=utf-8", size: bytes.length };
    return new Response(new Uint8Array(bytes), { headers: attachmentHeaders(file) });
  })(args);
