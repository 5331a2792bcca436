import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { misreadingOf } from "#app/kernel/misread";
import { membersHolding } from "#app/people/holders.server";
import { permit } from "#app/people/permit";
import { assignScreener } from "#app/safeguards/assign-screener.server";
import { assignInput, HOLDERS, screeningQuery } from "#app/safeguards/screening";
import { ScreeningPage } from "#app/safeguards/screening-page";
import {
  countScreening,
  departmentsWaiting,
  FIGURES_DAYS,
  readAnswerFigures,
  readScreeningQueue,
} from "#app/safeguards/screening-queue.server";

export const handle = { title: "safeguards.answers.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url, when: { today } }) => {
    permit(actor, "use-case.screen", {});
    const query = screeningQuery.parse(Object.fromEntries(url.searchParams));
    const { rows, next } = await readScreeningQueue(database, actor, query, organisation, today);
    const at = (after: string | null) => {
      const address = new URLSearchParams(url.searchParams);
      address.delete("after");
      if (after) address.set("after", after);
      return `/screening?${address}`;
    };
    return {
      query,
      misreading: misreadingOf(url, { department: "id", holder: HOLDERS }),
      rows,
      counts: await countScreening(database, actor.personId, organisation, today),
      figures: await readAnswerFigures(database, organisation, today),
      figuresDays: FIGURES_DAYS,
      screeningDays: organisation.screeningDays,
      departments: await departmentsWaiting(database),
      members: await membersHolding(database, "committee", "chair"),
      first: query.after && at(null),
      next: next && at(`${next.since}-${next.id}`),
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, organisation, when, url } = desk;
    const { intent, personId, cases } = parse(assignInput, form);
    const to = intent === "take" ? actor.personId : intent === "release" ? null : personId;
    const assigned = { useCaseIds: cases, personId: to };
    const count = await database.write((tx) => assignScreener(tx, actor, assigned, organisation, when));
    return go(desk, url.pathname + url.search, "safeguards.answers.given", { count });
  })(args);

export default function Screening() {
  return <ScreeningPage {...useAnswer<typeof loader>()} />;
}
