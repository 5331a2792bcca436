import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import type { Register } from "#app/delivery/registers/fields";
import { registerPage } from "#app/delivery/registers/list.server";
import { RegisterListView } from "#app/delivery/registers/list-view";
import { registerQuery } from "#app/delivery/registers/query";
import { registerNamed } from "#app/delivery/registers/register-named.server";
import { storedEntry, VENDORS } from "#app/delivery/registers/stores.server";
import { ask } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";

export const handle = {
  title: ({ register }: { register: Register }, { t }: Speech) => t(`registers.of.${register}`),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, url, permits }) => {
    const register = registerNamed(params.register);
    const query = registerQuery.parse(Object.fromEntries(url.searchParams));
    const { after: _, ...kept } = query;
    return {
      ...(await registerPage(database, register, query)),
      ...{ register, query: kept, mayWrite: permits("vendor.write") },
      vendor: query.vendor === null ? null : (await storedEntry(database, VENDORS, query.vendor)).entry.name,
    };
  })(args);

export default function RegisterPage() {
  return <RegisterListView {...useAnswer<typeof loader>()} />;
}
