import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { STAR_FORMATS } from "#app/portfolio/star/star";
import { starFile } from "#app/portfolio/star/write-star.server";

/** The star as one file. A format that is none is Parquet. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url, speech, when }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const asked = url.searchParams.get("format");
    const format = STAR_FORMATS.find((one) => one === asked) ?? "parquet";
    const { headers, body } = await starFile(database, { organisation, format, locale: speech.locale, now: when.now });
    return new Response(body, { headers });
  })(args);
