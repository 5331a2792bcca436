import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import { Home } from "#app/portfolio/home";
import { homePage } from "#app/portfolio/home.server";

export const handle = { title: "desk.nav.home" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, organisation, when }) => homePage(database, actor, organisation, when))(args);

export default function Index() {
  return <Home {...useAnswer<typeof loader>()} />;
}
