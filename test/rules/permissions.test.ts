import { describe, expect, test } from "vitest";
import { type Act, type Parties, PERMISSIONS, permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { type Actor, CASEBOOK, ROLES, type Role } from "#app/people/roles";

/**
 * Who may do what, cell by cell, written down apart from the code: whoever changes the one changes the other.
 *
 * The role columns say what a person with that one role may do who has nothing to do with the thing (●).
 * The relation columns say what being that to the thing adds: ● enough alone · nothing ✗ forbidden, whatever the roles.
 * A department champion is a champion of the thing's own department. A line that ends early says that the last relations add
 * nothing.
 */
const TABLE = `
act                  | nobody champion committee chair security legal finance executive admin | author co-author business-owner technical-owner department-champion kpi-owner reporter host writer self sponsor team-member
use-case.read        |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
use-case.submit      |   ·        ●        ●       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ●               ·        ·     ·    ·      ·
use-case.enter-live  |   ·        ●        ●       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ●               ·        ·     ·    ·      ·
use-case.edit        |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
draft.delete         |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ●        ·          ·               ·                ·               ·        ·     ·    ·      ·
use-case.withdraw    |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ●        ●          ●               ·                ·               ·        ·     ·    ·      ·
use-case.comment     |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
use-case.join        |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
use-case.merge       |   ·        ·        ●       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
comment.edit         |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ●      ·
comment.withdraw     |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ●      ·
note.read            |   ·        ·        ●       ●      ●       ●      ●        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
note.write           |   ·        ·        ●       ●      ●       ●      ●        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
use-case.vote        |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
use-case.follow      |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
use-case.tag         |   ·        ·        ●       ●      ·       ·      ·        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
use-case.link        |   ·        ·        ●       ●      ·       ·      ·        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
file.add             |   ·        ·        ●       ●      ●       ●      ●        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
file.remove          |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ●               ●                ●               ·        ·     ·    ●      ·
use-case.move        |   ·        ·        ●       ●      ·       ·      ·        ·       ●   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
use-case.put-off     |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
use-case.screen      |   ·        ·        ●       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
use-case.import      |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
use-case.capture     |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
campaign.read        |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
campaign.run         |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ●               ·        ·     ●    ·      ·
gate.override        |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
assessment.round     |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
assessment.write     |   ·        ·        ●       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
conflict.declare     |   ·        ·        ●       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
score.override       |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
business-case.write  |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
rate.edit            |   ·        ·        ·       ·      ·       ·      ●        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
calibration.read     |   ·        ·        ●       ●      ·       ·      ●        ●       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
calibration.answer   |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
filter.edit          |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
scoring-model.edit   |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
filter.except        |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
portfolio.choose     |   ·        ·        ●       ●      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
scenario.delete      |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ●      ·
board.limit          |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
session.plan         |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
session.cancel       |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
decision.take        |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
session.vote         |   ·        ·        ●       ●      ●       ●      ●        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
opinion.write        |   ·        ·        ●       ●      ●       ●      ●        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
session.close        |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
session.sign         |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
condition.meet       |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ●
poc.write            |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
poc.edit-attempt     |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
poc.correct-check-in |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
poc.start            |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
poc.sign-amendment   |   ·        ·        ·       ●      ·       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
model.switch         |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
roll-out.write       |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
vendor.write         |   ·        ·        ●       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ●                ·               ·        ·     ·    ·      ●
sign-off.request     |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
sign-off.security    |   ·        ·        ·       ·      ●       ·      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·      ✗         ✗
sign-off.legal       |   ·        ·        ·       ·      ·       ●      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·      ✗         ✗
sign-off.finance     |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·      ✗         ✗
sign-off.delegate    |   ·        ·        ·       ·      ●       ●      ●        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·      ✗         ✗
sign-off.absence     |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ●
sign-off.condition   |   ·        ·        ·       ·      ●       ●      ●        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ●
gate.edit            |   ·        ·        ·       ●      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
gate.answer          |   ·        ·        ·       ·      ●       ●      ●        ·       ·   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
trust-card.write     |   ·        ·        ·       ·      ●       ●      ·        ·       ·   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ·
ai-act.confirm       |   ·        ·        ·       ·      ·       ●      ·        ·       ·   |   ✗        ✗          ✗               ✗                ·               ·        ·     ·    ·      ·
risk.write           |   ·        ·        ●       ●      ●       ●      ●        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ·      ●
organisation-risk.write |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ●
risk.review          |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ●
risk.close           |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ●
incident.log         |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
incident.write       |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ●        ●          ●               ●                ●               ·        ·     ·    ●      ·
incident.close       |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
incident.pause       |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ·        ·          ●               ●                ·               ·        ·     ·    ·      ·
incident.resume      |   ·        ·        ·       ●      ●       ●      ·        ·       ●   |   ·        ·          ●               ·                ·               ·        ·     ·    ·      ·
law.edit             |   ·        ·        ·       ·      ·       ●      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
obligation.handle    |   ·        ·        ·       ·      ·       ●      ·        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ●
kpi.define           |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
overlap.declare      |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ·        ·          ●               ●                ●               ●        ·     ·    ·      ·
overlap.resolve      |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ✗        ✗          ✗               ✗                ·               ✗        ·     ·    ·      ·
report.write         |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ●               ·                ●               ●        ·     ·    ·      ·
report.review        |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ✗        ✗          ✗               ✗                ·               ✗        ✗     ·    ·      ·
report.restate       |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ✗        ✗          ✗               ✗                ·               ✗        ✗     ·    ·      ·
cost.write           |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ·        ·          ●               ●                ●               ·        ·     ·    ·      ·
quarter.run          |   ·        ·        ·       ·      ·       ·      ●        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
quarter.close        |   ·        ·        ·       ·      ·       ·      ●        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
dashboard.read       |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
target.set           |   ·        ·        ·       ·      ·       ·      ●        ●       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
review.plan          |   ·        ·        ·       ●      ·       ·      ●        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
review.present       |   ·        ·        ·       ●      ·       ·      ●        ·       ●   |   ·        ·          ·               ·                ●               ·        ·     ·    ·      ·
review.decide        |   ·        ·        ·       ●      ·       ·      ●        ●       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
organisation.edit    |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
department.edit      |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
person.read          |   ●        ●        ●       ●      ●       ●      ●        ●       ●   |   ●        ●          ●               ●                ●               ●        ●     ●    ●      ●
person.edit          |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
audit.read           |   ·        ·        ·       ·      ·       ·      ●        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
view.keep            |   ·        ·        ·       ·      ·       ·      ·        ·       ●   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ●
account.use          |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ●
installation.run     |   ·        ·        ·       ·      ·       ·      ·        ·       ·   |   ·        ·          ·               ·                ·               ·        ·     ·    ·      ·
`;

const ME = 7;
const DEPARTMENT = 3;
const SOMEBODY_ELSE = 8;

const person = (roles: readonly Role[], departmentIds: readonly number[] = []): Actor => ({
  personId: ME,
  name: "Camille",
  roles,
  departmentIds,
});

/** What the thing must know for me to be this to it; and what I must be. */
const RELATIONS: Record<string, { parties: Parties; roles?: Role[]; departments?: number[] }> = {
  author: { parties: { authorId: ME } },
  "co-author": { parties: { coAuthorId: ME } },
  "business-owner": { parties: { ownerId: ME } },
  "technical-owner": { parties: { technicalOwnerId: ME } },
  "department-champion": { parties: { departmentId: DEPARTMENT }, roles: ["champion"], departments: [DEPARTMENT] },
  "kpi-owner": { parties: { kpiOwnerId: ME } },
  reporter: { parties: { reportedBy: ME } },
  host: { parties: { hostId: ME } },
  writer: { parties: { writtenBy: ME } },
  self: { parties: { accountOf: ME } },
  sponsor: { parties: { sponsorIds: [ME] } },
  "team-member": { parties: { teamNames: ["CAMILLE"] } },
};

const others: Parties = {
  authorId: SOMEBODY_ELSE,
  coAuthorId: SOMEBODY_ELSE,
  ownerId: SOMEBODY_ELSE,
  technicalOwnerId: SOMEBODY_ELSE,
  departmentId: DEPARTMENT + 1,
  kpiOwnerId: SOMEBODY_ELSE,
  reportedBy: SOMEBODY_ELSE,
  hostId: SOMEBODY_ELSE,
  writtenBy: SOMEBODY_ELSE,
  accountOf: SOMEBODY_ELSE,
  sponsorIds: [SOMEBODY_ELSE],
  teamNames: ["Somebody Else"],
};

type Cell = "●" | "·" | "✗";
const [head = "", ...lines] = TABLE.trim().split("\n");
const names = (line: string) =>
  line
    .split("|")
    .slice(1)
    .map((part) => part.trim().split(/\s+/));
const [roleNames = [], relationNames = []] = names(head);
const rows = lines.map((line) => {
  const [roles = [], relations = []] = names(line);
  const cells = new Map<string, Cell>();
  for (const [index, name] of roleNames.entries()) cells.set(name, roles[index] as Cell);
  for (const [index, name] of relationNames.entries())
    cells.set(name, (relations[index] ?? (roles[0] === "●" ? "●" : "·")) as Cell);
  return { act: line.split("|")[0]?.trim() as Act, cells };
});

test("every act has a row, every role and every relation a column, and every cell a sign", () => {
  expect(rows.map(({ act }) => act).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  expect(roleNames).toEqual(["nobody", ...ROLES]);
  const used = Object.values(PERMISSIONS).flatMap((rule: { allow: readonly string[]; except?: readonly string[] }) => [
    ...rule.allow,
    ...(rule.except ?? []),
  ]);
  const known = new Set<string>([...ROLES, ...relationNames, "everyone"]);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
  expect(relationNames).toEqual(Object.keys(RELATIONS));
  for (const { act, cells } of rows) {
    for (const name of [...roleNames, ...relationNames])
      expect(["●", "·", "✗"], `${act}, ${name}`).toContain(cells.get(name));
  }
});

describe.each(rows)("$act", ({ act, cells }) => {
  test.each(roleNames)("as %s of something that concerns others", (role) => {
    const roles = role === "nobody" ? [] : [role as Role];
    expect(permits(person(roles, [DEPARTMENT]), act, others)).toBe(cells.get(role) === "●");
    expect(permits(person(roles), act, {})).toBe(cells.get(role) === "●");
  });

  test.each(relationNames)("as its %s, alone and with each role", (relation) => {
    const { parties, roles = [], departments } = RELATIONS[relation] ?? { parties: {} };
    const sign = cells.get(relation);
    const rolesAlone = (held: readonly Role[]) =>
      held.some((role) => cells.get(role) === "●") || cells.get("nobody") === "●";
    expect(permits(person(roles, departments), act, { ...others, ...parties }), "alone").toBe(
      sign === "●" || (sign === "·" && rolesAlone(roles)),
    );
    for (const role of ROLES) {
      const held = [...new Set([...roles, role])];
      const expected = sign === "●" || (sign === "·" && rolesAlone(held));
      expect(permits(person(held, departments), act, { ...others, ...parties }), role).toBe(expected);
    }
    const all = permits(person(ROLES, departments), act, { ...others, ...parties });
    expect(all, "with every role").toBe(sign === "●" || (sign === "·" && rolesAlone(ROLES)));
  });
});

test("a champion of another department is nothing to the thing, nor is a member who is no champion", () => {
  const thing = { departmentId: DEPARTMENT };
  expect(permits(person(["champion"], [DEPARTMENT + 1]), "use-case.edit", thing)).toBe(false);
  expect(permits(person(["executive"], [DEPARTMENT]), "use-case.edit", thing)).toBe(false);
  expect(permits(person(["champion"], [DEPARTMENT]), "use-case.edit", thing)).toBe(true);
});

test("a thing that knows nobody relates to nobody, the product least of all", () => {
  const unknown: Parties = {
    authorId: null,
    ownerId: null,
    technicalOwnerId: null,
    departmentId: null,
    kpiOwnerId: null,
  };
  expect(permits(person([]), "use-case.edit", unknown)).toBe(false);
  expect(permits({ ...person([]), personId: null }, "use-case.edit", unknown)).toBe(false);
});

test("the installation acts for itself, and permit throws with a sentence for those who may not", () => {
  expect(permit(CASEBOOK, "installation.run", {}).act).toBe("installation.run");
  expect(() => permit(person(["executive"]), "decision.take", {})).toThrow(
    expect.objectContaining({ status: 403, key: "people.refusal.not-permitted" }),
  );
});
