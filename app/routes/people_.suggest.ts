import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { suggestPeople } from "#app/people/find-person.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { personTyped } from "#app/people/typed-person";

/** People whose name or address holds what is being typed, as a field takes them. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    permit(actor, "person.read", NO_PARTIES);
    const found = await suggestPeople(database, url.searchParams.get("q") ?? "");
    return json(found.map(personTyped));
  })(args);
