import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { isRegister } from "#app/delivery/registers/fields";
import { suggestThings } from "#app/delivery/registers/typed-thing.server";
import { ask } from "#app/desk.server";

/** Vendors, models or data sets whose name holds what is being typed, as a field takes them. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url }) => {
    const asked = url.searchParams.get("register") ?? undefined;
    const register = isRegister(asked) ? asked : "models";
    return json(await suggestThings(database, register, (url.searchParams.get("q") ?? "").slice(0, 200)));
  })(args);
