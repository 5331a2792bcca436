import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { VendorForm } from "#app/delivery/vendor-form";
import { vendorEdit } from "#app/delivery/vendors";
import { editVendor, vendorById } from "#app/delivery/vendors.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { permit } from "#app/people/permit";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ name }: Answer, { t }: Speech) => t("delivery.vendors.edit", { name }) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    permit(actor, "vendor.write", {});
    return vendorById(database, idFrom(params.id));
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const id = idFrom(desk.params.id);
    const said = parse(vendorEdit, form);
    await desk.database.write((tx) => editVendor(tx, desk.actor, { id, ...said }, desk.when));
    return go(desk, `/vendors/${id}`, "delivery.vendors.saved", { name: said.name });
  })(args);

export default function EditVendor() {
  return <VendorForm stored={useAnswer<typeof loader>()} />;
}
