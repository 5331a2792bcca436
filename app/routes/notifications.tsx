import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { NewsPage } from "#app/people/news-page";
import { newsCursor, readInput } from "#app/people/notification";
import { countUnread, markRead, NEWS_KEPT_DAYS, readNews } from "#app/people/notifications.server";

export const handle = { title: "people.news.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url }) => {
    const from = newsCursor(url.searchParams.get("from"));
    const reader = { personId: actor.personId, timeZone: organisation.timeZone };
    const { days, next } = await readNews(database, reader, from);
    return {
      days,
      unread: await countUnread(database, actor.personId),
      keptDays: NEWS_KEPT_DAYS,
      first: from && "/notifications",
      next: next && `/notifications?from=${next.read ? "read" : "new"}-${next.before}`,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = parse(readInput, form);
    const which = input.intent === "all" ? "all" : [input.id];
    const count = await desk.database.write((tx) => markRead(tx, desk.actor, which, desk.when));
    return go(desk, desk.url.pathname + desk.url.search, "people.news.all-read", { count });
  })(args);

export default function Notifications() {
  return <NewsPage {...useAnswer<typeof loader>()} />;
}
