import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { explained } from "#app/api/explained";
import { API_ROOT } from "#app/api/openapi";
import { ApiDocumentation } from "#app/api/page";
import { describeIn } from "#app/api.server";
import { askAnyone } from "#app/desk.server";

export const handle = { title: "api.page.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ speech, signedIn, context, url }) => {
    const origin = context.publicOrigin ?? url.origin;
    const groups = explained(describeIn(speech, origin)).groups.map(({ name, title, operations }) => ({
      ...{ name, title },
      operations: operations.map(({ id, method, path, summary }) => ({ id, method, path, summary })),
    }));
    return { groups, address: `${origin}${API_ROOT}`, signedIn: signedIn !== null };
  })(args);

export default function Api() {
  return <ApiDocumentation {...useAnswer<typeof loader>()} />;
}
