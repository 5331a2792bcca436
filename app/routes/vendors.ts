import { redirect } from "@remix-run/node";

/** The register moved; addresses that people kept still lead to it. */
export const loader = () => redirect("/registers/vendors", 301);
