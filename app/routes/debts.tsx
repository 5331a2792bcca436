import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { casesHiddenFrom } from "#app/assessment/blind.server";
import { ask } from "#app/desk.server";
import { misreadingOf } from "#app/kernel/misread";
import { DebtsPage } from "#app/measurement/debts";
import { readDebts } from "#app/measurement/debts.server";
import { permit } from "#app/people/permit";

export const handle = { title: "measurement.debts.title" } as const;

const numberIn = (text: string | null): number | null => {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, url, when }) => {
    permit(actor, "use-case.read", {});
    const asked = (name: string) => numberIn(url.searchParams.get(name));
    const query = { departmentId: asked("department"), after: asked("after") };
    return {
      ...(await readDebts(database, query, when.today, (ids) => casesHiddenFrom(database, actor, ids))),
      misreading: misreadingOf(url, { department: "id" }),
    };
  })(args);

export default function CaseDebts() {
  return <DebtsPage {...useAnswer<typeof loader>()} />;
}
