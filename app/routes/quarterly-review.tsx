import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { writeOnce } from "#app/once.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { filtersFrom } from "#app/portfolio/filters";
import { recordDecision, withdrawDecision } from "#app/portfolio/review/decide.server";
import { planReview } from "#app/portfolio/review/plan-review.server";
import { present, takeOff } from "#app/portfolio/review/present.server";
import { mayPresentFor, readReview } from "#app/portfolio/review/read-review.server";
import { reviewAddress } from "#app/portfolio/review/review";
import { decisionInput, planInput, presentInput, withdrawInput } from "#app/portfolio/review/review-input";
import { ReviewView } from "#app/portfolio/review/review-page";

export const handle = { title: "review.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url, when, permits }) => {
    permit(actor, "dashboard.read", NO_PARTIES);
    const { quarter, departmentId } = filtersFrom(url.searchParams);
    const calendar = { current: when.quarter, fiscalFirstMonth: organisation.fiscalFirstMonth };
    const found = await readReview(database, { quarter, departmentId }, calendar);
    const mayChooseFor = mayPresentFor(actor, found);
    return {
      ...found,
      today: when.today,
      mayPlan: permits("review.plan"),
      mayDecide: permits("review.decide"),
      mayChooseFor,
    };
  })(args);

type Acting = (desk: Desk, form: FormData) => Promise<Response>;

const ACTS: Readonly<Record<string, Acting>> = {
  async plan(desk, form) {
    const { database, actor, organisation, when } = desk;
    const { quarter, ...plan } = parse(planInput, form);
    const said = { ...plan, fiscalFirstMonth: organisation.fiscalFirstMonth };
    await database.write((tx) => planReview(tx, actor, quarter, said, when));
    return go(desk, reviewAddress(quarter), "review.planned");
  },
  async present(desk, form) {
    const { database, actor, organisation, when } = desk;
    const { quarter, reference } = parse(presentInput, form);
    const calendar = { when, fiscalFirstMonth: organisation.fiscalFirstMonth };
    const { departmentId } = await database.write((tx) => present(tx, actor, { quarter, reference }, calendar));
    return go(desk, reviewAddress(quarter, { departmentId }), "review.presented.saved", { reference });
  },
  async "take-off"(desk, form) {
    const { database, actor, when } = desk;
    const { quarter, reference } = parse(presentInput, form);
    const { departmentId } = await database.write((tx) => takeOff(tx, actor, { quarter, reference }, when));
    return go(desk, reviewAddress(quarter, { departmentId }), "review.taken-off", { reference });
  },
  async decide(desk, form) {
    const { database, actor, locale, when } = desk;
    const { said, faults } = await peopleTyped(database, form, ["ownerId"]);
    const { quarter, decision, ...rest } = parse(decisionInput, said, faults);
    const told = { ...rest, decision: { [locale]: decision } };
    await writeOnce(desk, form, (tx) => recordDecision(tx, actor, quarter, told, when));
    return go(desk, `${reviewAddress(quarter)}#decisions`, "review.decided");
  },
  async withdraw(desk, form) {
    const { quarter, id } = parse(withdrawInput, form);
    await desk.database.write((tx) => withdrawDecision(tx, desk.actor, { quarter, id }, desk.when));
    return go(desk, `${reviewAddress(quarter)}#decisions`, "review.withdrawn");
  },
};

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const acting = new Map(Object.entries(ACTS)).get(String(form.get("intent")));
    if (!acting) throw new Refusal(400, "desk.refusal.unreadable");
    return acting(desk, form);
  })(args);

export default function QuarterlyReview() {
  return <ReviewView {...useAnswer<typeof loader>()} />;
}
