import { asc, eq, isNotNull, sum } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { beforeAll, describe, expect, test } from "vitest";
import { isProven } from "#app/kernel/evidence";
import { brokenCloses } from "#app/measurement/closing.server";
import { verifyAudit } from "#app/people/audit.server";
import { checkIndex } from "#app/use-cases/check-index.server";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import type { Database } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { sqliteTables } from "#db/postgres.server";
import { brokenReferences } from "#db/references.server";
import {
  auditEvents,
  caseFiles,
  caseLinks,
  caseQuarters,
  commentMentions,
  comments,
  coSponsors,
  decisions,
  merges,
  referenceRates,
  reports,
  rollups,
  stageChanges,
  useCases,
  votes,
} from "#db/schema.server";
import { playStory } from "#seeds/run";
import { story } from "#seeds/story/index";
import { kpisOf, REPORTED, realised, stageOf } from "../rules/story-record";
import { newDatabaseUrl } from "../support/database";
import { demoDatabaseUrl } from "../support/demo";

// It is played once, and only read.
let database: Database;

beforeAll(async () => {
  database = await openDatabase(await demoDatabaseUrl());
  return () => database.close();
}, 120_000);

function counted(list: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of list) counts[one ?? "unknown"] = (counts[one ?? "unknown"] ?? 0) + 1;
  return counts;
}

/** Everything that a database holds, but its secrets. */
async function dump(db: Database): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const table of sqliteTables) {
    const { name } = getTableConfig(table);
    if (name === "settings") continue;
    const rows = await db.select().from(table);
    content[name] = rows.map((row) => JSON.stringify({ ...row, passwordHash: null, captureCode: null })).sort();
  }
  return content;
}

describe("The played demonstration", () => {
  test("has its cases at the stages that the story tells", async () => {
    const rows = await database.select({ stage: useCases.stage }).from(useCases);
    const lines = story.campaigns.flatMap((campaign) => campaign.lines);
    const told = [...story.cases.map(stageOf), ...lines.map(() => "draft")];
    expect(counted(rows.map(({ stage }) => stage))).toEqual(counted(told));
  });

  test("brings each quarter what the story's reports bring, to the cent, and says how much of it is proven", async () => {
    const kept = await database
      .select({
        quarter: caseQuarters.quarter,
        realised: sum(caseQuarters.realisedMinor).mapWith(Number),
        measured: sum(caseQuarters.measuredMinor).mapWith(Number),
        validated: sum(caseQuarters.validatedMinor).mapWith(Number),
        cost: sum(caseQuarters.costMinor).mapWith(Number),
      })
      .from(caseQuarters)
      .groupBy(caseQuarters.quarter)
      .orderBy(asc(caseQuarters.quarter));
    const told = REPORTED.map((quarter) => {
      const mine = kpisOf().flatMap(({ kpi }) =>
        kpi.reports
          .filter((report) => report.quarter === quarter)
          .map((report) => {
            const restated = kpi.restatements.find((one) => one.quarter === quarter);
            return { value: realised(kpi, report), evidence: restated?.newEvidence ?? report.evidence };
          }),
      );
      const total = (list: readonly { value: number }[]) => list.reduce((all, { value }) => all + value, 0);
      const proven = total(mine.filter(({ evidence }) => isProven(evidence)));
      const spent = story.cases.flatMap(({ costs }) => costs).filter((cost) => cost.quarter === quarter);
      return { quarter, realised: total(mine), proven, cost: spent.reduce((all, { amount }) => all + amount, 0) };
    });
    expect(
      kept.map(({ measured, validated, ...row }) => ({ ...row, proven: measured + validated })).filter(isTold),
    ).toEqual(told);
    function isTold({ quarter }: { quarter: string }) {
      return REPORTED.some((one) => one === quarter);
    }
    const [all] = await database.select({ cost: sum(rollups.costMinor).mapWith(Number) }).from(rollups);
    const onIncidents = story.guarded.flatMap(({ act }) => (act.what === "cost" ? act : []));
    const costs = [...story.cases.flatMap((useCase) => useCase.costs), ...onIncidents];
    expect(all?.cost).toBe(costs.reduce((total, { amount }) => total + amount, 0));
  });

  test("holds every report, comment, decision and move of the story", async () => {
    expect(await database.select({ id: reports.id }).from(reports)).toHaveLength(
      kpisOf().flatMap(({ kpi }) => kpi.reports).length,
    );
    const decided = story.cases.flatMap((useCase) => useCase.decisions).filter(({ outcome }) => outcome !== "merge");
    expect(await database.select({ id: decisions.id }).from(decisions)).toHaveLength(decided.length);
    const moves = story.cases.flatMap((useCase) => useCase.moves);
    const live = story.cases.filter(({ entry }) => entry.how === "live");
    const paused = story.guarded.filter(({ act }) => act.what === "pause" || act.what === "resume");
    expect(await database.select({ id: stageChanges.id }).from(stageChanges)).toHaveLength(
      moves.length + live.length + paused.length,
    );
    const said = await database.select({ body: comments.body }).from(comments);
    for (const { body } of story.cases.flatMap((useCase) => useCase.comments)) {
      expect(said.map((one) => one.body)).toContainEqual(body);
    }
  });

  test("has an hour's cost of each department in the table of reference rates", async () => {
    const kept = await database.select().from(referenceRates).where(eq(referenceRates.kind, "hourly-cost"));
    expect(kept.map(({ price }) => price).sort()).toEqual(story.departments.map(({ hourlyCost }) => hourlyCost).sort());
    expect(new Set(kept.map(({ departmentId }) => departmentId)).size).toBe(story.departments.length);
  });

  test("has tags, votes, links, remarks that name people, notes, files and teams that joined", async () => {
    const of = (what: (typeof story.gathered)[number]["act"]["what"]) =>
      story.gathered.flatMap(({ act }) => (act.what === what ? [act] : []));
    const ofCommand = async (act: string, subject: string) =>
      (await database.select().from(auditEvents).where(eq(auditEvents.act, act))).filter(
        (event) => event.subject === subject,
      );
    expect(await ofCommand("use-case.tag", "tag")).toHaveLength(of("tag").length);
    expect(await database.select().from(votes)).toHaveLength(of("vote").length);
    expect(await database.select().from(caseLinks)).toHaveLength(of("link").length);
    expect((await database.select().from(caseFiles)).map(({ name }) => name).sort()).toEqual(
      story.gathered.flatMap(({ act }) => (act.what === "file" ? [act.name] : [])).sort(),
    );
    const joined = (await database.select().from(coSponsors)).filter(({ mergedFromId }) => mergedFromId === null);
    expect(joined).toHaveLength(of("join").length);
    expect((await database.select().from(commentMentions)).length).toBeGreaterThanOrEqual(3);
    const notes = await database.select().from(comments).where(eq(comments.internal, true));
    expect(notes).toHaveLength(story.gathered.filter(({ act }) => act.what === "remark" && act.internal).length);
    expect(await database.select().from(merges)).toHaveLength(2);
  });

  test("keeps its sums, its references, its stages and its audit log whole", async () => {
    expect(await checkLedger(database)).toEqual([]);
    expect(await checkStages(database)).toEqual([]);
    expect((await brokenReferences(database)).broken).toEqual([]);
    expect(await brokenCloses(database)).toEqual([]);
    expect(await checkIndex(database)).toEqual([]);
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
  });

  test("has the gate that the chair overrode and the decision against the rank in its log", async () => {
    const overridden = await database
      .select({ overridden: stageChanges.overridden, useCaseId: stageChanges.useCaseId })
      .from(stageChanges)
      .where(isNotNull(stageChanges.overridden));
    expect(overridden.map((one) => one.overridden)).toEqual([["legal-sign-off"]]);
    const against = await database
      .select({ reference: useCases.reference, outcome: decisions.outcome, setAgainst: decisions.setAgainst })
      .from(decisions)
      .innerJoin(useCases, eq(useCases.id, decisions.useCaseId))
      .where(eq(decisions.againstRank, true))
      .orderBy(useCases.reference);
    const told = against.map((one) => [one.outcome, one.setAgainst?.cases.length, one.setAgainst?.said]);
    expect(told).toEqual([
      ["approve", 1, true],
      ["not-now", 2, true],
      ["approve", 1, false],
    ]);
    const events = await database.select({ act: auditEvents.act, after: auditEvents.after }).from(auditEvents);
    const saying = (text: string) => events.filter(({ after }) => after?.includes(text));
    expect(saying('"overridden":["legal-sign-off"]')).toHaveLength(1);
    expect(saying('"againstRank":true').map(({ act }) => act)).toEqual(["decision.take", "decision.take"]);
  });

  test("is the same when it is played again", { timeout: 120_000 }, async () => {
    const again = await openDatabase(await newDatabaseUrl());
    await playStory(again, () => undefined);
    const [first, second] = [await dump(database), await dump(again)];
    await again.close();
    expect(Object.keys(first)).toEqual(Object.keys(second));
    for (const name of Object.keys(first)) expect(second[name], name).toEqual(first[name]);
  });
});
