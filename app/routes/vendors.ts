import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ask } from "#app/desk.server";

/** The register moved; addresses that people kept still lead to it. */
export const loader = (args: LoaderFunctionArgs) => ask(async () => redirect("/registers/vendors", 301))(args);
