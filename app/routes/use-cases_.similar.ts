import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { similarTo } from "#app/use-cases/similar/similar.server";
import { writtenWhileTyping } from "#app/use-cases/similar/while-typing";

/** Cases like what is being typed, in the reader's words: what the form shows while one writes. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, locale, speech }) => {
    const typed = (name: string) => (url.searchParams.get(name) ?? "").slice(0, 3_000);
    const department = Number(typed("department"));
    const content = {
      title: { [locale]: typed("q") },
      need: { [locale]: typed("need") },
      departmentId: Number.isSafeInteger(department) && department > 0 ? department : null,
    };
    const found = await similarTo(database, content, null);
    return json(
      writtenWhileTyping(
        found.filter(({ reference }) => reference !== typed("except")),
        speech,
      ),
    );
  })(args);
