import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAs } from "#app/list-desk.server";

export const loader = (args: LoaderFunctionArgs) => exportAs("json")(args);
