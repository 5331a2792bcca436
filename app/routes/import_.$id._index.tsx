import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useParams } from "@remix-run/react";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import { readingPage } from "#app/use-cases/import/pages.server";
import { readingInput } from "#app/use-cases/import/read-options";
import { ReadingView } from "#app/use-cases/import/reading";
import { discardImport, saveReading } from "#app/use-cases/import/upload.server";

export const handle = { title: "imports.step.reading" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params }) => readingPage(database, actor, idFrom(params.id)))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when } = desk;
    const id = idFrom(desk.params.id);
    if (form.get("intent") === "discard") {
      const name = await database.write((tx) => discardImport(tx, actor, id, when));
      return go(desk, "/import", "imports.discarded", { name });
    }
    await saveReading(database, actor, id, parse(readingInput, form), locale);
    return go(desk, `/import/${id}`, "imports.reading.saved");
  })(args);

export default function Reading() {
  return <ReadingView model={useAnswer<typeof loader>()} id={Number(useParams().id)} />;
}
