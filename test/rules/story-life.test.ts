import { describe, expect, test } from "vitest";
import { LEADS_TO, outcomesAt } from "#app/committee/sessions";
import { addQuarters, firstDayOf } from "#app/kernel/quarter";
import { type Act, type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import { missingAt } from "#app/use-cases/gates";
import { needsReason, nextStages } from "#app/use-cases/stages";
import { story } from "#seeds/story/index";
import type { CaseEvent } from "#seeds/story/timeline";
import type { CaseStory, Key } from "#seeds/story/types";
import { events, FIRST_MONTH, found, keysOf, kpisOf, REPORTED } from "./story-record";
import { replay } from "./story-replay";

const { cases, people, departments, sessions, quarters, organisation, today } = story;

describe("its order of events", () => {
  test("never looks into the future, except where people plan", () => {
    for (const event of events) expect(event.on <= today, JSON.stringify([event.what, event.on])).toBe(true);
    for (const { moves, decisions, key } of cases) {
      for (const { relookOn, on } of moves) if (relookOn) expect(relookOn > on, key).toBe(true);
      for (const { outcome, relookOn } of decisions) expect(relookOn !== null, key).toBe(outcome === "not-now");
    }
    expect(sessions.filter(({ heldOn }) => heldOn > today)).toEqual(sessions.filter(({ closed }) => !closed));
  });

  test.each(cases.map((useCase) => [useCase.key, useCase] as const))(
    "%s passes its gates on the day it moves",
    (key, useCase) => {
      const known = replay(useCase);
      const own = events.filter((event): event is CaseEvent => "useCase" in event && event.useCase === useCase);
      expect(own[0]?.what).toBe("enter");
      for (const event of own) {
        if (event.what === "decide") {
          const { outcome } = event.decision;
          const possible: readonly string[] = [...outcomesAt(known.stage), "merge"];
          expect(possible, `${key} ${event.on} ${outcome} at ${known.stage}`).toContain(outcome);
          if (outcome !== "merge" && LEADS_TO[outcome]) {
            expect(useCase.moves.find(({ session }) => session === event.decision.session)?.on, key).toBe(event.on);
          }
        }
        if (event.what === "move") {
          const { move } = event;
          if (move.to === "merged") expect(known.stage).not.toBe("merged");
          else expect(nextStages(known.stage), `${key} ${known.stage}`).toContain(move.to);
          const decided = useCase.decisions.some(({ session }) => session === move.session);
          if (needsReason(known.stage, move.to)) expect(move.reason !== null || decided, `${key} says why`).toBe(true);
          expect(missingAt(move.to, known.facts(move.reason !== null || decided)), `${key} → ${move.to}`).toEqual(
            move.overridden,
          );
          if (move.overridden.length) expect(move.reason, key).not.toBeNull();
        }
        known.learn(event);
      }
    },
  );

  test("collects, closes and restates each quarter in its time", () => {
    for (const { useCase, kpi } of kpisOf()) {
      for (const report of kpi.reports) {
        const where = `${useCase.key} ${kpi.key} ${report.quarter}`;
        const { status, closedOn } = found(quarters.find(({ quarter }) => quarter === report.quarter));
        expect(status, where).not.toBe("open");
        expect(
          report.quarter >= kpi.firstQuarter && (!kpi.lastQuarter || report.quarter <= kpi.lastQuarter),
          where,
        ).toBe(true);
        expect(report.on >= firstDayOf(addQuarters(report.quarter, 1), FIRST_MONTH), where).toBe(true);
        expect(kpi.definedOn <= report.on, where).toBe(true);
        if (closedOn) expect(report.review !== null && report.review.on <= closedOn, where).toBe(true);
        if (report.evidence === 3) expect(report.review?.verdict, where).toBe("accepted");
        if (report.evidence > 0) expect(report.source, where).not.toBeNull();
        expect((report.actual === null) === (report.unavailableBecause !== null), where).toBe(true);
      }
      for (const restatement of kpi.restatements) {
        const report = found(kpi.reports.find(({ quarter }) => quarter === restatement.quarter));
        expect([report.actual, report.evidence]).toEqual([restatement.oldActual, restatement.oldEvidence]);
        const { closedOn } = found(quarters.find(({ quarter }) => quarter === restatement.quarter));
        expect(restatement.on > found(closedOn)).toBe(true);
      }
    }
  });

  test("leaves no report of a closed quarter missing", () => {
    for (const { useCase, kpi } of kpisOf()) {
      const last = kpi.lastQuarter ?? "2026-Q2";
      const due = REPORTED.filter((quarter) => quarter >= kpi.firstQuarter && quarter <= last && quarter < "2026-Q3");
      const told = kpi.reports.map(({ quarter }) => quarter).filter((quarter) => quarter < "2026-Q3");
      expect(told, `${useCase.key} ${kpi.key}`).toEqual(due);
    }
  });
});

describe("its people", () => {
  const place = (key: Key | null, list: readonly { key: Key }[]) =>
    key === null ? null : keysOf(list).indexOf(key) + 1;
  const actorOf = (key: Key): Actor => {
    const { name, roles, departments: own } = found(people.find((one) => one.key === key));
    return {
      personId: place(key, people),
      name,
      roles,
      departmentIds: own.map((each) => place(each, departments) ?? 0),
    };
  };
  const partiesOf = (useCase: CaseStory): Parties => ({
    authorId: place(useCase.author, people),
    ownerId: place(useCase.owner, people),
    technicalOwnerId: place(useCase.technicalOwner, people),
    departmentId: place(useCase.department, departments),
  });
  const may = (key: Key, act: Act, useCase: CaseStory, more: Parties = {}) =>
    expect(permits(actorOf(key), act, { ...partiesOf(useCase), ...more }), `${key} ${act} ${useCase.key}`).toBe(true);

  test("do only what the table of permissions lets them do", () => {
    for (const useCase of cases) {
      if (useCase.entry.how !== "import") may(useCase.author, "use-case.submit", useCase);
      if (useCase.screening) may(useCase.screening.by, "use-case.screen", useCase);
      for (const { by } of useCase.assessments) may(by, "assessment.write", useCase);
      if (useCase.businessCase) may(useCase.businessCase.estimator, "business-case.write", useCase);
      for (const { by } of useCase.filterExceptions) may(by, "filter.except", useCase);
      for (const { session } of useCase.decisions) {
        may(found(sessions.find(({ key }) => key === session)).chair, "decision.take", useCase);
      }
      for (const { by, overridden } of useCase.moves)
        may(by, overridden.length ? "gate.override" : "use-case.move", useCase);
      if (useCase.poc) may(useCase.poc.by, "poc.write", useCase);
      if (useCase.poc?.verdict) may(useCase.poc.verdict.by, "poc.write", useCase);
      if (useCase.aiAct) may(useCase.aiAct.by, "ai-act.confirm", useCase);
      for (const { by } of useCase.costs) may(by, "cost.write", useCase);
      for (const kpi of useCase.kpis) {
        may(found(useCase.owner), "kpi.define", useCase);
        const owned = { kpiOwnerId: place(kpi.owner, people) };
        for (const { by, review } of kpi.reports) {
          may(by, "report.write", useCase, owned);
          if (review) may(review.by, "report.review", useCase, { ...owned, reportedBy: place(by, people) });
        }
        for (const { by, quarter } of kpi.restatements) {
          const told = kpi.reports.find((report) => report.quarter === quarter);
          may(by, "report.restate", useCase, { ...owned, reportedBy: told && place(told.by, people) });
        }
      }
    }
  });

  test("never sign their own case", () => {
    for (const useCase of cases) {
      for (const { kind, requestedBy, answer } of useCase.signOffs) {
        may(requestedBy, "sign-off.request", useCase);
        if (!answer) continue;
        may(answer.by, `sign-off.${kind}`, useCase);
        expect([useCase.author, useCase.owner, useCase.technicalOwner, requestedBy], useCase.key).not.toContain(
          answer.by,
        );
      }
      if (useCase.owner && useCase.technicalOwner) expect(useCase.owner, useCase.key).not.toBe(useCase.technicalOwner);
    }
  });

  test("decide with a quorum of the committee, security and legal in the room", () => {
    for (const { present, key } of sessions.filter(({ closed }) => closed)) {
      const there = present.map((each) => found(people.find((one) => one.key === each)));
      expect(
        there.every(({ roles }) => roles.includes("committee")),
        key,
      ).toBe(true);
      expect(there.length, key).toBeGreaterThanOrEqual(organisation.quorum);
      for (const role of ["chair", "security", "legal"] as const) {
        expect(
          there.some(({ roles }) => roles.includes(role)),
          `${key} ${role}`,
        ).toBe(true);
      }
      expect(
        cases.some(({ decisions }) => decisions.some(({ session }) => session === key)),
        key,
      ).toBe(true);
    }
  });
});
