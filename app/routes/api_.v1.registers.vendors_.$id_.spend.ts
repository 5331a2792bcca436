import { listVendorSpend, setVendorSpend } from "#app/api/vendor-spend.server";
import { serve } from "#app/api.server";

const route = serve(listVendorSpend, setVendorSpend);

export const loader = route.loader;
export const action = route.action;
