import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { ask } from "#app/desk.server";
import { PERMISSIONS } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { suggestPeople } from "#app/use-cases/talk/mentions.server";

/** People whose name or address is being typed behind an `@`; for a note, those who read notes. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url }) => {
    permit(actor, "person.read", {});
    const typed = (url.searchParams.get("q") ?? "").slice(0, 100);
    const roles = url.searchParams.get("note") === "yes" ? PERMISSIONS["note.read"].allow : null;
    return json(await suggestPeople(database, typed, roles));
  })(args);
