import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { writeOnce } from "#app/once.server";
import { changedView, goneView, newView, openingView } from "#app/use-cases/views/view-input";
import { Views } from "#app/use-cases/views/views";
import {
  changeView,
  defaultViewOf,
  forgetView,
  keepView,
  openWith,
  readViews,
} from "#app/use-cases/views/views.server";

export const handle = { title: "list.views.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => ({
    views: await readViews(database, actor),
    openedWith: (await defaultViewOf(database, actor.personId))?.id ?? null,
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when } = desk;
    if (form.get("intent") === "forget") {
      const { id } = parse(goneView, form);
      await database.write((tx) => forgetView(tx, actor, id, when));
      return go(desk, "/use-cases/views", "list.views.forgotten");
    }
    if (form.get("intent") === "open-with") {
      const { view } = parse(openingView, form);
      const name = await database.write((tx) => openWith(tx, actor, view, when));
      return go(desk, "/use-cases/views", name === null ? "list.views.opens.all" : "list.views.opens.with", {
        name: name ?? "",
      });
    }
    if (form.get("intent") === "change") {
      const change = parse(changedView, form);
      await database.write((tx) => changeView(tx, actor, change, when));
      return go(desk, "/use-cases/views", "list.views.changed", { name: change.name });
    }
    const view = parse(newView, form);
    await writeOnce(desk, form, (tx) => keepView(tx, actor, view, when));
    const back = view.query ? `/use-cases?${view.query}` : "/use-cases";
    return go(desk, back, "list.views.kept", { name: view.name });
  })(args);

export default function SavedViews() {
  return <Views {...useAnswer<typeof loader>()} />;
}
