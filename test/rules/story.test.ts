import { describe, expect, test } from "vitest";
import { quarterOf } from "#app/kernel/quarter";
import type { Actor } from "#app/people/roles";
import type { Stage } from "#app/use-cases/stages";
import { story } from "#seeds/story/index";
import type { Both, Key } from "#seeds/story/types";
import { caseOf, FIRST_MONTH, keysOf, REPORTED, stageOf } from "./story-record";

const { cases, people, departments, sessions, vendors, models, quarters, today } = story;

/** Every text that the story tells, with the place where it stands. */
function textsIn(thing: unknown, path: string): { path: string; text: Both }[] {
  if (thing === null || typeof thing !== "object") return [];
  const entries = Object.entries(thing);
  if ("fr" in thing && "en" in thing) return [{ path, text: thing as Both }];
  return entries.flatMap(([name, value]) => textsIn(value, `${path}.${name}`));
}

describe("the firm of the story", () => {
  test("has eight departments of about twelve thousand people, each with a champion", () => {
    expect(departments).toHaveLength(8);
    const headcount = departments.reduce((sum, department) => sum + department.headcount, 0);
    expect(headcount).toBeGreaterThan(11_000);
    expect(headcount).toBeLessThan(13_000);
    for (const { key } of departments) {
      expect(
        people.filter((one) => one.roles.includes("champion") && one.departments.includes(key)),
        key,
      ).not.toEqual([]);
    }
  });

  test("has a committee with security and legal, one chair, and the other roles", () => {
    const holding = (role: Actor["roles"][number]) => people.filter(({ roles }) => roles.includes(role));
    const committee = holding("committee");
    expect(committee.length).toBeGreaterThanOrEqual(6);
    expect(committee.length).toBeLessThanOrEqual(8);
    expect(committee.some(({ roles }) => roles.includes("security"))).toBe(true);
    expect(committee.some(({ roles }) => roles.includes("legal"))).toBe(true);
    expect(
      [holding("chair"), holding("finance"), holding("executive"), holding("admin")].map((all) => all.length),
    ).toEqual([1, 2, 3, 1]);
    expect(people.some(({ roles }) => roles.length === 0)).toBe(true);
    expect(people.every(({ email }) => email.endsWith(".example"))).toBe(true);
  });

  test("tells about fifty cases, at the stages of a real portfolio", () => {
    const counts: Partial<Record<Stage | "unknown", number>> = {};
    for (const useCase of cases) {
      const stage = stageOf(useCase) ?? "unknown";
      counts[stage] = (counts[stage] ?? 0) + 1;
    }
    expect(cases.length).toBeGreaterThanOrEqual(48);
    expect(cases.length).toBeLessThanOrEqual(56);
    expect(counts).toEqual({
      draft: 2,
      submitted: 2,
      assessment: 8,
      approved: 5,
      poc: 5,
      pilot: 5,
      production: 14,
      retired: 2,
      stopped: 2,
      rejected: 3,
      "on-hold": 3,
      merged: 2,
      unknown: 2,
    });
  });

  test("has closed five quarters, collects the sixth and lives in the next", () => {
    expect(quarters.map(({ status }) => status)).toEqual([
      "closed",
      "closed",
      "closed",
      "closed",
      "closed",
      "in-review",
      "open",
    ]);
    expect(quarterOf(today, FIRST_MONTH)).toBe(quarters.at(-1)?.quarter);
    expect(REPORTED).toHaveLength(6);
  });
});

describe("its keys", () => {
  test("are unique", () => {
    for (const list of [cases, people, departments, sessions, vendors, models, story.campaigns, story.filters]) {
      expect(new Set(keysOf(list)).size).toBe(list.length);
    }
    for (const { kpis, key } of cases) expect(new Set(keysOf(kpis)).size, key).toBe(kpis.length);
  });

  test("refer to something", () => {
    const person = new Set(keysOf(people));
    const anyCase = new Set(keysOf(cases));
    const refer = (known: Set<Key>, keys: readonly (Key | null | undefined)[], where: string) => {
      for (const key of keys)
        if (key !== null && key !== undefined) expect(known.has(key), `${where}: ${key}`).toBe(true);
    };
    const department = new Set(keysOf(departments));
    const session = new Set(keysOf(sessions.filter(({ closed }) => closed)));
    for (const one of people) refer(department, one.departments, one.key);
    for (const one of models) refer(new Set(keysOf(vendors)), [one.vendor], one.key);
    for (const one of sessions) {
      refer(person, [one.chair, ...one.present], one.key);
      refer(anyCase, one.agenda, one.key);
    }
    for (const one of quarters)
      refer(
        department,
        one.silent.map((silence) => silence.department),
        one.quarter,
      );
    for (const one of story.campaigns) {
      refer(
        department,
        [...one.departments, ...Object.keys(one.targets), ...one.lines.map((line) => line.department)],
        one.key,
      );
      const captors = one.lines.map(({ by }) => ("person" in by ? by.person : null));
      refer(person, [one.by, one.host, ...captors], one.key);
    }
    for (const one of cases) {
      const { key } = one;
      refer(department, [one.department], key);
      refer(new Set(keysOf(story.campaigns)), [one.campaign], key);
      refer(new Set(keysOf(vendors)), [...one.vendors, one.poc?.vendor], key);
      refer(new Set(keysOf(models)), [one.poc?.model, ...(one.poc?.attempts ?? []).map(({ model }) => model)], key);
      refer(
        new Set(keysOf(story.filters)),
        one.filterExceptions.map(({ filter }) => filter),
        key,
      );
      refer(session, [...one.decisions.map((each) => each.session), ...one.moves.map((each) => each.session)], key);
      refer(anyCase, [...(one.similar?.lookedAt ?? []), ...one.moves.map(({ mergedInto }) => mergedInto)], key);
      refer(
        anyCase,
        one.decisions.map(({ mergeInto }) => mergeInto),
        key,
      );
      refer(person, [one.author, one.owner, one.technicalOwner, one.screening?.by, one.humanReviewer?.person], key);
      refer(
        person,
        one.signOffs.flatMap((each) => [each.requestedBy, each.answer?.by]),
        key,
      );
      refer(
        person,
        [...one.assessments, ...one.moves, ...one.comments, ...one.costs].map(({ by }) => by),
        key,
      );
      refer(person, [one.poc?.by, one.poc?.verdict?.by, ...(one.poc?.team ?? []).map((member) => member.person)], key);
      refer(
        person,
        one.kpis.flatMap((kpi) => [kpi.owner, ...kpi.reports.flatMap(({ by, review }) => [by, review?.by])]),
        key,
      );
      for (const other of one.similar?.lookedAt ?? []) {
        expect(caseOf(other).entry.on <= one.entry.on, `${key} looked at ${other} before it was there`).toBe(true);
      }
    }
  });
});

describe("its texts", () => {
  const texts = textsIn(story, "story");

  test("are told in both languages", () => {
    expect(texts.length).toBeGreaterThan(1_300);
    for (const { path, text } of texts) {
      expect(text.fr.trim(), path).not.toBe("");
      expect(text.en.trim(), path).not.toBe("");
      if (text.fr.length > 22) expect(text.fr, path).not.toBe(text.en);
    }
  });

  test("are set in French typography", () => {
    const narrow = "\u202F";
    for (const { path, text } of texts) {
      expect(text.fr, path).not.toMatch(
        /['"]|\.\.\.|[^\u202F] ?»| [;:!?%€]|« |[\p{L}\d)](?:[;!?]|:(?!\d))|\d (?:\d{3}\b|k€|M€)/u,
      );
      if (text.fr.includes("«")) expect(text.fr, path).toMatch(new RegExp(`«${narrow}.+${narrow}»`));
      expect(text.en, path).not.toMatch(/['"]/);
    }
  });
});
