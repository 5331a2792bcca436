import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { withoutHiddenScores } from "#app/assessment/blind.server";
import { ask } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { namesIn } from "#app/people/audit-names.server";
import { Activity } from "#app/use-cases/history/activity";
import { type Activity as ActivityModel, readActivity } from "#app/use-cases/history/activity.server";
import { activityQuery } from "#app/use-cases/history/activity-kinds";

export const handle = {
  title: ({ reference, title }: ActivityModel, { t, tell }: Speech) =>
    t("use-cases.activity.page", { reference, title: tell(title) }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, url }) => {
    const activity = await readActivity(database, actor, params.reference, activityQuery(url.searchParams));
    const events = await withoutHiddenScores(database, actor, activity.events);
    return { ...activity, events, names: await namesIn(database, events) };
  })(args);

export default function UseCaseActivity() {
  const { names, ...activity } = useAnswer<typeof loader>();
  return <Activity activity={activity} names={names} />;
}
