import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** The register moved; addresses that people kept still lead to it. */
export const loader = ({ params }: LoaderFunctionArgs) => {
  const [id = ""] = (params["*"] ?? "").split("/");
  return redirect(/^\d{1,12}$/.test(id) ? `/registers/vendors/${id}` : "/registers/vendors", 301);
};
