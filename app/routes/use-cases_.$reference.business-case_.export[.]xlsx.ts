import type { LoaderFunctionArgs } from "@remix-run/node";
import { XLSX } from "#app/business-cases/workbook";
import { businessCaseWorkbook } from "#app/business-cases/workbook.server";
import { ask, idFrom } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url, speech, when }) => {
    const version = url.searchParams.get("version");
    const number = version === null ? null : idFrom(version);
    const { name, bytes } = await businessCaseWorkbook(database, actor, params.reference, number, {
      speech,
      today: when.today,
    });
    return new Response(new Uint8Array(bytes), {
      headers: attachmentHeaders({ name, mediaType: XLSX, size: bytes.length }),
    });
  })(args);
