import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { VendorList } from "#app/delivery/vendor-list";
import { listVendors } from "#app/delivery/vendors.server";
import { ask } from "#app/desk.server";

export const handle = { title: "delivery.vendors.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, permits }) => ({
    vendors: await listVendors(database),
    mayWrite: permits("vendor.write"),
  }))(args);

export default function Vendors() {
  return <VendorList {...useAnswer<typeof loader>()} />;
}
