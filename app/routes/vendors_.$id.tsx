import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { VendorView } from "#app/delivery/vendor-page";
import { modelEdit, modelInput } from "#app/delivery/vendors";
import { addModel, editModel, readVendor } from "#app/delivery/vendors.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = { title: ({ vendor }: Answer) => vendor.name };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, params, permits }) => ({
    ...(await readVendor(database, idFrom(params.id))),
    mayWrite: permits("vendor.write"),
  }))(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when } = desk;
    const vendorId = idFrom(desk.params.id);
    const known = form.get("id") ? parse(modelEdit, form) : null;
    const said = known ?? parse(modelInput, form);
    await database.write(async (tx) => {
      if (known) await editModel(tx, actor, { vendorId, ...known }, when);
      else await addModel(tx, actor, { vendorId, ...said }, when);
    });
    return go(desk, `/vendors/${vendorId}`, "delivery.models.saved", { name: said.name });
  })(args);

export default function Vendor() {
  return <VendorView {...useAnswer<typeof loader>()} />;
}
