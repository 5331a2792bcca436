import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { exposureQuery, pageOf, sorted } from "#app/portfolio/exposure/exposure";
import { concentrations, readExposure, staleSpend } from "#app/portfolio/exposure/exposure.server";
import { ExposureView } from "#app/portfolio/exposure/exposure-view";

export const handle = { title: "exposure.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, when }) => {
    const { by, sort, from } = exposureQuery.parse(Object.fromEntries(url.searchParams));
    const { all, ...exposure } = await readExposure(database, by, when.quarter);
    const page = pageOf(sorted(all, sort), from);
    const top = sorted(all, "realised").slice(0, 10);
    const stale = by === "vendor" ? await staleSpend(database, when.quarter) : [];
    return { ...exposure, staleSpend: stale, sort, top, concentrations: concentrations({ all }), ...page };
  })(args);

export default function Exposure() {
  return <ExposureView {...useAnswer<typeof loader>()} />;
}
