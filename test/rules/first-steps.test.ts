import { describe, expect, test } from "vitest";
import type { Role } from "#app/people/roles";
import { FIRST_STEPS, firstSteps, type HouseFacts, lackingRoles } from "#app/portfolio/first-steps";

const EMPTY: HouseFacts = {
  departments: 0,
  ready: 0,
  waiting: 0,
  held: [],
  assessmentsNeeded: 2,
  quorum: 3,
  hasCase: false,
  hasSession: false,
};

/** Who holds what: `chair; committee security` is a chair, and somebody with two roles. */
const house = (held: string, facts: Partial<HouseFacts> = {}): HouseFacts => ({
  ...EMPTY,
  ...facts,
  held: held.split(";").flatMap((roles, at) =>
    roles
      .trim()
      .split(" ")
      .filter(Boolean)
      .map((role) => ({ personId: at + 1, role: role as Role })),
  ),
});

const said = (facts: HouseFacts) =>
  lackingRoles(facts)
    .map(({ role, count }) => (count > 1 ? `${count} ${role}` : role))
    .join(", ");

describe("The roles that a new house lacks", () => {
  test.each<[string, string, Partial<HouseFacts>]>([
    ["", "chair, committee, champion, finance, security, legal", {}],
    ["chair; committee; champion; finance; security; legal", "", {}],
    // The chair assesses too, so one member more makes two.
    ["chair; champion; finance; security; legal", "committee", {}],
    ["committee; committee; champion; finance; security; legal", "chair", {}],
    // One person with every role is one assessor and one seat.
    ["chair committee champion finance security legal", "2 committee", {}],
    ["chair committee champion finance security legal", "", { assessmentsNeeded: 1, quorum: 1 }],
    ["chair; committee; champion; finance; security; legal", "3 committee", { quorum: 7 }],
    ["chair; committee; champion; finance; security; legal", "2 committee", { assessmentsNeeded: 4 }],
    // Whoever takes the missing roles will sit: nobody else is asked for.
    ["committee; committee; champion; finance", "chair, security, legal", { quorum: 5 }],
  ])("with «%s»: «%s» %o", (held, lacking, facts) => {
    expect(said(house(held, facts))).toBe(lacking);
  });
});

describe("The first steps", () => {
  const complete = house("chair; committee; champion; finance; security; legal", {
    departments: 1,
    ready: 5,
    hasCase: true,
    hasSession: true,
  });

  test("are all open in an empty house, in the order in which they help", () => {
    expect(firstSteps(EMPTY)).toEqual(FIRST_STEPS.map((step) => ({ step, done: false })));
  });

  test.each<[string, Partial<HouseFacts>]>([
    ["departments", { departments: 0 }],
    // Accounts that nobody has entered invite nobody yet.
    ["people", { ready: 0, waiting: 5 }],
    ["roles", { held: [] }],
    ["case", { hasCase: false }],
    ["session", { hasSession: false }],
  ])("%s is open while its fact is missing, and no other", (step, facts) => {
    const open = firstSteps({ ...complete, ...facts }).filter(({ done }) => !done);
    expect(open.map((each) => each.step)).toEqual([step]);
  });

  test("are all done where all of it stands", () => {
    expect(firstSteps(complete).every(({ done }) => done)).toBe(true);
  });
});
