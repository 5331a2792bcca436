/** Public registers that nobody in this project wrote, imported whole through the commands and through the page. */
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { whenAt } from "#app/kernel/when";
import { verifyAudit } from "#app/people/audit.server";
import { CASEBOOK } from "#app/people/roles";
import { checkLedger } from "#app/use-cases/check-ledger.server";
import { checkStages } from "#app/use-cases/check-stages.server";
import { readTable } from "#app/use-cases/import/read-table.server";
import { importWhole } from "#app/use-cases/import/run.server";
import type { Row, Table } from "#app/use-cases/import/table";
import { firstMapping } from "#app/use-cases/import/upload.server";
import type { Database } from "#db/client.server";
import { auditEvents, stageChanges, standings, useCases } from "#db/schema.server";
import { idsMatching } from "#db/search.server";
import { openApp } from "../support/app";
import { newDatabase } from "../support/database";
import { importPath, runImport, sent } from "../support/import-steps";
import { sharedBytes, sharedData } from "../support/shared-data";

const NOW = new Date("2026-11-20T10:00:00Z");
const when = whenAt(NOW, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });

async function bringIn(database: Database, fileName: string, rows: (rows: Row[]) => Row[] = (all) => all) {
  const bytes = sharedBytes(`inventories/${fileName}`);
  const whole = await readTable(bytes);
  return bringTable(database, fileName, bytes, { ...whole, rows: rows(whole.rows) });
}

async function bringTable(database: Database, fileName: string, bytes: Buffer, table: Table) {
  const first = await firstMapping(database, table, fileName, "fr");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const whole = { fileName, sha256, size: bytes.length, table, reading: {}, dryRun: false, leaveOut: false } as const;
  const job = { ...whole, ...first, reader: "fr" } as const;
  const { counts } = await importWhole(
    database,
    CASEBOOK,
    job,
    when,
    () => NOW,
    () => undefined,
  );
  return { counts, presetName: first.presetName, source: first.mapping.source };
}

const rows = async (database: Database, table: typeof useCases | typeof standings | typeof stageChanges) =>
  (await database.select().from(table)).length;

describe.runIf(sharedData)("Public registers", () => {
  test.each([
    ["us-2024_cp1252.csv", "US federal inventory 2024", 2133, 9, 41],
    ["canada_2025-11.csv", "Canada: AI register", 409, 42, 42],
    ["uk-atrs_records.csv", "UK: algorithmic transparency records", 136, 136, 73],
    ["us-2023.csv", "US federal inventory 2023", 710, 328, 21],
  ])(
    "%s comes in whole with «%s»: %i cases, and a second time changes nothing",
    async (file, preset, cases, unknown, departments) => {
      const database = await newDatabase();
      const first = await bringIn(database, file);
      expect(first.presetName).toBe(preset);
      const nothing = { change: 0, unchanged: 0, refuse: 0, conflicts: 0 };
      expect(first.counts).toMatchObject({
        create: cases,
        unknownStages: unknown,
        newDepartments: departments,
        ...nothing,
      });
      const all = await database.select().from(useCases);
      expect(all).toHaveLength(cases);
      expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(cases);
      expect(all.filter(({ stage }) => stage === null)).toHaveLength(unknown);
      expect(await rows(database, standings)).toBe(cases);
      // Where it stands, and of the American register of 2024 the days of its earlier steps where they can be.
      const staged = all.filter(({ stage }) => stage && stage !== "draft").length;
      expect(await rows(database, stageChanges)).toBe(staged + (file.startsWith("us-2024") ? 2_340 : 0));
      if (file.startsWith("canada")) {
        expect(all.filter(({ title, need }) => title.fr && title.en && need?.fr && need.en)).toHaveLength(cases);
      }
      expect(await checkLedger(database)).toEqual([]);
      expect(await checkStages(database)).toEqual([]);
      const events = (await database.select({ id: auditEvents.id }).from(auditEvents)).length;
      expect(events).toBe(cases + departments + 1);

      const second = await bringIn(database, file);
      expect(second.counts).toMatchObject({ ...nothing, create: 0, unchanged: cases, newDepartments: 0 });
      expect(await database.select().from(useCases)).toEqual(all);
      expect((await database.select({ id: auditEvents.id }).from(auditEvents)).length).toBe(events + 1);
      expect(await verifyAudit(database)).toMatchObject({ whole: true });
    },
  );

  test("keeps what the American register says, apostrophes and all, and finds it", async () => {
    const database = await newDatabase();
    await bringIn(database, "us-2024_cp1252.csv");
    const found = await database
      .select({ id: useCases.id })
      .from(useCases)
      .where(sql`${useCases.id} in ${idsMatching(database.engine, "wildfire")}`);
    expect(found.length).toBeGreaterThan(0);
    const [one] = await database.select().from(useCases).where(eq(useCases.reference, "UC-0001"));
    expect(Object.keys(one?.extra ?? {})).toContain("Stage of Development");
    expect(Object.keys(one?.extra ?? {}).some((header) => header.includes("system’s"))).toBe(true);
  });

  test("the order of a file says nothing, though many of its cases bear one name", async () => {
    const database = await newDatabase();
    await bringIn(database, "us-2024_cp1252.csv");
    const reversed = await bringIn(database, "us-2024_cp1252.csv", (all) => [...all].reverse());
    expect(reversed.counts).toMatchObject({ create: 0, change: 0, moved: 0, unchanged: 2133, gone: 0 });
    const two = await bringIn(database, "us-2024_cp1252.csv", (all) => all.filter((_, at) => at % 2 === 1));
    expect(two.counts).toMatchObject({ create: 0, change: 0, moved: 0, unchanged: 1066, gone: 1067 });
  });

  test("next year's file of one register knows last year's cases, whatever their ids have become", async () => {
    const database = await newDatabase();
    await bringIn(database, "us-2023.csv");
    const { counts, source } = await bringIn(database, "us-2024_cp1252.csv");
    // Counted apart from the product: title and agency, each once in each year (State goes by two codes).
    const alike = 208;
    expect(source).toBe("us-federal");
    expect(counts).toMatchObject({ alike, create: 2133 - alike, refuse: 0, gone: 710 - alike });
    const all = await database.select().from(useCases);
    expect(all).toHaveLength(710 + 2133 - alike);
    const [one] = all.filter(({ titleFolded }) => titleFolded === "deepfake detector");
    expect(one).toMatchObject({ reference: expect.stringMatching(/^UC-0[0-7]/), externalSource: "us-federal" });
    expect(one?.externalId).toMatch(/^state\//);
    expect(await checkLedger(database)).toEqual([]);
    expect(await checkStages(database)).toEqual([]);
    const second = await bringIn(database, "us-2024_cp1252.csv");
    expect(second.counts).toMatchObject({ alike: 0, create: 0, change: 0, unchanged: 2133, gone: 710 - alike });
    expect(await verifyAudit(database)).toMatchObject({ whole: true });
  });

  test.each([
    ["us-2023.csv", 710, { externalId: "Use_Case_ID", title: "Title", stage: "Development_Stage" }],
    ["uk-atrs_records.csv", 136, { externalId: "url", title: "tool_name", department: "publishing_body" }],
  ])("%s comes in by mapping in the page: %i cases", async (file, cases, columns) => {
    const app = await openApp();
    const person = await app.signedIn("Dominique Chair", { roles: ["chair"] });
    const path = await importPath(person, sharedBytes(`inventories/${file}`), file);
    const preset = await person.get(`${path}/columns`);
    const { version = "" } = sent(preset);
    const bare = await person.submit(`${path}/columns`, { intent: "apply-preset", preset: "", version });
    const places = new Map(
      bare
        .all('[name="column.title"] option')
        .map((option) => [option.textContent, option.getAttribute("value") ?? ""]),
    );
    const chosen = Object.entries(columns).map(([field, header]) => [`column.${field}`, places.get(header) ?? "?"]);
    const form = { ...sent(bare), ...Object.fromEntries(chosen), source: "by hand", intent: "columns" };
    const values = await person.submit(`${path}/columns`, form);
    await person.submit(`${path}/values`, { ...sent(values), intent: "values" });
    const done = await runImport(person, path);
    expect(done.text).toContain("Import terminé");
    const all = await app.database.select().from(useCases).where(eq(useCases.externalSource, "by hand"));
    expect(all).toHaveLength(cases);
  });
});
