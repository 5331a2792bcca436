/** What a form on the page of a risk does, be it of a case or of the organisation itself. */
import { type Desk, go, parse } from "./desk.server";
import type { Day } from "./kernel/day";
import { peopleTyped } from "./people/people-typed.server";
import { closeRisk, reopenRisk, reviewRisk } from "./safeguards/risks/review.server";
import { reviewFields, riskEdit, riskEnd, toldRisk } from "./safeguards/risks/risk";
import { changeRisk, openRisk } from "./safeguards/risks/risk.server";
import { RISK_PEOPLE } from "./safeguards/risks/risk-page.server";

/** @throws Refusal as the command that it names does */
export async function actOnRisk(desk: Desk, form: FormData, id: number): Promise<Response> {
  const { database, actor, locale, when, url } = desk;
  switch (form.get("intent")) {
    case "review": {
      const { note, reviewOn, mitigationDoneOn, ...found } = parse(reviewFields, form);
      const days = { reviewOn: reviewOn as Day, mitigationDoneOn: mitigationDoneOn as Day | null };
      const review = { id, ...found, ...days, note: { [locale]: note } };
      await database.write((tx) => reviewRisk(tx, actor, review, when));
      return go(desk, url.pathname, "risks.reviewed");
    }
    case "turn": {
      const { version, reason } = parse(riskEnd, form);
      const turn = form.get("to") === "open" ? reopenRisk : closeRisk;
      await database.write((tx) => turn(tx, actor, { id, version, reason: { [locale]: reason } }, when));
      return go(desk, url.pathname, form.get("to") === "open" ? "risks.reopened" : "risks.closed");
    }
    default:
      return edit(desk, form, id);
  }
}

async function edit(desk: Desk, form: FormData, id: number): Promise<Response> {
  const { database, actor, locale, when, url } = desk;
  const { risk } = await openRisk(database, id);
  const { said, faults } = await peopleTyped(database, form, RISK_PEOPLE, [risk.ownerId, risk.mitigationOwnerId]);
  const { version, ...typed } = parse(riskEdit, said, faults);
  await database.write((tx) => changeRisk(tx, actor, { id, version, ...toldRisk(typed, risk, locale) }, when));
  return go(desk, url.pathname, "risks.saved");
}
