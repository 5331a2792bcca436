import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { suggestThings } from "#app/delivery/registers/typed-thing.server";
import { ask } from "#app/desk.server";

/** Models or data sets whose name holds what is being typed, as a field takes them. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url }) => {
    const register = url.searchParams.get("register") === "data-sets" ? "data-sets" : "models";
    return json(await suggestThings(database, register, (url.searchParams.get("q") ?? "").slice(0, 200)));
  })(args);
