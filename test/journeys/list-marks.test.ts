/** The list answers from columns that this process keeps: they must say what the database says, whoever wrote it. */
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { whenAt } from "#app/kernel/when";
import { mergeCases, unmergeCase } from "#app/measurement/merge-case.server";
import { CASEBOOK } from "#app/people/roles";
import { type HiddenScores, NOTHING_HIDDEN } from "#app/use-cases/hidden-scores.server";
import { checkTotals } from "#app/use-cases/list/kept-totals.server";
import { openList, readRows } from "#app/use-cases/list/list.server";
import { readQuery } from "#app/use-cases/list/query";
import { readFacets, readInOrder } from "#app/use-cases/list/view.server";
import { rebuildCounts } from "#app/use-cases/rebuild-counts.server";
import type { Reader, Writer } from "#db/client.server";
import { openDatabase } from "#db/open.server";
import { campaigns, caseTags, standings, tags, useCases } from "#db/schema.server";
import { openApp, TODAY } from "../support/app";
import { aCase } from "../support/cases";
import { newDatabaseUrl } from "../support/database";
import { openDemo } from "../support/demo";
import { importPath, runImport } from "../support/import-steps";
import { facetsByHand, orderByHand } from "../support/list-by-hand";

const view = (search: string) => readQuery(new URLSearchParams(search));
const open = (db: Reader, personId: number, hidden: HiddenScores = NOTHING_HIDDEN) =>
  openList(db, { personId, hidden, today: day("2026-11-20"), tell: (told) => told.fr ?? "" });

async function expectTold(db: Reader, search: string, personId: number, hidden?: HiddenScores) {
  const reader = await open(db, personId, hidden);
  const query = view(search);
  const told = `${search} for ${personId}`;
  expect(await readFacets(db, query, reader), told).toEqual(await facetsByHand(db, query, reader));
  expect([...(await readInOrder(db, query, reader))], told).toEqual(await orderByHand(db, query, reader));
}

const stage = fc.constantFrom(null, "draft", "submitted", "poc", "production");
const one = fc.integer({ min: 1, max: 12 });
const few = fc.integer({ min: 1, max: 3 });
const maybe = (value: fc.Arbitrary<number>) => fc.option(value, { nil: null });
const figure = maybe(fc.integer({ min: -3, max: 3 }));

/** Anything that changes what a list shows, and what does not. */
const change = fc.oneof(
  fc.record({ does: fc.constant("mark"), id: one, stage, department: maybe(few), campaign: maybe(few), type: figure }),
  fc.record({ does: fc.constant("person"), id: one, author: maybe(few), owner: maybe(few), since: maybe(few) }),
  fc.record({ does: fc.constant("figure"), id: one, value: figure, npv: figure }),
  fc.record({ does: fc.constant("tag"), id: one, tag: few }),
  fc.record({ does: fc.constant("untag"), id: one, tag: few }),
  fc.record({ does: fc.constant("retag"), id: one, to: one }),
  fc.record({ does: fc.constant("enter"), title: fc.constantFrom("été", "Zone", "abc") }),
  fc.record({ does: fc.constant("delete"), id: one }),
  fc.record({ does: fc.constant("give up"), id: one }),
);
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

async function write(tx: Writer, to: Change): Promise<void> {
  const at = (id: number) => eq(useCases.id, id);
  const tagged = (id: number, tag: number) => sql`${caseTags.useCaseId} = ${id} AND ${caseTags.tagId} = ${tag}`;
  if ("type" in to) {
    const marks = { stage: to.stage, departmentId: to.department, campaignId: to.campaign };
    await tx
      .update(useCases)
      .set({ ...marks, aiType: to.type === null ? null : `kind ${to.type}` })
      .where(at(to.id));
  } else if ("author" in to) {
    const since = to.since === null ? null : day(`2026-10-0${to.since}`);
    await tx.update(useCases).set({ authorId: to.author, ownerId: to.owner, stageSince: since }).where(at(to.id));
  } else if ("npv" in to) {
    const npvMinor = to.npv === null ? null : minor(to.npv);
    await tx.update(standings).set({ value: to.value, npvMinor }).where(eq(standings.useCaseId, to.id));
  } else if (to.does === "tag" && "tag" in to) {
    const there = await tx.select({ id: useCases.id }).from(useCases).where(at(to.id));
    if (there.length > 0) await tx.insert(caseTags).values({ useCaseId: to.id, tagId: to.tag }).onConflictDoNothing();
  } else if ("tag" in to) {
    await tx.delete(caseTags).where(tagged(to.id, to.tag));
  } else if ("to" in to) {
    const there = await tx.select({ id: useCases.id }).from(useCases).where(at(to.to));
    const taken = await tx.select().from(caseTags).where(eq(caseTags.useCaseId, to.to));
    if (there.length > 0 && taken.length === 0)
      await tx.update(caseTags).set({ useCaseId: to.to }).where(eq(caseTags.useCaseId, to.id));
  } else if ("title" in to) {
    const [last] = await tx.rows<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM use_cases`);
    const reference = `X-${Number(last?.id) + 1}`;
    const [made] = await tx
      .insert(useCases)
      .values({
        ...{ reference, title: { fr: to.title }, titleFolded: to.title.toLowerCase(), stage: "submitted" },
        ...{ createdAt: TODAY, updatedAt: TODAY },
      })
      .returning({ id: useCases.id });
    if (made) await tx.insert(standings).values({ useCaseId: made.id });
  } else if (to.does === "delete") {
    await tx.delete(caseTags).where(eq(caseTags.useCaseId, to.id));
    await tx.delete(standings).where(eq(standings.useCaseId, to.id));
    await tx.rows(sql`DELETE FROM use_cases WHERE id = ${to.id} AND reference LIKE 'X-%' RETURNING 1`);
  } else {
    await tx.update(useCases).set({ stage: "poc", departmentId: null }).where(at(to.id));
    throw new Error("given up");
  }
}

const VIEWS = [
  "",
  "stage=poc,none&sort=title",
  "stage=draft",
  "stage=draft,submitted&department=1,none&group=stage",
  "department=2&campaign=none,1&sort=npv,title-descending",
  "tag=1,none&aiType=kind 1&sort=since",
  "tag=2&stage=production,submitted&sort=value,stage",
  "owner=2&sort=owner-descending,complexity",
  "owner=none&mine=yes&group=department",
  "older=49&source=none",
  "case=1,3,5,99&sort=reference",
  "q=ete&stage=poc,submitted",
  "aiType=none,kind -1&campaign=3&tag=3",
];

describe("The list's columns", () => {
  test("say what the database says, whatever was written, by this process or another", {
    timeout: 240_000,
  }, async () => {
    const url = await newDatabaseUrl();
    const [here, there] = [await openDatabase(url), await openDatabase(url)];
    onTestFinished(() => Promise.all([here.close(), there.close()]).then(() => undefined));
    const app = await openApp({ database: here, setUp: true });
    for (const name of ["Ada", "Bo"]) await app.signedIn(name);
    for (const code of ["A", "B", "C"]) await app.department(code);
    for (let at = 1; at <= 6; at++) await aCase(app, { title: `Cas d’été ${at}`, departmentId: (at % 3) + 1 });
    await here.write(async (tx) => {
      await tx.insert(tags).values(["a", "b", "c"].map((name) => ({ name, folded: name })));
      for (const slug of ["x", "y", "z"]) {
        await tx.insert(campaigns).values({
          ...{ slug, hostId: 1, kind: "sprint" as const, name: { fr: slug }, startsOn: day("2026-11-01") },
          ...{ endsOn: day("2026-11-30"), target: 5, captureCode: slug, createdBy: 1, createdAt: TODAY },
        });
      }
    });
    const hidden: HiddenScores = (cases) => sql`(${cases}.id % 3 = 0)`;
    const step = fc.record({
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
      writer: fc.constantFrom(here, there),
      asker: fc.constantFrom(here, there),
      search: fc.constantFrom(...VIEWS),
      personId: fc.constantFrom(0, 1, 2, 3),
      isBlind: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { changes, writer, asker, search, personId, isBlind } of steps) {
          const writing = writer.write(async (tx) => {
            for (const one of changes) await write(tx, one);
          });
          await writing.catch((problem: Error) => expect(problem.message).toBe("given up"));
          await expectTold(asker, search, personId, isBlind ? hidden : undefined);
          await expectTold(asker, "sort=npv,value", personId);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("say what was written before one asked, however many ask at once", async () => {
    const app = await openApp();
    const departmentId = await app.department("LOG");
    const { database } = app;
    const reader = await open(database, 1);
    const counted = async (least: number) =>
      expect((await readFacets(database, view(""), reader)).total).toBeGreaterThanOrEqual(least);
    for (let at = 1; at <= 12; at++) {
      const asking = Array.from({ length: 5 }, () => counted(at - 1));
      await aCase(app, { title: `Cas ${at}`, departmentId });
      await Promise.all([...asking, counted(at), counted(at)]);
    }
  });

  test("follow a transaction inside it, and forget it with it", async () => {
    const app = await openApp();
    const { id } = await aCase(app, { departmentId: await app.department("LOG") });
    const { database } = app;
    const reader = await open(database, 1);
    const stages = async (db: Reader) => (await readFacets(db, view(""), reader)).stage.map(({ value }) => value);
    const [before] = await stages(database);
    const writing = database.write(async (tx) => {
      await tx.update(useCases).set({ stage: "pilot" }).where(eq(useCases.id, id));
      expect(await stages(tx)).toEqual(["pilot"]);
      expect(await stages(database)).toEqual([before]);
      throw new Error("given up");
    });
    await expect(writing).rejects.toThrow("given up");
    expect(await stages(database)).toEqual([before]);
    await database.snapshot(async (db) => expect(await stages(db)).toEqual([before]));
  });

  test("begin anew when another register stands in the place of the one they know", async () => {
    const app = await openApp();
    const departmentId = await app.department("LOG");
    for (let at = 1; at <= 4; at++) await aCase(app, { title: `Cas ${at}`, departmentId });
    const { database } = app;
    const reader = await open(database, 1);
    expect((await readFacets(database, view(""), reader)).total).toBe(4);
    // As a restored one: other cases, lower numbers, a name of its own.
    await database.write(async (tx) => {
      for (const id of [3, 4]) {
        await tx.rows(sql`DELETE FROM standings WHERE use_case_id = ${id} RETURNING 1`);
      }
      await tx.rows(sql`UPDATE use_cases SET stage = 'draft', author_id = NULL WHERE id > 2 RETURNING 1`);
      await tx.rows(sql`UPDATE case_changes SET number = use_case_id WHERE use_case_id > 0 RETURNING 1`);
      await tx.rows(sql`UPDATE case_changes SET number = number - 1 WHERE use_case_id = 0 RETURNING 1`);
    });
    expect((await readFacets(database, view(""), reader)).total).toBe(2);
  });

  test("learn of a case of which no change was noted once the counts are worked out anew", async () => {
    const app = await openApp();
    const { id } = await aCase(app, { departmentId: await app.department("LOG") });
    const { database } = app;
    const reader = await open(database, 1);
    await database.write((tx) => tx.rows(sql`DELETE FROM case_changes RETURNING 1`));
    expect((await readFacets(database, view(""), reader)).total).toBe(0);
    expect(await checkTotals(database)).toMatchObject([{ kept: "case_changes", of: `case ${id}` }]);
    await database.write((tx) => rebuildCounts(tx));
    expect(await checkTotals(database)).toEqual([]);
    expect((await readFacets(database, view(""), reader)).total).toBe(1);
  });

  test("hold as cases are merged, parted again, entered, deleted and changed by a file", {
    timeout: 120_000,
  }, async () => {
    const demo = await openDemo();
    const { database, clock } = demo;
    const [tag, other] = await database.select({ id: tags.id }).from(tags).limit(2);
    const searches = [
      ...["", "stage=merged", "q=client&stage=poc,none&aiType=none", "mine=yes", "older=30&stage=poc,pilot"],
      ...[`q=de&tag=${tag?.id},none&department=1`, `older=60&tag=${other?.id}&group=stage`, "owner=3&sort=value"],
    ];
    const expectAll = async () => {
      for (const search of searches) await expectTold(database, search, 3);
    };
    await expectAll();
    const reader = await open(database, 3);
    const early = await readRows(database, view("stage=submitted,assessment&sort=reference-ascending"), reader, 2);
    const [from, into] = early.rows.map(({ id }) => id);
    if (!from || !into) throw new Error("The demonstration has nothing to merge");
    const when = whenAt(clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
    const chair = { ...CASEBOOK, personId: 3, roles: ["chair" as const] };
    const reason = { fr: "Même besoin" };
    const merged = async () => (await readFacets(database, view("stage=merged"), reader)).total;
    const before = await merged();
    await database.write((tx) => mergeCases(tx, chair, { from, into, reason }, when));
    expect(await merged()).toBe(before + 1);
    await expectAll();
    await database.write((tx) => unmergeCase(tx, chair, { from, reason }, when));
    expect(await merged()).toBe(before);
    await expectAll();
    const nadia = await demo.as("nadia");
    await nadia.submit("/use-cases/new", { "title.fr": "Brouillon client", intent: "save" });
    await expectAll();
    const [draft] = await database.select().from(useCases).where(eq(useCases.titleFolded, "brouillon client"));
    await nadia.post(`/use-cases/${draft?.reference}/edit`, { intent: "delete" });
    expect(await database.select().from(useCases).where(eq(useCases.titleFolded, "brouillon client"))).toEqual([]);
    await expectAll();
    const sami = await demo.as("sami");
    const file = (await sami.get("/use-cases/export.csv?shape=casebook&q=client")).html;
    const path = await importPath(sami, file.replace(/client/g, "chaland"), "casebook.csv");
    await runImport(sami, path.replace(/\/check$/, ""));
    expect((await readFacets(database, view("q=chaland"), reader)).total).toBeGreaterThan(0);
    await expectAll();
  });
});
