import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ask } from "#app/desk.server";

/** The register moved; addresses that people kept still lead to it. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ params }) => {
    const [id = ""] = (params["*"] ?? "").split("/");
    return redirect(/^\d{1,12}$/.test(id) ? `/registers/vendors/${id}` : "/registers/vendors", 301);
  })(args);
