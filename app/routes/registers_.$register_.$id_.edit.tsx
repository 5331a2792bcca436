import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { EntryForm } from "#app/delivery/registers/entry-form";
import { entryChoices, pointersOf } from "#app/delivery/registers/entry-page.server";
import { entryFrom, entryInput, versioned } from "#app/delivery/registers/input";
import { editEntry } from "#app/delivery/registers/keep.server";
import { registerNamed } from "#app/delivery/registers/register-named.server";
import { storedEntry, storeOf } from "#app/delivery/registers/stores.server";
import { withNamedIn } from "#app/delivery/registers/typed-thing.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { peopleTyped } from "#app/people/people-typed.server";
import { permit } from "#app/people/permit";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ stored }: Answer, { t }: Speech) => t("registers.edit", { name: String(stored.entry.name) }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation }) => {
    const register = registerNamed(params.register);
    const id = idFrom(params.id);
    const { entry, version } = await storedEntry(database, storeOf(register), id);
    permit(actor, "vendor.write", { accountOf: entry.ownerId ?? 0 });
    const pointers = await pointersOf(database, { ...entry });
    const choices = await entryChoices(database);
    const stored = { id, version, entry: { ...entry }, pointers };
    return { register, stored, choices, currency: organisation.currency, vendor: null };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, params, locale, organisation, when } = desk;
    const register = registerNamed(params.register);
    const id = idFrom(params.id);
    const before = { ...(await storedEntry(database, storeOf(register), id)).entry };
    const { read, faults: unknown } = await withNamedIn(database, form);
    const { said, faults } = await peopleTyped(database, read, ["ownerId"], [before.ownerId]);
    const { version } = parse(versioned, said);
    const values = parse(entryInput(register, organisation.currency), said, { ...unknown, ...faults });
    const entry = entryFrom(register, values, before, locale);
    await database.write((tx) => editEntry(tx, actor, { register, id, version, entry }, when));
    return go(desk, `/registers/${register}/${id}`, "registers.saved", { name: entry.name });
  })(args);

export default function EditRegisterEntry() {
  return <EntryForm {...useAnswer<typeof loader>()} />;
}
