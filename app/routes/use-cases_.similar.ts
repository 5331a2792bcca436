import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { similarTo } from "#app/use-cases/similar.server";
import { isStage } from "#app/use-cases/stages";

/** Cases like what is being typed, in the reader's words: what the form shows while one writes. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, locale, speech }) => {
    const typed = (name: string) => (url.searchParams.get(name) ?? "").slice(0, 1000);
    const content = { title: { [locale]: typed("q") }, need: { [locale]: typed("need") } };
    const found = await similarTo(database, content, null);
    return json(
      found
        .filter(({ reference }) => reference !== typed("except"))
        .map(({ reference, title, stage }) => ({
          href: `/use-cases/${reference}`,
          label: `${reference} · ${speech.tell(title)}`,
          note: speech.t(isStage(stage) ? `use-cases.stage.${stage}` : "use-cases.stage.unknown"),
        })),
    );
  })(args);
