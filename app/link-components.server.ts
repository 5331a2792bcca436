import { isLinkIntent, LINKING, linkInput } from "#app/delivery/registers/link-input";
import { linkThing, unlinkThing } from "#app/delivery/registers/links.server";
import { withThings } from "#app/delivery/registers/typed-thing.server";
import { type Desk, parse } from "#app/desk.server";

/** Does what a form of a case's models and data says, on whichever page it stands; false where the form is another. */
export async function changeComponents(desk: Desk, form: FormData, useCaseId: number): Promise<boolean> {
  const { database, actor, when, locale } = desk;
  const asked = String(form.get("intent"));
  if (!isLinkIntent(asked)) return false;
  const { register, links } = LINKING[asked];
  const { read, faults } = await withThings(database, form, register, (name) => name === "id");
  const { id, component } = parse(linkInput, read, faults);
  const said = { register, useCaseId, id, component: component === null ? null : { [locale]: component } };
  await database.write((tx) => (links ? linkThing : unlinkThing)(tx, actor, said, when));
  return true;
}
