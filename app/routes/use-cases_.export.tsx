import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { listAt, refuseMisread } from "#app/list-desk.server";
import { ExportPage } from "#app/portfolio/shapes/export-page";
import { shapesShown } from "#app/portfolio/shapes/shown";
import { readFacets } from "#app/use-cases/list/view.server";

export const handle = { title: "list.export.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const { reader, query } = await listAt(desk, desk.url.searchParams);
    refuseMisread(query);
    const { total } = await readFacets(desk.database, query, reader);
    return { query, total, shapes: shapesShown(), mayImport: desk.permits("use-case.import") };
  })(args);

export default function Export() {
  return <ExportPage {...useAnswer<typeof loader>()} />;
}
