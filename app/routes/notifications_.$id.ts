import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ask, idFrom } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { markRead, pageOfNews } from "#app/people/notifications.server";

/** Leads to what a notification is about, and notes that it was read. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, when }) => {
    const id = idFrom(params.id);
    const news = await pageOfNews(database, actor.personId, id);
    if (!news) throw new Refusal(404, "desk.refusal.not-found");
    if (news.readAt === null) await database.write((tx) => markRead(tx, actor, [id], when));
    return redirect(news.href);
  })(args);
