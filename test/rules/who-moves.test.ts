import { describe, expect, test } from "vitest";
import type { Actor, Role } from "#app/people/roles";
import { kindsOffered } from "#app/use-cases/bulk/plan";
import type { GateFacts } from "#app/use-cases/gates";
import type { Stage } from "#app/use-cases/stages";
import { actOfMove, mayMergeAway, movesOf } from "#app/use-cases/who-moves";

const AUTHOR = 1;
const CASE = { authorId: AUTHOR, coAuthorId: null, ownerId: 2, technicalOwnerId: 3, departmentId: 7 };
const someone = (personId: number, ...roles: Role[]): Actor => ({ personId, name: "", roles, departmentIds: [7] });
const WHO = {
  author: someone(AUTHOR, "champion"),
  owner: someone(2),
  champion: someone(4, "champion"),
  admin: someone(5, "admin"),
  member: someone(6, "committee"),
  chair: someone(8, "chair"),
  "chair who put it in": someone(AUTHOR, "chair"),
  "member who owns it": someone(2, "committee"),
  nobody: someone(9),
} as const;

const offeredTo = (who: keyof typeof WHO, stage: Stage | null, facts: Partial<GateFacts> = {}) =>
  movesOf(WHO[who], { ...CASE, stage }, facts)
    .filter(({ offered }) => offered)
    .map(({ to }) => to);

describe("Who moves a case", () => {
  test.each<[Stage | null, Stage, string]>([
    ["draft", "submitted", "use-case.move"],
    ["submitted", "assessment", "use-case.screen"],
    ["submitted", "rejected", "use-case.screen"],
    ["submitted", "on-hold", "use-case.screen"],
    ["submitted", "retired", "use-case.screen"],
    ["submitted", "production", "use-case.screen"],
    ["submitted", "withdrawn", "use-case.withdraw"],
    ["withdrawn", "submitted", "use-case.withdraw"],
    ["on-hold", "assessment", "use-case.screen"],
    ["on-hold", "submitted", "use-case.move"],
    ["on-hold", "poc", "use-case.move"],
    ["rejected", "assessment", "use-case.screen"],
    ["rejected", "production", "use-case.screen"],
    ["rejected", "submitted", "use-case.move"],
    ["assessment", "rejected", "use-case.screen"],
    ["assessment", "on-hold", "use-case.move"],
    ["poc", "pilot", "use-case.move"],
    ["production", "pilot", "use-case.move"],
    [null, "production", "use-case.move"],
  ])("from %s to %s needs %s", (from, to, act) => {
    expect(actOfMove(from, to)).toBe(act);
  });

  test.each<[keyof typeof WHO, readonly Stage[]]>([
    ["author", ["withdrawn"]],
    ["owner", ["withdrawn"]],
    ["champion", []],
    ["admin", []],
    ["nobody", []],
    ["chair who put it in", ["withdrawn"]],
    ["member who owns it", ["withdrawn"]],
    ["member", ["assessment", "poc", "pilot", "production", "retired", "on-hold", "rejected"]],
    ["chair", ["assessment", "approved", "poc", "pilot", "production", "retired", "on-hold", "rejected"]],
  ])("a submitted case is taken by %s to %j", (who, to) => {
    expect(offeredTo(who, "submitted")).toEqual(to);
  });

  test("an approval is offered where the committee has given it, and to a chair who may go past that", () => {
    expect(offeredTo("champion", "assessment")).not.toContain("approved");
    expect(offeredTo("champion", "assessment", { decidedWithQuorum: true })).toContain("approved");
    expect(offeredTo("chair", "assessment")).toContain("approved");
    expect(offeredTo("chair who put it in", "assessment")).not.toContain("approved");
  });

  test.each<[keyof typeof WHO, Stage, boolean]>([
    ["member", "submitted", true],
    ["chair who put it in", "submitted", false],
    ["admin", "submitted", false],
    ["admin", "on-hold", true],
    ["chair who put it in", "assessment", true],
    ["author", "assessment", false],
  ])("%s may let a case that is %s go up in another: %s", (who, stage, may) => {
    expect(mayMergeAway(WHO[who], { ...CASE, stage })).toBe(may);
  });

  test("moving many to screening is offered to those who screen", () => {
    expect(kindsOffered(WHO.champion)).toEqual(["assign", "tag", "untag"]);
    expect(kindsOffered(WHO.member)).toEqual(["assign", "tag", "untag", "screen"]);
  });
});
