import type { LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { StarView } from "#app/portfolio/star/star-page";

export const handle = { title: "star.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ actor }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    return {};
  })(args);

export default StarView;
