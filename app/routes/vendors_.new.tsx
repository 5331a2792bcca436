import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { VendorForm } from "#app/delivery/vendor-form";
import { vendorInput } from "#app/delivery/vendors";
import { addVendor } from "#app/delivery/vendors.server";
import { act, ask, go, parse } from "#app/desk.server";
import { writeOnce } from "#app/once.server";
import { permit } from "#app/people/permit";

export const handle = { title: "delivery.vendors.add" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ actor }) => {
    permit(actor, "vendor.write", {});
    return null;
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const said = parse(vendorInput, form);
    const { id } = await writeOnce(desk, form, (tx) => addVendor(tx, desk.actor, said, desk.when));
    return go(desk, `/vendors/${id}`, "delivery.vendors.saved", { name: said.name });
  })(args);

export default function NewVendor() {
  return <VendorForm stored={null} />;
}
