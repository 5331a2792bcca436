import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { askAnyone } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";

/** What leads nowhere, and what a resource could not answer, shown within the shell and in the reader's language. */
export const loader = (args: LoaderFunctionArgs) =>
  askAnyone<null>(async ({ context: { failed } }) => {
    if (failed) throw json(failed.failure, { status: failed.status });
    throw new Refusal(404, "desk.refusal.not-found");
  })(args);

export default function Nowhere() {
  return null;
}
