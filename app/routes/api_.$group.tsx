import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { explainedPart } from "#app/api/explained";
import { API_ROOT } from "#app/api/openapi";
import { ApiPart } from "#app/api/page";
import { describeIn } from "#app/api.server";
import { askAnyone } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ speech, context, url }) => {
    const origin = context.publicOrigin ?? url.origin;
    const part = explainedPart(describeIn(speech, origin), args.params.group ?? "");
    if (!part) throw new Refusal(404, "desk.refusal.not-found");
    return { ...part, address: `${origin}${API_ROOT}` };
  })(args);

export const handle = { title: ({ title }: Awaited<ReturnType<typeof loader>>) => title };

export default function ApiGroup() {
  return <ApiPart {...useAnswer<typeof loader>()} />;
}
