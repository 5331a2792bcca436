import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { ask } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { Activity } from "#app/use-cases/activity";
import { type Activity as ActivityModel, readActivity } from "#app/use-cases/activity.server";

export const handle = {
  title: ({ reference, title }: ActivityModel, { t, tell }: Speech) =>
    t("use-cases.activity.page", { reference, title: tell(title) }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, url }) => {
    const before = Number(url.searchParams.get("before"));
    return readActivity(database, actor, params.reference, Number.isSafeInteger(before) && before > 0 ? before : null);
  })(args);

export default function UseCaseActivity() {
  return <Activity activity={useAnswer<typeof loader>()} />;
}
