import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { findCases } from "#app/use-cases/links/find.server";

/** Cases by reference or words, for a field that asks for one. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, speech }) => {
    const typed = (url.searchParams.get("q") ?? "").slice(0, 200);
    const found = typed.trim() ? await findCases(database, typed) : [];
    return json(found.map(({ reference, title }) => ({ label: `${reference} ${speech.tell(title)}` })));
  })(args);
