import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { EntryForm } from "#app/delivery/registers/entry-form";
import { entryChoices } from "#app/delivery/registers/entry-page.server";
import type { Register } from "#app/delivery/registers/fields";
import { entryFrom, entryInput } from "#app/delivery/registers/input";
import { addEntry } from "#app/delivery/registers/keep.server";
import { registerNamed } from "#app/delivery/registers/register-named.server";
import { vendorWritten, withNamedIn } from "#app/delivery/registers/typed-thing.server";
import { act, ask, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { writeOnce } from "#app/once.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { permit } from "#app/people/permit";

export const handle = {
  title: ({ register }: { register: Register }, { t }: Speech) => t(`registers.add.${register}`),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url, organisation }) => {
    const register = registerNamed(params.register);
    permit(actor, "vendor.write", {});
    const choices = await entryChoices(database);
    const vendor = await vendorWritten(database, Number(url.searchParams.get("vendor")) || 0);
    return { register, stored: null, choices, currency: organisation.currency, vendor };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, organisation, when } = desk;
    const register = registerNamed(params.register);
    const { read, faults: unknown } = await withNamedIn(database, form);
    const { said, faults } = await peopleTyped(database, read, ["ownerId"]);
    const values = parse(entryInput(register, organisation.currency), said, { ...unknown, ...faults });
    const entry = entryFrom(register, values, null, locale);
    const { id } = await writeOnce(desk, form, (tx) => addEntry(tx, actor, { register, entry }, when));
    return go(desk, `/registers/${register}/${id}`, "registers.saved", { name: entry.name });
  })(args);

export default function NewRegisterEntry() {
  return <EntryForm {...useAnswer<typeof loader>()} />;
}
