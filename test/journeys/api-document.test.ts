/** Every operation that the API's description names, driven by that description. */
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { eq, isNull, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { assess } from "#app/assessment/assess.server";
import { isCalibrated } from "#app/business-cases/calibrated";
import { UNCONSTRAINED } from "#app/committee/choosing/problem";
import { filtersOfCase } from "#app/committee/ranking.server";
import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import { quarter } from "#app/kernel/quarter";
import { whenAt } from "#app/kernel/when";
import { readUnresolved } from "#app/measurement/overlaps.server";
import { revokeToken } from "#app/people/api-tokens.server";
import { CASEBOOK } from "#app/people/roles";
import { classificationsOf, confirmAnswers, saveAnswers } from "#app/safeguards/ai-act/classification.server";
import { obligationsOfCase } from "#app/safeguards/ai-act/obligations.server";
import { caseByReference } from "#app/use-cases/cases.server";
import { receiveFile } from "#app/use-cases/import/upload.server";
import { openDatabase } from "#db/open.server";
import { CASE_FILE_PARTS } from "#db/parts.server";
import {
  apiTokens,
  attempts,
  businessCases,
  campaigns,
  caseFiles,
  caseLinks,
  choiceScenarios,
  decisionConditions,
  decisions,
  filterExceptions,
  filters,
  gateChecks,
  modelSwitches,
  people,
  personRoles,
  pocAmendments,
  pocCheckIns,
  pocIterations,
  pocs,
  savedViews,
  signOffAbsences,
  signOffConditions,
  signOffs,
  useCases,
} from "#db/schema.server";
import { ORDINARY } from "../rules/ai-act-systems";
import { actorOf } from "../support/arbitration";
import { type Demo, demoDatabaseUrl, emailOf, openDemo } from "../support/demo";
import { type Answer, aProgram, newKey, type Program, programWith } from "../support/program";
import { openSite } from "../support/site";

type Json = { [name: string]: Json } & { [index: number]: Json };

interface Described {
  operationId: string;
  method: string;
  path: string;
  scope: "read" | "write";
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  body: {
    schema: { properties: Record<string, Json>; required?: string[]; additionalProperties?: boolean };
    example: Record<string, unknown>;
  } | null;
  /** What is sent is a file. */
  file: boolean;
  responses: Record<string, Json>;
}

/** What a well-formed request takes from the demonstration, beside the document's own example. */
interface Given {
  as: string;
  path?: Record<string, string | number>;
  query?: string;
  body?: Record<string, unknown>;
  file?: string;
  headers?: Record<string, string>;
}

// Played before the first test, whose time is its own.
beforeAll(async () => (await openDatabase(await demoDatabaseUrl())).close(), 120_000);

async function open() {
  const demo = await openDemo();
  const site = await openSite(demo);
  const document = await (await fetch(`${site.address}/api/v1/openapi.json`)).json();
  return { demo, site, document, operations: operationsOf(document) };
}

function operationsOf(document: Json): Described[] {
  const shared = document.components?.parameters as Json;
  return Object.entries(document.paths as Json).flatMap(([path, methods]) =>
    Object.entries(methods as Json).map(([method, operation]) => {
      const content = operation.requestBody?.content?.["application/json"] as Json | undefined;
      return {
        operationId: String(operation.operationId),
        method: method.toUpperCase(),
        path,
        scope: String(operation["x-scope"]) as "read" | "write",
        parameters: (operation.parameters as unknown as Json[]).map((parameter) => {
          const name = String(parameter.$ref ?? "")
            .split("/")
            .at(-1);
          return (name ? shared[name] : parameter) as unknown as Described["parameters"][number];
        }),
        body: (content as unknown as Described["body"]) ?? null,
        file: operation.requestBody?.content?.["application/octet-stream"] !== undefined,
        responses: operation.responses as Record<string, Json>,
      };
    }),
  );
}

async function facts(demo: Demo) {
  const one = async (where: string) => {
    const [row] = await demo.database.rows<{ reference: string; id: number; version: number }>(
      sql.raw(`select reference, id, version from use_cases where ${where} order by id limit 1`),
    );
    if (!row) throw new Error(`The demonstration has no case with ${where}`);
    return row;
  };
  const [kpi] = await demo.database.rows<{ id: number; version: number; email: string; unit: string }>(
    (await import("drizzle-orm"))
      .sql`select k.id, k.version, p.email from kpis k join people p on p.id = k.owner_id join use_cases u on u.id = k.use_case_id
      where u.stage = 'production' and k.last_quarter is null and k.is_guardrail = 0 order by k.id limit 1`,
  );
  const [view] = await demo.database.rows<{ id: number }>(sql`select id from saved_views where name = 'Shared'`);
  const shared = { name: "Shared", query: "stage=poc", shared: true, createdAt: new Date() };
  const kept =
    view ??
    (await demo.database.write(async (tx) => {
      const [nadia] = await tx
        .select({ id: people.id })
        .from(people)
        .where(eq(people.email, emailOf("nadia")));
      const [made] = await tx
        .insert(savedViews)
        .values({ ...shared, ownerId: nadia?.id ?? 0 })
        .returning({ id: savedViews.id });
      return made;
    }));
  const [report] = await demo.database.rows<{ id: number }>(sql`select id from reports order by id limit 1`);
  const [campaign] = await demo.database.rows<{ slug: string; version: number; host_id: number }>(
    sql`select slug, version, host_id from campaigns order by ends_on desc limit 1`,
  );
  const [session] = await demo.database.rows<{ number: number; version: number; reference: string; last: number }>(
    sql`select s.number, s.version, u.reference, (select max(number) from committee_sessions) as last from committee_sessions s join agenda_items i on i.session_id = s.id
      join use_cases u on u.id = i.use_case_id where s.status = 'planned' and u.stage = 'assessment' order by i.position limit 1`,
  );
  const [chair] = await demo.database
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, emailOf("claire")));
  const scored = await scoring(demo);
  await chairAbstains(demo, session?.reference ?? "", chair?.id ?? 0);
  return {
    session: session ?? { number: 0, version: 0, reference: "", last: 0 },
    chair: chair?.id ?? 0,
    condition: await aCondition(demo, chair?.id ?? 0),
    campaign: campaign ?? { slug: "", version: 0, host_id: 0 },
    live: await one("stage = 'production'"),
    approved: await one("stage = 'approved'"),
    submitted: await one("stage = 'submitted'"),
    other: await one("stage = 'assessment'"),
    kpi: kpi ?? { id: 0, version: 0, email: "" },
    report: report?.id ?? 0,
    ...(await around(demo)),
    view: kept?.id ?? 0,
    ...scored,
  };
}

/** The chair owes nothing, and may decide: who has not scored a case says that they abstain. */
async function chairAbstains({ database }: Demo, reference: string, chairId: number) {
  const nothing = { scores: {}, comments: {}, comment: null, abstain: true, submit: true, locale: "en" as const };
  const when = whenAt(new Date("2026-11-20T09:00:00Z"), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  await database.write(async (tx) => {
    const { id } = await caseByReference(tx, reference);
    const said = await tx.rows(sql`select 1 from assessments where use_case_id = ${id} and assessor_id = ${chairId}`);
    if (said.length === 0) await assess(tx, actorOf(chairId, "chair"), id, nothing, when);
  });
}

/** Cases that are assessed, each as far as an operation wants it; and the draft of a model. */
async function scoring({ database }: Demo) {
  const one = async (condition: string) => {
    const [row] = await database.rows<{ reference: string }>(
      sql.raw(`select reference from use_cases u where ${condition} order by id limit 1`),
    );
    return row?.reference ?? "";
  };
  const by = (name: string, more: string) => `exists (select 1 from assessments a join people p on p.id = a.assessor_id
    where a.use_case_id = u.id and p.email = '${emailOf(name)}' and ${more})`;
  const scored =
    "exists (select 1 from assessments a where a.use_case_id = u.id and a.abstained = 0 and a.superseded = 0)";
  const free = `stage = 'assessment' and ${scored} and not ${by("hugo", "1 = 1")} and not ${by("ines", "1 = 1")}`;
  // The chair scores nothing in the story: to open a round they have said that they abstain.
  const abstained = await one(
    `${free} and id <> (select min(id) from use_cases u where ${free}) and not ${by("claire", "1 = 1")}`,
  );
  const [claire] = await database
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, emailOf("claire")));
  await database.write(async (tx) => {
    const { id } = await caseByReference(tx, abstained);
    const nothing = { scores: {}, comments: {}, comment: null, abstain: true, submit: true, locale: "en" as const };
    const when = whenAt(new Date("2026-11-20T09:00:00Z"), { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
    await assess(tx, actorOf(claire?.id ?? 0, "chair"), id, nothing, when);
  });
  const [draft] = await database.rows<{ id: number }>(sql`select id from scoring_drafts order by id limit 1`);
  return {
    abstained,
    assessed: await one(free),
    rescored: await one("id in (select use_case_id from assessment_rounds)"),
    decided: await one(`stage = 'approved' and ${scored}`),
    drafted: draft?.id ?? 0,
  };
}

/** Something that a decision asked of somebody. */
async function aCondition({ database }: Demo, ownerId: number): Promise<{ id: number; version: number }> {
  return database.write(async (tx) => {
    const [kept] = await tx.select().from(decisionConditions).limit(1);
    const [decision] = await tx.select().from(decisions).limit(1);
    if (kept || !decision) return kept ?? { id: 0, version: 0 };
    const asked = { decisionId: decision.id, useCaseId: decision.useCaseId, text: { en: "How many?" } };
    const [made] = await tx
      .insert(decisionConditions)
      .values({ ...asked, ownerId, dueOn: day("2027-02-01") })
      .returning({ id: decisionConditions.id, version: decisionConditions.version });
    return made ?? { id: 0, version: 0 };
  });
}

/** What hangs on the first case: a comment with who wrote it, a link, a file. */
async function around({ database }: Demo) {
  const [comment] = await database.rows<{ id: number; version: number; email: string; reference: string }>(
    sql`select c.id, c.version, p.email, u.reference from comments c join people p on p.id = c.author_id
      join use_cases u on u.id = c.use_case_id where c.withdrawn_at is null and c.internal = 0 order by c.id limit 1`,
  );
  const [first, second] = await database.rows<{ id: number; reference: string }>(
    sql`select id, reference from use_cases where stage = 'production' order by id desc limit 2`,
  );
  if (!comment || !first || !second) throw new Error("The demonstration has no comment");
  const at = new Date(0);
  return database.write(async (tx) => {
    const [link] = await tx
      .insert(caseLinks)
      .values({ fromId: first.id, toId: second.id, kind: "related", at })
      .returning({ id: caseLinks.id });
    const [file] = await tx
      .insert(caseFiles)
      .values({
        ...{ useCaseId: first.id, name: "a.txt", mediaType: "text/plain", size: 1, sha256: "00" },
        ...{ addedBy: 1, addedAt: at },
      })
      .returning({ id: caseFiles.id });
    await CASE_FILE_PARTS.put(tx, file?.id ?? 0, 0, Buffer.from("a"));
    return { comment, first, second, link: link?.id ?? 0, file: file?.id ?? 0 };
  });
}

/** Campaigns in each state, somebody's draft, and a register on its way in. */
async function more({ database, clock }: Demo) {
  const campaign = async (where: string) => {
    const [row] = await database.rows<{ slug: string; version: number }>(
      sql.raw(`select slug, version from campaigns where ${where} order by id desc limit 1`),
    );
    return row ?? { slug: "", version: 0 };
  };
  const [sami] = await database
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, emailOf("sami")));
  const [draft] = await database.rows<{ reference: string; author_id: number }>(
    sql`select u.reference, u.author_id from use_cases u join person_roles r on r.person_id = u.author_id
      where u.stage = 'draft' and r.role = 'champion' order by u.id limit 1`,
  );
  const [known] = await database.rows<{ id: number }>(sql`select id from imports where file_name = 'told.csv'`);
  const empty = "nobody-came";
  if (!known) {
    await database.write((tx) =>
      tx.insert(campaigns).values({
        ...{ slug: empty, hostId: sami?.id ?? 0, kind: "sprint", name: { fr: "Personne n’est venu" }, target: 5 },
        ...{ startsOn: day("2026-03-02"), endsOn: day("2026-03-03"), captureCode: empty },
        ...{ createdBy: sami?.id ?? 0, createdAt: clock.at },
      }),
    );
  }
  const when = whenAt(clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const bytes = Buffer.from("Id,Title\nT-1,Told by program\n");
  const brought = known?.id ?? (await receiveFile(database, CASEBOOK, { name: "told.csv", bytes }, "en", when)).id;
  const today = when.today;
  return {
    running: await campaign(
      `starts_on <= '${today}' and ends_on >= '${today}' and ended_on is null and slug <> '${empty}'`,
    ),
    over: await campaign("summary is not null"),
    ...{ empty, brought, draft: draft ?? { reference: "", author_id: 0 } },
  };
}

/** Two cases of one team: one whose answers wait for legal, one that was confirmed and owes something. */
async function classed({ database, clock }: Demo) {
  const when = whenAt(clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
  const [waiting, confirmed] = await database.rows<{ id: number; reference: string; email: string; owner: number }>(
    sql`select u.id, u.reference, p.email, u.owner_id as owner from use_cases u join people p on p.id = u.owner_id
      where u.stage = 'production' order by u.id limit 2`,
  );
  if (!waiting || !confirmed) throw new Error("The demonstration has no two cases to class");
  return database.write(async (tx) => {
    for (const one of [waiting, confirmed]) {
      const [last] = await classificationsOf(tx, one.id);
      const why = { en: "Looked at again" };
      const said = { useCaseId: one.id, answers: ORDINARY, why, version: last?.version ?? 0 };
      await saveAnswers(tx, actorOf(one.owner, "champion"), said, when);
    }
    const [last] = await classificationsOf(tx, confirmed.id);
    await confirmAnswers(tx, CASEBOOK, { useCaseId: confirmed.id, version: last?.version ?? 0 }, when);
    const [obligation] = await obligationsOfCase(tx, confirmed.id, when.today);
    const [answered] = await classificationsOf(tx, waiting.id);
    return { waiting, confirmed, obligation, version: answered?.version ?? 0 };
  });
}

/** A check of the organisation's own and signatures, on a live case, in each state that an operation wants. */
async function signing({ database }: Demo) {
  const [found] = await database.rows<{ id: number; reference: string; email: string; owner: number }>(
    sql`select u.id, u.reference, p.email, u.owner_id as owner from use_cases u join people p on p.id = u.owner_id
      where u.stage = 'pilot' and not exists (select 1 from sign_offs s where s.use_case_id = u.id and s.verdict is null)
      order by u.id limit 1`,
  );
  if (!found) throw new Error("The demonstration has no case to sign");
  const idOf = async (name: string) => {
    const [row] = await database
      .select({ id: people.id })
      .from(people)
      .where(eq(people.email, emailOf(name)));
    return row?.id ?? 0;
  };
  const [hugo, ines] = [await idOf("hugo"), await idOf("ines")];
  return database.write(async (tx) => {
    // The demonstration has one person a role: a second one can be given something.
    await tx.insert(personRoles).values({ personId: ines, role: "security" }).onConflictDoNothing();
    const question = { fr: "Le support est-il prévenu ?", en: "Has the help desk been told?" };
    const asking = { gate: "pilot" as const, kind: "yes-no" as const, question, expected: true };
    const checks = await tx
      .insert(gateChecks)
      .values([1, 2, 3].map(() => ({ ...asking, fromOn: day("2026-11-01") })))
      .returning({ id: gateChecks.id });
    const asked = { useCaseId: found.id, requestedOn: day("2026-11-20"), dueOn: day("2026-12-04") };
    const open = await tx
      .insert(signOffs)
      .values([1, 2].map(() => ({ ...asked, kind: "security" as const })))
      .returning({ id: signOffs.id });
    const [signed] = await tx
      .insert(signOffs)
      .values({ ...asked, kind: "security", verdict: "yes", on: day("2026-11-20") })
      .returning({ id: signOffs.id });
    const condition = { text: { en: "Keep the log" }, ownerId: found.owner, dueOn: day("2027-01-15") };
    const [made] = await tx
      .insert(signOffConditions)
      .values({ ...condition, signOffId: signed?.id ?? 0, useCaseId: found.id })
      .returning({ id: signOffConditions.id });
    const [absence] = await tx
      .insert(signOffAbsences)
      .values({ kind: "security", fromId: hugo, toId: ines, startsOn: day("2027-03-01"), endsOn: day("2027-03-05") })
      .returning({ id: signOffAbsences.id });
    const [one, two, three] = checks.map(({ id }) => id);
    const [signing, giving] = open.map(({ id }) => id);
    return {
      ...{ signedCase: found, one, two, three, signing, giving, hugo, ines },
      ...{ condition: made?.id ?? 0, absence: absence?.id ?? 0 },
    };
  });
}

/** An open risk, an open incident of a live case, and a card that no other operation writes. */
async function guarded({ database }: Demo) {
  const one = async (query: ReturnType<typeof sql>) =>
    (await database.rows<{ id: number; version: number; reference: string }>(query))[0] ?? {
      id: 0,
      version: 0,
      reference: "",
    };
  const card = await one(sql`select 0 as id, u.reference, coalesce(c.version, 0) as version from use_cases u
    left join trust_cards c on c.use_case_id = u.id where u.stage = 'production' order by u.id desc limit 1`);
  return {
    risk: await one(sql`select id, version, '' as reference from risks where state = 'open' order by id desc limit 1`),
    incident: await one(sql`select i.id, i.version, u.reference from incidents i
      join use_cases u on u.id = i.use_case_id where i.state = 'open' and u.stage = 'production' order by i.id limit 1`),
    card: { reference: card.reference, version: Number(card.version) },
  };
}

/** One of each register that no edit of another operation would make stale, and a place of a roll-out. */
async function registered({ database }: Demo) {
  const last = async (table: string) => {
    const [row] = await database.rows<{ id: number; version: number }>(
      sql`select id, version from ${sql.identifier(table)} order by id desc limit 1`,
    );
    if (!row) throw new Error(`The demonstration has nothing in ${table}`);
    return row;
  };
  const [rolled] = await database.rows<{ reference: string; email: string; site: number; version: number }>(
    sql`select u.reference, p.email, s.id as site, s.version from roll_out_sites s join use_cases u on u.id = s.use_case_id
      join people p on p.id = u.owner_id where s.stage = 'live' order by s.id limit 1`,
  );
  if (!rolled) throw new Error("The demonstration rolls nothing out");
  return { vendor: await last("vendors"), model: await last("models"), dataSet: await last("data_sets"), rolled };
}

/** A live case of two owners, and POCs on it in each state that an operation wants. */
async function bets({ database }: Demo) {
  const [found] = await database.rows<{ id: number; reference: string; email: string }>(
    sql`select u.id, u.reference, p.email from use_cases u join people p on p.id = u.owner_id
      where u.stage = 'production' and u.technical_owner_id <> u.owner_id order by u.id desc limit 1`,
  );
  const [free] = await database.rows<{ reference: string; email: string }>(
    sql`select u.reference, p.email from use_cases u join people p on p.id = u.owner_id
      where u.stage = 'approved' and u.id not in (select use_case_id from pocs) order by u.id limit 1`,
  );
  if (!found || !free) throw new Error("The demonstration has no case to bet on");
  const terms = {
    ...{ useCaseId: found.id, hypothesis: { en: "It is faster" }, startsOn: day("2026-11-01"), peopleCap: 3 },
    ...{ endsOn: day("2027-01-15"), budgetCapMinor: minor(100_000), dataOwner: "Ada", kpiName: { en: "Minutes" } },
    ...{ kpiUnit: "min", direction: "down" as const, baseline: 15, threshold: 9 },
    team: [
      { name: "Ada", role: {}, side: "business" as const },
      { name: "Max", role: {}, side: "technical" as const },
    ],
  };
  return database.write(async (tx) => {
    const aPoc = async (startedOn: string | null) => {
      const [made] = await tx
        .insert(pocs)
        .values({ ...terms, startedOn: startedOn === null ? null : day(startedOn) })
        .returning({ id: pocs.id });
      return made?.id ?? 0;
    };
    const [waits, open] = [await aPoc("2026-11-02"), await aPoc("2026-11-02")];
    const asked = { before: { threshold: 9 }, after: { threshold: 10 }, reason: { en: "Late" } };
    const [amendment] = await tx
      .insert(pocAmendments)
      .values({ pocId: waits, ...asked, askedOn: day("2026-11-10") })
      .returning({ id: pocAmendments.id });
    const [iteration] = await tx
      .insert(pocIterations)
      .values({ pocId: open, question: { en: "Does it?" }, startedOn: day("2026-11-03") })
      .returning({ id: pocIterations.id });
    const [attempt] = await tx
      .insert(attempts)
      .values({ pocId: open, label: { en: "One" }, on: day("2026-11-03") })
      .returning({ id: attempts.id });
    const [checkIn] = await tx
      .insert(pocCheckIns)
      .values({ pocId: open, on: day("2026-11-03"), confidence: "on-track" })
      .returning({ id: pocCheckIns.id });
    const figures = { fromName: "Older", toName: "Old engine", on: day("2026-11-03"), material: false };
    const [change] = await tx
      .insert(modelSwitches)
      .values({ useCaseId: found.id, ...figures, reason: { en: "Price" } })
      .returning({ id: modelSwitches.id });
    return {
      ...{ bet: found, free, amendment: amendment?.id ?? 0, iteration: iteration?.id ?? 0, change: change?.id ?? 0 },
      ...{ edited: await aPoc(null), begun: await aPoc(null), amended: await aPoc("2026-11-02") },
      ...{ attempt: attempt?.id ?? 0, checkIn: checkIn?.id ?? 0 },
      ...{ followed: await aPoc("2026-11-02"), judged: await aPoc("2026-11-02") },
    };
  });
}

/** Operations that answer a file. */
const FILES = new Set([
  "readFile",
  "exportUseCases",
  "exportBusinessCase",
  "exportRegister",
  "exportRisks",
  "exportIncidents",
  "exportVendorSpend",
  "exportAiActRegister",
  "exportStar",
  "exportFigures",
]);

/** A scenario that is being worked out, by nobody: it can be read and stopped. */
async function scenarioOf({ database, clock }: Demo): Promise<number> {
  const [person] = await database
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, emailOf("claire")));
  const written = { include: "", exclude: "", exclusive: "" };
  const inputs = { cases: [], departments: [], constraints: UNCONSTRAINED, assumedPeople: null, written };
  const [made] = await database.write((tx) =>
    tx
      .insert(choiceScenarios)
      .values({ name: "Budget", status: "running", byId: person?.id ?? 0, at: clock.at, inputs })
      .returning({ id: choiceScenarios.id }),
  );
  return made?.id ?? 0;
}

/** A case that fails a filter without an exception, and an exception that can be taken back. */
async function exceptions({ database }: Demo) {
  const [signed] = await database.select({ id: filterExceptions.id }).from(filterExceptions);
  const rows = await database
    .select({ id: useCases.id, reference: useCases.reference })
    .from(useCases)
    .where(eq(useCases.stage, "assessment"))
    .orderBy(useCases.id);
  for (const { id, reference } of rows) {
    const failed = (await filtersOfCase(database, id)).find(({ state }) => state === "fail");
    if (failed) {
      return {
        signFilterException: { as: "claire", body: { useCase: reference, filter: failed.filter.id } },
        withdrawFilterException: { as: "claire", path: { id: signed?.id ?? 0 } },
      };
    }
  }
  throw new Error("No case of the demonstration fails a filter");
}

/** A benefit line of a business case in the making, for which calibration suggests something. */
async function calibratedLine({ database }: Demo, except: string) {
  const rows = await database
    .select({ reference: useCases.reference, row: businessCases })
    .from(businessCases)
    .innerJoin(useCases, eq(useCases.id, businessCases.useCaseId))
    .where(isNull(businessCases.frozenAt))
    .orderBy(businessCases.id);
  const found = rows.find(({ reference, row }) => reference !== except && row.lines.some(isCalibrated));
  if (!found) throw new Error("The demonstration has no business case in the making");
  const { number, version, lines } = found.row;
  return { reference: found.reference, number, version, line: lines.find(isCalibrated)?.id ?? "" };
}

/** One good request for each operation: a new operation without one fails the test. */
async function wellFormed(demo: Demo): Promise<Record<string, Given>> {
  const { running, over, empty, draft, brought } = await more(demo);
  const law = await classed(demo);
  const safety = await guarded(demo);
  const doubled = (await readUnresolved(demo.database, quarter("2026-Q3"))).flatMap(({ one, other }) => [one, other]);
  const {
    abstained,
    approved,
    assessed,
    campaign,
    decided,
    drafted,
    kpi,
    live,
    other,
    report,
    rescored,
    submitted,
    view,
    ...hung
  } = await facts(demo);
  const [promise] = await demo.database.rows<{ number: number; version: number }>(
    sql`select b.number, b.version from business_cases b join use_cases u on u.id = b.use_case_id
      where u.reference = ${live.reference} order by b.number desc limit 1`,
  );
  const calibrated = await calibratedLine(demo, live.reference);
  const { comment, first, second, link, file, session, chair, condition } = hung;
  const on = { reference: first.reference };
  const { bet, free, edited, begun, amended, followed, judged, ...betting } = await bets(demo);
  const owner = `@${bet.email}`;
  const signed = await signing(demo);
  const { rolled, ...kept } = await registered(demo);
  const version = (of: { version: number }) => ({ "If-Match": `"${of.version}"` });
  return {
    listUseCases: { as: "david", query: "stage=production,pilot&owner=none&older=1&sort=npv,title-descending&limit=3" },
    createUseCase: {
      as: "nadia",
      body: { title: { en: "Count parcels at the dock" }, need: { en: "Nobody knows how many parcels wait." } },
    },
    readUseCase: { as: "helene", path: { reference: live.reference } },
    updateUseCase: { as: "sami", path: { reference: live.reference }, headers: version(live) },
    submitUseCase: { as: "nadia", path: { reference: live.reference }, headers: { "If-Match": '"1"' } },
    deleteDraft: { as: "nadia", path: { reference: live.reference } },
    listMoves: { as: "david", path: { reference: approved.reference } },
    moveUseCase: { as: "claire", path: { reference: approved.reference } },
    mergeUseCase: { as: "claire", path: { reference: submitted.reference }, body: { into: other.reference } },
    listComments: { as: "david", path: { reference: comment.reference } },
    createComment: { as: "david", path: on },
    updateComment: {
      as: `@${comment.email}`,
      path: { reference: comment.reference, id: comment.id },
      headers: version(comment),
    },
    withdrawComment: { as: "claire", path: { reference: comment.reference, id: comment.id } },
    readInterest: { as: "david", path: on },
    setVote: { as: "david", path: on },
    setFollowing: { as: "david", path: on },
    listTags: { as: "david", path: on },
    setTags: { as: "sami", path: on },
    listLinks: { as: "david", path: on },
    createLink: { as: "sami", path: on, body: { to: second.reference } },
    removeLink: { as: "sami", path: { ...on, id: link } },
    listFiles: { as: "david", path: on },
    addFile: { as: "sami", path: on, query: "name=notes.txt", file: "What was said" },
    readFile: { as: "david", path: { ...on, id: file } },
    removeFile: { as: "sami", path: { ...on, id: file } },
    listVersions: { as: "david", path: on },
    readVersion: { as: "david", path: { ...on, number: 1 } },
    listCampaigns: { as: "fatou" },
    createCampaign: { as: "sami", body: { hostId: campaign.host_id } },
    readCampaign: { as: "karim", path: { slug: campaign.slug } },
    updateCampaign: { as: "sami", path: { slug: campaign.slug }, headers: version(campaign) },
    endCampaign: { as: "sami", path: { slug: running.slug } },
    reopenCampaign: { as: "sami", path: { slug: running.slug } },
    renewCaptureCode: { as: "sami", path: { slug: running.slug } },
    summariseCampaign: { as: "sami", path: { slug: over.slug }, headers: version(over) },
    deleteCampaign: { as: "sami", path: { slug: empty } },
    listLines: { as: "fatou" },
    handOverLines: { as: "sami", body: { useCases: [draft.reference], personId: draft.author_id } },
    captureLines: { as: "fatou", body: { campaign: campaign.slug } },
    unmergeUseCase: { as: "claire", path: { reference: submitted.reference } },
    findSimilar: {
      as: "david",
      query: "title=R%C3%A9pondre+aux+courriels+des+clients&need=Toujours+les+m%C3%AAmes&department=1",
    },
    readSharedNeed: { as: "david", path: { reference: live.reference } },
    joinUseCase: { as: "david", path: { reference: live.reference } },
    correctCoSponsor: { as: "david", path: { reference: live.reference, id: 1 }, headers: { "If-Match": '"1"' } },
    leaveUseCase: { as: "david", path: { reference: live.reference, id: 1 } },
    listDuplicates: { as: "claire", query: "apart=yes" },
    judgeDuplicate: { as: "claire", body: { one: live.reference, other: approved.reference } },
    listViews: { as: "david" },
    createView: { as: "nadia" },
    readView: { as: "nadia", path: { id: view } },
    updateView: { as: "nadia", path: { id: view }, headers: { "If-Match": '"1"' } },
    deleteView: { as: "nadia", path: { id: view } },
    previewBulkAct: { as: "claire", body: { useCases: [live.reference] } },
    runBulkAct: { as: "claire", body: { useCases: [live.reference] } },
    undoBulkAct: { as: "claire", path: { id: 1 } },
    exportUseCases: { as: "david", query: "stage=production&shape=us-federal-2024&format=json" },
    uploadImport: { as: "sami", query: "name=register.csv", file: "Id,Title\nR-1,Count pallets\n" },
    readImport: { as: "sami", path: { id: brought } },
    runImport: { as: "sami", path: { id: brought } },
    listScoringModels: { as: "david" },
    readScoringModel: { as: "helene", path: { id: 1 } },
    listScoringDrafts: { as: "claire" },
    // The story has a draft of RICE: this one is beside it.
    createScoringDraft: { as: "sami" },
    readScoringDraft: { as: "claire", path: { id: drafted } },
    previewScoringDraft: { as: "sami", path: { id: drafted } },
    updateScoringDraft: { as: "claire", path: { id: drafted }, headers: version({ version: 1 }) },
    publishScoringDraft: { as: "claire", path: { id: drafted }, headers: version({ version: 2 }) },
    discardScoringDraft: { as: "sami", path: { id: drafted + 1 } },
    withdrawScoringModel: { as: "claire", path: { id: 3 } },
    listAssessments: { as: "hugo" },
    readAgreement: { as: "helene", query: "session=9" },
    readAssessment: { as: "helene", path: { reference: assessed } },
    writeAssessment: { as: "hugo", path: { reference: assessed } },
    declareConflict: { as: "ines", path: { reference: assessed } },
    withdrawConflict: { as: "ines", path: { reference: assessed } },
    readScore: { as: "helene", path: { reference: rescored } },
    overrideScore: { as: "claire", path: { reference: decided } },
    openRound: { as: "claire", path: { reference: abstained } },
    withdrawRound: { as: "claire", path: { reference: abstained } },
    listKpiTemplates: { as: "david" },
    listKpis: { as: "david", query: "owner=me&dueIn=2026-Q4" },
    createKpi: { as: "sophie", path: { reference: live.reference } },
    readKpi: { as: "helene", path: { id: kpi.id } },
    updateKpi: { as: "sophie", path: { id: kpi.id }, headers: version(kpi) },
    listOverlaps: { as: "david" },
    declareOverlap: { as: "sophie", body: { kpis: doubled, reason: { fr: "Les mêmes heures" } } },
    decideOverlap: {
      as: "sophie",
      body: {
        ...{ verdict: "shared", kpis: doubled.map((id, at) => ({ id, share: at === 0 ? 0.6 : 0.4 })) },
        reason: { fr: "Les mêmes heures" },
      },
    },
    listReports: { as: "helene", query: "quarter=2026-Q2&evidence=measured" },
    readReport: { as: "helene", path: { id: report } },
    writeReports: {
      as: `@${kpi.email}`,
      body: {
        quarter: "2026-Q4",
        reports: [{ kpiId: kpi.id, actual: 12, note: { en: "A first look" } }],
      },
    },
    readDashboard: { as: "helene", query: "quarter=2026-Q2" },
    exportFigures: { as: "helene", query: "view=reports&format=xlsx&quarter=2026-Q2" },
    readPastDashboard: { as: "helene", query: "quarter=2026-Q2&on=2026-09-01" },
    readPastCases: { as: "helene", query: "quarter=2026-Q2&on=2026-09-01" },
    readChanges: { as: "helene", query: "quarter=2026-Q2&kind=grown" },
    classifyAiAct: { as: "david" },
    listAiActQuestions: { as: "david" },
    readCaseAiAct: { as: "david", path: { reference: law.confirmed.reference } },
    answerCaseAiAct: {
      as: `@${law.waiting.email}`,
      path: { reference: law.waiting.reference },
      body: { answersVersion: law.version },
    },
    confirmCaseAiAct: {
      as: "ines",
      path: { reference: law.waiting.reference },
      // The answers come first in this walk, and make a version more.
      body: { answersVersion: law.version + 1 },
    },
    changeObligation: {
      as: "ines",
      path: { id: law.obligation?.id ?? 0 },
      headers: { "If-Match": `"${law.obligation?.version}"` },
    },
    exportAiActRegister: { as: "david", query: "format=pdf&class=minimal" },
    exportStar: { as: "david", query: "format=csv" },
    listAiActRegister: { as: "david", query: "class=minimal" },
    listProvisions: { as: "david" },
    editProvision: { as: "ines", path: { key: "art-6-2" } },
    listRisks: { as: "david", query: "level=high" },
    exportRisks: { as: "david", query: "department=organisation" },
    exportIncidents: { as: "david", query: "state=open" },
    exportVendorSpend: { as: "david" },
    readRisk: { as: "david", path: { id: safety.risk.id } },
    createRisk: { as: "hugo", path: { reference: live.reference }, body: { ownerId: chair } },
    createOrganisationRisk: { as: "hugo", body: { ownerId: chair } },
    updateRisk: { as: "hugo", path: { id: safety.risk.id }, headers: version(safety.risk) },
    // Each makes a version more, in the order of this walk.
    reviewRisk: { as: "hugo", path: { id: safety.risk.id }, body: { fromVersion: safety.risk.version + 1 } },
    closeRisk: { as: "hugo", path: { id: safety.risk.id }, body: { fromVersion: safety.risk.version + 2 } },
    reopenRisk: { as: "hugo", path: { id: safety.risk.id }, body: { fromVersion: safety.risk.version + 3 } },
    listIncidents: { as: "david", query: "severity=2" },
    readIncident: { as: "david", path: { id: safety.incident.id } },
    logIncident: { as: "david", path: { reference: live.reference } },
    updateIncident: {
      as: "hugo",
      path: { id: safety.incident.id },
      body: { endedOn: "2026-11-18", cause: { en: "Two pages." }, correction: { en: "The old page is gone." } },
      headers: version(safety.incident),
    },
    closeIncident: {
      as: "hugo",
      path: { id: safety.incident.id },
      body: { fromVersion: safety.incident.version + 1 },
    },
    reopenIncident: {
      as: "hugo",
      path: { id: safety.incident.id },
      body: { fromVersion: safety.incident.version + 2 },
    },
    pauseUseCase: { as: "hugo", path: { id: safety.incident.id } },
    resumeUseCase: { as: "claire", path: { id: safety.incident.id }, body: { override: true } },
    setIncidentCost: { as: "sophie", path: { id: safety.incident.id } },
    readTrustCard: { as: "david", path: { reference: live.reference } },
    writeTrustCard: {
      as: "hugo",
      path: { reference: safety.card.reference },
      body: { cardVersion: safety.card.version },
    },
    evaluateBusinessCase: { as: "david" },
    listSessions: { as: "david" },
    planSession: { as: "claire" },
    readSession: { as: "david", path: { number: session.number } },
    replanSession: {
      as: "claire",
      path: { number: session.number },
      body: { heldOn: "2026-11-20" },
      headers: version(session),
    },
    changeAgenda: { as: "claire", path: { number: session.number } },
    freezeShortlist: { as: "claire", path: { number: session.number } },
    noteAttendance: {
      as: "claire",
      path: { number: session.number },
      body: { present: [chair] },
      headers: { "If-Match": `"${session.version + 2}"` },
    },
    writeOpinion: { as: "ines", path: { number: session.number } },
    castVote: { as: "claire", path: { number: session.number }, body: { reference: session.reference } },
    takeDecision: {
      as: "claire",
      path: { number: session.number },
      body: {
        reference: session.reference,
        asked: [{ text: { en: "How many shops?" }, ownerId: chair, dueOn: "2027-02-01" }],
      },
    },
    closeSession: { as: "claire", path: { number: session.number } },
    // The one that planSession has just planned.
    cancelSession: { as: "claire", path: { number: session.last + 1 } },
    listConditions: { as: "david" },
    meetCondition: { as: "claire", path: { id: condition.id }, headers: version(condition) },
    listDecisionsAgainstRank: { as: "helene" },
    listPocs: { as: "helene", path: { reference: bet.reference } },
    definePoc: { as: `@${free.email}`, path: { reference: free.reference } },
    readPoc: { as: "helene", path: { id: followed } },
    updatePoc: { as: owner, path: { id: edited }, headers: version({ version: 1 }) },
    startPoc: { as: owner, path: { id: begun }, headers: version({ version: 1 }) },
    askAmendment: { as: owner, path: { id: amended }, headers: version({ version: 1 }) },
    signAmendment: { as: "claire", path: { id: betting.amendment } },
    writeCheckIn: { as: owner, path: { id: followed } },
    correctCheckIn: { as: owner, path: { id: betting.checkIn }, headers: version({ version: 1 }) },
    openIteration: { as: owner, path: { id: followed } },
    endIteration: { as: owner, path: { id: betting.iteration } },
    addAttempt: { as: owner, path: { id: followed } },
    editAttempt: { as: owner, path: { id: betting.attempt }, headers: version({ version: 1 }) },
    giveVerdict: { as: owner, path: { id: judged }, headers: version({ version: 1 }) },
    listModelSwitches: { as: "helene", path: { reference: bet.reference } },
    switchModel: { as: owner, path: { reference: bet.reference } },
    measureSwitch: { as: owner, path: { id: betting.change }, headers: version({ version: 1 }) },
    listGates: { as: "david" },
    addGateCheck: { as: "sami" },
    previewGateCheck: { as: "sami" },
    rewordGateCheck: { as: "sami", path: { id: signed.one ?? 0 }, headers: version({ version: 1 }) },
    retireGateCheck: { as: "sami", path: { id: signed.two ?? 0 }, headers: version({ version: 1 }) },
    listCaseChecks: { as: "david", path: { reference: signed.signedCase.reference } },
    answerCaseCheck: {
      as: `@${signed.signedCase.email}`,
      path: { reference: signed.signedCase.reference },
      body: { checkId: signed.three ?? 0 },
    },
    listSignOffs: { as: "hugo", query: "role=security" },
    listCaseSignOffs: { as: "david", path: { reference: signed.signedCase.reference } },
    requestSignOff: {
      as: `@${signed.signedCase.email}`,
      path: { reference: signed.signedCase.reference },
      body: { role: "finance" },
    },
    signSignOff: { as: "hugo", path: { id: signed.signing ?? 0 } },
    delegateSignOff: { as: "hugo", path: { id: signed.giving ?? 0 }, body: { toId: signed.ines } },
    meetSignOffCondition: {
      as: `@${signed.signedCase.email}`,
      path: { id: signed.condition },
      headers: version({ version: 1 }),
    },
    setSignOffTerms: { as: "sami" },
    listAbsences: { as: "david" },
    announceAbsence: { as: "hugo", body: { fromId: signed.hugo, toId: signed.ines } },
    withdrawAbsence: { as: "hugo", path: { id: signed.absence } },
    listVendors: { as: "helene", query: "sort=due&limit=2" },
    readVendor: { as: "helene", path: { id: kept.vendor.id } },
    createVendor: { as: "claire" },
    updateVendor: { as: "claire", path: { id: kept.vendor.id }, headers: version(kept.vendor) },
    retireVendor: { as: "claire", path: { id: kept.vendor.id }, headers: version(kept.vendor) },
    listVendorSpend: { as: "helene", path: { id: kept.vendor.id } },
    setVendorSpend: { as: "claire", path: { id: kept.vendor.id } },
    listModels: { as: "helene", query: "sort=due&limit=2" },
    readModel: { as: "helene", path: { id: kept.model.id } },
    createModel: { as: "claire" },
    updateModel: { as: "claire", path: { id: kept.model.id }, headers: version(kept.model) },
    retireModel: { as: "claire", path: { id: kept.model.id }, headers: version(kept.model) },
    listDataSets: { as: "helene", query: "sort=due&limit=2" },
    readDataSet: { as: "helene", path: { id: kept.dataSet.id } },
    createDataSet: { as: "claire" },
    updateDataSet: { as: "claire", path: { id: kept.dataSet.id }, headers: version(kept.dataSet) },
    retireDataSet: { as: "claire", path: { id: kept.dataSet.id }, headers: version(kept.dataSet) },
    importRegister: { as: "claire", path: { register: "vendors" } },
    exportRegister: { as: "helene", path: { register: "models" } },
    listComponents: { as: "helene", path: { reference: bet.reference } },
    setComponent: { as: "claire", path: { reference: bet.reference } },
    readExposure: { as: "helene", query: "by=model" },
    listExposedCases: { as: "helene", query: `id=${kept.vendor.id}&sort=promised` },
    readWhatIf: { as: "helene", query: `vendor=${kept.vendor.id}&price=1.5` },
    readRollOut: { as: "helene", path: { reference: rolled.reference } },
    addRollOutSite: { as: `@${rolled.email}`, path: { reference: rolled.reference } },
    moveRollOutSite: { as: `@${rolled.email}`, path: { id: rolled.site }, headers: version(rolled) },
    writeRollOutReading: { as: `@${rolled.email}`, path: { id: rolled.site } },
    rankUseCases: { as: "david" },
    compareUseCases: { as: "david", query: "cases=UC-0043,UC-0033" },
    listFilters: { as: "david" },
    writeFilter: { as: "claire" },
    previewFilter: { as: "claire" },
    listFilterExceptions: { as: "david" },
    ...(await exceptions(demo)),
    exportBusinessCase: { as: "david", path: { reference: live.reference } },
    optimisePortfolio: { as: "david" },
    readBusinessCase: { as: "david", path: { reference: live.reference } },
    writeBusinessCase: {
      as: "sophie",
      path: { reference: live.reference },
      body: { startedFrom: promise ? { ...promise } : null },
    },
    readCalibration: { as: "helene", query: "by=kind&of=time" },
    readSuggestedHaircuts: { as: "sophie", path: { reference: calibrated.reference } },
    answerCalibration: {
      as: "sophie",
      path: { reference: calibrated.reference },
      body: { startedFrom: { number: calibrated.number, version: calibrated.version }, line: calibrated.line },
    },
    readPipeline: { as: "david" },
    readFlow: { as: "david", query: "stage=poc" },
    setStageLimits: { as: "claire" },
    readForecast: { as: "david", query: "year=2026" },
    setTarget: { as: "helene" },
    readQuarterlyReview: { as: "david", path: { quarter: "2026-Q2" } },
    planQuarterlyReview: { as: "sophie", path: { quarter: "2026-Q1" } },
    changePresentations: { as: "sophie", path: { quarter: "2026-Q1" } },
    recordReviewDecision: { as: "helene", path: { quarter: "2026-Q2" } },
    withdrawReviewDecision: { as: "helene", path: { quarter: "2026-Q2", id: "1" } },
    listRates: { as: "david", query: "on=2026-11-01" },
    setRates: { as: "sophie" },
    listScenarios: { as: "david" },
    createScenario: { as: "claire" },
    readScenario: { as: "david", path: { id: await scenarioOf(demo) } },
    cancelScenario: { as: "claire", path: { id: await scenarioOf(demo) } },
    deleteScenario: { as: "claire", path: { id: await scenarioOf(demo) } },
    readMe: { as: "david" },
    listDepartments: { as: "david" },
    listPeople: { as: "david", query: "role=finance" },
    listQuarters: { as: "david" },
    listNotifications: { as: "nadia" },
    readNotifications: { as: "nadia" },
    listScreening: { as: "claire", query: "late=yes" },
    assignScreening: { as: "claire", path: { reference: submitted.reference }, body: { personId: null } },
    readScreening: { as: "david", path: { reference: live.reference } },
    screenUseCase: { as: "claire", path: { reference: other.reference } },
    readPreferences: { as: "david" },
    updatePreferences: { as: "david" },
  };
}

async function programOf(demo: Demo, site: Awaited<ReturnType<typeof openSite>>, as: string, scope: "read" | "write") {
  const email = as.startsWith("@") ? as.slice(1) : emailOf(as);
  const [person] = await demo.database.select({ id: people.id }).from(people).where(eq(people.email, email));
  return aProgram(demo, site, person?.id ?? 0, scope);
}

/** The same, with one token for all that one person asks: there may not be many. */
function programsOf(demo: Demo, site: Awaited<ReturnType<typeof openSite>>) {
  const made = new Map<string, ReturnType<typeof programOf>>();
  return (as: string, scope: "read" | "write") => {
    const program = made.get(`${as} ${scope}`) ?? programOf(demo, site, as, scope);
    made.set(`${as} ${scope}`, program);
    return program;
  };
}

function addressOf({ path }: Described, { path: given = {}, query }: Given): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => String(given[name] ?? `no-${name}`));
  return query ? `${filled}?${query}` : filled;
}

const needsKey = ({ parameters }: Described) => parameters.some(({ name }) => name === "Idempotency-Key");

function sentBy(operation: Described, given: Given, body = { ...operation.body?.example, ...given.body }) {
  const headers = { ...given.headers, ...(needsKey(operation) && { "Idempotency-Key": newKey() }) };
  if (operation.file) {
    return { body: given.file ?? "A,B", headers: { ...headers, "Content-Type": "application/octet-stream" } };
  }
  return operation.body ? { body, headers } : { headers };
}

function validatorOf(document: Json) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "document", components: document.components });
  return (schema: unknown, value: unknown): string[] => {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/');
    const validate = ajv.compile(JSON.parse(text));
    return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
}

/** Words that may hold a comma are said once for each. */
const takesSeveral = ({ schema }: { schema: Json }) => JSON.stringify(schema.anyOf ?? []).includes('"array"');

/** Fields of an answer that its schema does not name. */
function unnamed(document: Json, schema: Json, value: unknown, at = "#"): string[] {
  const name = String(schema.$ref ?? "")
    .split("/")
    .at(-1);
  const shared = (document.components as Json).schemas as Json;
  if (name) return unnamed(document, shared[name] as Json, value, at);
  if (Array.isArray(schema.anyOf)) {
    if (value === null) return [];
    const found = (schema.anyOf as Json[]).map((one) => unnamed(document, one, value, at));
    return found.find((faults) => faults.length === 0) ?? found[0] ?? [];
  }
  if (Array.isArray(value)) {
    const items = schema.items as Json | undefined;
    return items ? value.flatMap((one, place) => unnamed(document, items, one, `${at}/${place}`)) : [at];
  }
  if (typeof value !== "object" || value === null) return [];
  const properties = (schema.properties ?? {}) as Json;
  return Object.entries(value).flatMap(([key, inner]) =>
    properties[key] ? unnamed(document, properties[key] as Json, inner, `${at}/${key}`) : [`${at}/${key}`],
  );
}

/** A no as problem details, of a status that the operation names. */
function expectProblem(answer: Answer, operation: Described, status: number) {
  expect(answer.status, `${operation.operationId}: ${JSON.stringify(answer.body)}`).toBe(status);
  expect(Object.keys(operation.responses), operation.operationId).toContain(String(status));
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  expect(answer.body).toMatchObject({ status, request: answer.headers.get("X-Request-Id") });
  expect(answer.body.detail).toMatch(/^[A-Z].+[.…:]/);
  expect(answer.body.type).toMatch(/^\/api#problem-[a-z-]+$/);
}

describe("The description of the API", () => {
  test.each(["fr", "en"])("is sound OpenAPI 3.1 in %s, and says everything in words", async (language) => {
    const demo = await openDemo();
    const site = await openSite(demo);
    const response = await fetch(`${site.address}/api/v1/openapi.json`, { headers: { "Accept-Language": language } });
    expect(response.status).toBe(200);
    const text = await response.text();
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(text).not.toMatch(/"says"|api\.(field|operation|header|problem|group|document)\./);
    expect(text).toContain(language === "fr" ? "Lister les cas d’usage" : "List the use cases");
  });

  test("has a good request here for each of its operations, and examples that its own schemas take", async () => {
    const { demo, document, operations } = await open();
    const given = await wellFormed(demo);
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(given).sort());
    const faults = validatorOf(document);
    for (const { operationId, body } of operations) {
      if (body) expect(faults(body.schema, body.example), operationId).toEqual([]);
    }
  });
});

describe("Each operation", () => {
  test("answers a well-formed request as described, and says nothing else", { timeout: 60_000 }, async () => {
    const { demo, site, document, operations } = await open();
    const known = programsOf(demo, site);
    const given = await wellFormed(demo);
    const faults = validatorOf(document);
    for (const operation of operations) {
      const { operationId, method } = operation;
      const good = given[operationId];
      if (!good) throw new Error(`No good request for ${operationId}`);
      const program = await known(good.as, operation.scope);
      if (operationId === "submitUseCase" || operationId === "deleteDraft") {
        const draft = { title: { en: "Weigh pallets by eye" }, need: { en: "Scales are slow" }, submit: false };
        const rest = { affected: { en: "Dockers" }, expectedBenefit: { en: "Time" }, departmentId: 1, ownerId: 1 };
        const made = await program.ask("POST", "/use-cases", { body: { ...draft, ...rest } });
        good.path = { reference: made.body.reference };
      }
      if (operationId === "correctCoSponsor" || operationId === "leaveUseCase") {
        const shared = await program.get(`/use-cases/${good.path?.reference}/co-sponsors`);
        const mine = (shared.body.coSponsors as { id: number; person: string | null; version: number }[]).at(-1);
        good.path = { ...good.path, id: mine?.id ?? 0 };
        if (operationId === "correctCoSponsor") good.headers = { "If-Match": `"${mine?.version}"` };
      }
      const answer = await program.ask(method, addressOf(operation, good), sentBy(operation, good));
      const success = Object.keys(operation.responses).filter((status) => /^2/.test(status));
      expect(success, operationId).toContain(String(answer.status));
      const content = operation.responses[answer.status]?.content as Json;
      if (FILES.has(operationId)) {
        expect(answer.headers.get("Content-Disposition"), operationId).toMatch(/^attachment; filename="/);
        const [type = ""] = String(answer.headers.get("Content-Type")).split(";");
        expect(
          Object.keys(content).some((known) => known === "*/*" || known === type),
          operationId,
        ).toBe(true);
        continue;
      }
      const schema = content["application/json"]?.schema as Json;
      expect(faults(schema, answer.body), operationId).toEqual([]);
      expect(unnamed(document, schema, answer.body), operationId).toEqual([]);
      expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/);
      expect(answer.headers.get("RateLimit")).toMatch(/^"requests"; r=\d+; t=\d+$/);
      if (answer.status === 201) {
        const made = await program.get(String(answer.headers.get("Location")).replace(/^\/api\/v1/, ""));
        expect(made.status, `${operationId} says where what it made is`).toBe(200);
      }
      if (method === "GET") {
        const again = await program.get(addressOf(operation, good), {
          "If-None-Match": String(answer.headers.get("ETag")),
        });
        expect([200, 304], operationId).toContain(again.status);
      }
    }
  });

  test("refuses a malformed request at the place of each fault", { timeout: 60_000 }, async () => {
    const { demo, site, operations } = await open();
    const known = programsOf(demo, site);
    const given = await wellFormed(demo);
    for (const operation of operations) {
      const { operationId, method, body, parameters } = operation;
      const good = { ...given[operationId], as: given[operationId]?.as ?? "" };
      const program = await known(good.as, operation.scope);
      const address = addressOf(operation, good);
      for (const { name, in: place } of parameters.filter((one) => one.in === "query" && !takesSeveral(one))) {
        const twice = await program.ask(method, `${addressOf(operation, { ...good, query: "" })}?${name}=a&${name}=b`);
        expectProblem(twice, operation, 400);
        const wrong = twice.body.errors.filter((one: { parameter: string }) => one.parameter === name);
        expect(wrong, `${operationId} ${place} ${name}`).toHaveLength(1);
      }
      if (method === "GET") {
        const unknown = await program.get(`${address}${address.includes("?") ? "&" : "?"}colour=blue`);
        expect(unknown.status, operationId).toBe(400);
        expect(unknown.body.errors).toMatchObject([{ parameter: "colour" }]);
      }
      if (!body) continue;
      const sent = sentBy(operation, good);
      const send = (changed: unknown) => program.ask(method, address, { ...sent, body: changed });
      const whole = { ...body.example, ...good.body };
      for (const name of Object.keys(body.schema.properties)) {
        const wrong = await send({ ...whole, [name]: name === "lines" || name === "reports" ? "text" : [[]] });
        expectProblem(wrong, operation, 400);
        const pointers = wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer);
        expect(pointers.join(" "), `${operationId} ${name}`).toContain(`#/${name}`);
      }
      for (const name of body.schema.required ?? []) {
        const { [name]: _, ...rest } = whole as Record<string, unknown>;
        const missing = await send(rest);
        expectProblem(missing, operation, 400);
        expect(missing.body.errors, `${operationId} without ${name}`).toMatchObject([{ pointer: `#/${name}` }]);
      }
      expect(body.schema.additionalProperties, `${operationId} takes no field that it does not know`).toBe(false);
      const unknown = await send({ ...whole, "a/b~c": 1 });
      expectProblem(unknown, operation, 400);
      expect(unknown.body.errors).toMatchObject([{ pointer: "#/a~1b~0c" }]);
      for (const text of ["", "{", "null", "[]", '"text"']) expectProblem(await send(text), operation, 400);
      const form = await program.ask(method, address, {
        body: "a=b",
        headers: { ...sent.headers, "Content-Type": "application/x-www-form-urlencoded" },
      });
      expectProblem(form, operation, 415);
    }
  });

  test("turns away who shows no token, a wrong one, an expired one or a revoked one", { timeout: 60_000 }, async () => {
    const { demo, site, operations } = await open();
    const given = await wellFormed(demo);
    const person = await programOf(demo, site, "claire", "write");
    const [row] = await demo.database.select().from(apiTokens);
    const when = whenAt(demo.clock.at, { timeZone: "Europe/Paris", fiscalFirstMonth: 2 });
    await demo.database.write((tx) => revokeToken(tx, CASEBOOK, row?.id ?? 0, when));
    const [claire] = await demo.database
      .select()
      .from(people)
      .where(eq(people.email, emailOf("claire")));
    demo.clock.at = new Date(demo.clock.at.getTime() - 10 * 86_400_000);
    const expired = await aProgram(demo, site, claire?.id ?? 0, "write", 5);
    demo.clock.at = new Date(demo.clock.at.getTime() + 10 * 86_400_000);
    const programs = [
      [programWith(site, null), /^Bearer realm="Casebook"$/],
      [programWith(site, `cbk_${"x".repeat(43)}`), /error="invalid_token"/],
      [expired, /error="invalid_token"/],
      [person, /error="invalid_token"/],
    ] as const;
    // One door for all: every fifth operation tells, and strangers may not ask more often in a minute.
    for (const [at, operation] of operations.filter((_, place) => place % 5 === 0).entries()) {
      const [program, challenge] = programs[at % programs.length] ?? programs[0];
      const good = given[operation.operationId] ?? { as: "" };
      const answer = await program.ask(operation.method, addressOf(operation, good), sentBy(operation, good));
      expectProblem(answer, operation, 401);
      expect(answer.headers.get("WWW-Authenticate")).toMatch(challenge);
    }
    for (const [program] of programs) expect((await program.get("/me")).status).toBe(401);
  });

  test("that writes is forbidden to a token that reads, and to who may not do it", { timeout: 60_000 }, async () => {
    const { demo, site, operations } = await open();
    const given = await wellFormed(demo);
    const lastEvent = async () => {
      const [row] = await demo.database.rows<{ last: number }>(sql`select max(id) as last from audit_events`);
      return Number(row?.last);
    };
    const before = await lastEvent();
    // Each by somebody whom the permission table gives nothing on it; null is what everybody may.
    const mayNot: Record<string, string | null> = {
      declareOverlap: "helene",
      decideOverlap: "helene",
      createScenario: "helene",
      cancelScenario: "helene",
      deleteScenario: "helene",
      createUseCase: "helene",
      planSession: "helene",
      replanSession: "helene",
      changeAgenda: "helene",
      freezeShortlist: "helene",
      noteAttendance: "helene",
      writeOpinion: "helene",
      castVote: "helene",
      takeDecision: "helene",
      cancelSession: "helene",
      closeSession: "helene",
      meetCondition: "helene",
      definePoc: "helene",
      updatePoc: "helene",
      startPoc: "helene",
      askAmendment: "helene",
      signAmendment: "helene",
      writeCheckIn: "helene",
      correctCheckIn: "helene",
      openIteration: "helene",
      endIteration: "helene",
      addAttempt: "helene",
      editAttempt: "helene",
      giveVerdict: "helene",
      switchModel: "helene",
      measureSwitch: "helene",
      addGateCheck: "helene",
      rewordGateCheck: "helene",
      retireGateCheck: "helene",
      answerCaseCheck: "helene",
      requestSignOff: "helene",
      signSignOff: "helene",
      delegateSignOff: "helene",
      meetSignOffCondition: "helene",
      setSignOffTerms: "helene",
      announceAbsence: "helene",
      withdrawAbsence: "helene",
      createVendor: "helene",
      updateVendor: "helene",
      retireVendor: "helene",
      setVendorSpend: "helene",
      createModel: "helene",
      updateModel: "helene",
      retireModel: "helene",
      createDataSet: "helene",
      updateDataSet: "helene",
      retireDataSet: "helene",
      importRegister: "helene",
      setComponent: "helene",
      addRollOutSite: "helene",
      moveRollOutSite: "helene",
      writeRollOutReading: "helene",
      updateUseCase: "helene",
      answerCaseAiAct: "helene",
      confirmCaseAiAct: "helene",
      changeObligation: "helene",
      editProvision: "helene",
      createRisk: "helene",
      createOrganisationRisk: "nadia",
      updateRisk: "helene",
      reviewRisk: "helene",
      closeRisk: "helene",
      reopenRisk: "helene",
      logIncident: null,
      updateIncident: "helene",
      closeIncident: "helene",
      reopenIncident: "helene",
      pauseUseCase: "helene",
      resumeUseCase: "helene",
      setIncidentCost: "helene",
      writeTrustCard: "helene",
      submitUseCase: "helene",
      deleteDraft: "helene",
      moveUseCase: "helene",
      mergeUseCase: "helene",
      unmergeUseCase: "helene",
      judgeDuplicate: "helene",
      createKpi: "helene",
      updateKpi: "helene",
      writeReports: "helene",
      assignScreening: "helene",
      readNotifications: null,
      createComment: null,
      updateComment: "sami",
      withdrawComment: "sami",
      setVote: null,
      setFollowing: null,
      setTags: "helene",
      createLink: "helene",
      removeLink: "helene",
      removeFile: "helene",
      createCampaign: "karim",
      updateCampaign: "hugo",
      captureLines: null,
      endCampaign: "hugo",
      reopenCampaign: "hugo",
      renewCaptureCode: "hugo",
      summariseCampaign: "hugo",
      deleteCampaign: "hugo",
      handOverLines: "helene",
      addFile: "helene",
      uploadImport: "helene",
      runImport: "helene",
      screenUseCase: "helene",
      updatePreferences: null,
      joinUseCase: null,
      correctCoSponsor: null,
      leaveUseCase: null,
      createView: null,
      updateView: "helene",
      deleteView: "helene",
      runBulkAct: "helene",
      undoBulkAct: null,
      writeBusinessCase: "helene",
      answerCalibration: "helene",
      writeFilter: "hugo",
      signFilterException: "hugo",
      withdrawFilterException: "hugo",
      setRates: "helene",
      setStageLimits: "helene",
      setTarget: "david",
      planQuarterlyReview: "david",
      changePresentations: "david",
      recordReviewDecision: "david",
      withdrawReviewDecision: "david",
      createScoringDraft: "hugo",
      updateScoringDraft: "hugo",
      publishScoringDraft: "hugo",
      discardScoringDraft: "hugo",
      withdrawScoringModel: "hugo",
      writeAssessment: "helene",
      declareConflict: "helene",
      withdrawConflict: "helene",
      overrideScore: "hugo",
      openRound: "hugo",
      withdrawRound: "hugo",
    };
    const made = new Set<string>();
    const known = programsOf(demo, site);
    const program = (as: string, scope: "read" | "write") => {
      made.add(`${as} ${scope}`);
      return known(as, scope);
    };
    const writing = operations.filter(({ scope }) => scope === "write");
    expect(writing.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(mayNot).sort());
    for (const operation of writing) {
      const good = { ...given[operation.operationId], as: given[operation.operationId]?.as ?? "" };
      const send = (by: Program) => by.ask(operation.method, addressOf(operation, good), sentBy(operation, good));
      const reading = await send(await program(good.as, "read"));
      expectProblem(reading, operation, 403);
      expect(reading.headers.get("WWW-Authenticate")).toContain("insufficient_scope");
      const who = mayNot[operation.operationId];
      if (who) expectProblem(await send(await program(who, "write")), operation, 403);
    }
    expect(await lastEvent(), "nothing but the making of tokens was recorded").toBe(before + made.size);
  });

  test("that edits asks which version it starts from, and overwrites nobody", async () => {
    const { demo, site, operations } = await open();
    const given = await wellFormed(demo);
    const editing = operations.filter(({ parameters }) => parameters.some(({ name }) => name === "If-Match"));
    expect(editing.map(({ operationId }) => operationId)).toEqual([
      "updateUseCase",
      "submitUseCase",
      "updateComment",
      "updateCampaign",
      "summariseCampaign",
      "correctCoSponsor",
      "updateView",
      "updateScoringDraft",
      "publishScoringDraft",
      "updateKpi",
      "replanSession",
      "noteAttendance",
      "meetCondition",
      "updatePoc",
      "startPoc",
      "askAmendment",
      "correctCheckIn",
      "editAttempt",
      "giveVerdict",
      "measureSwitch",
      "rewordGateCheck",
      "retireGateCheck",
      "meetSignOffCondition",
      "updateVendor",
      "retireVendor",
      "updateModel",
      "retireModel",
      "updateDataSet",
      "retireDataSet",
      "moveRollOutSite",
      "changeObligation",
      "updateRisk",
      "updateIncident",
    ]);
    const joining = given.joinUseCase ?? { as: "" };
    const joins = operations.find(({ operationId }) => operationId === "joinUseCase");
    if (joins) {
      const david = await programOf(demo, site, joining.as, "write");
      const joined = await david.ask("POST", addressOf(joins, joining), sentBy(joins, joining));
      const [first] = joined.body.coSponsors as { id: number }[];
      given.correctCoSponsor = { as: joining.as, path: { ...joining.path, id: first?.id ?? 0 } };
    }
    for (const operation of editing) {
      const good = { ...given[operation.operationId], as: given[operation.operationId]?.as ?? "" };
      const program = await programOf(demo, site, good.as, "write");
      const address = addressOf(operation, good);
      const body = operation.body?.example;
      expectProblem(await program.ask(operation.method, address, { body }), operation, 428);
      for (const tag of ["*", "7", '"x"', '"7", "8"', '""']) {
        const wrong = await program.ask(operation.method, address, { body, headers: { "If-Match": tag } });
        expectProblem(wrong, operation, 400);
        expect(wrong.body.errors).toMatchObject([{ header: "If-Match" }]);
      }
      if (operation.operationId === "submitUseCase") continue;
      const stale = await program.ask(operation.method, address, { body, headers: { "If-Match": '"999"' } });
      expectProblem(stale, operation, 412);
    }
  });

  test("that takes its version in its body refuses a stale one with 409, whatever If-Match says", async () => {
    const { demo, site, operations } = await open();
    const given = await wellFormed(demo);
    const inBody = operations.flatMap((operation) => {
      const [name] = Object.keys(operation.body?.schema.properties ?? {}).filter((one) => /^(\w+V|v)ersion$/.test(one));
      const edits = operation.parameters.some((one) => one.name === "If-Match");
      return name && !edits && operation.scope === "write" ? [{ operation, name }] : [];
    });
    expect(inBody.map(({ operation, name }) => `${operation.operationId} ${name}`)).toEqual([
      "screenUseCase version",
      "runImport version",
      "setVendorSpend version",
      "writeRollOutReading version",
      "writeFilter version",
      "answerCaseAiAct answersVersion",
      "confirmCaseAiAct answersVersion",
      "editProvision provisionVersion",
      "reviewRisk fromVersion",
      "closeRisk fromVersion",
      "reopenRisk fromVersion",
      "closeIncident fromVersion",
      "reopenIncident fromVersion",
      "setIncidentCost costVersion",
      "writeTrustCard cardVersion",
    ]);
    // Without one that is there, it would be a new filter, which starts from nothing.
    const [filter] = await demo.database.select().from(filters).limit(1);
    given.writeFilter = { as: "claire", body: { id: filter?.id } };
    const refused: [string, number][] = [];
    for (const { operation, name } of inBody) {
      const good = { ...given[operation.operationId], as: given[operation.operationId]?.as ?? "" };
      const program = await programOf(demo, site, good.as, "write");
      const sent = sentBy(operation, { ...good, body: { ...good.body, [name]: 999 } });
      const headers = { ...sent.headers, "If-Match": '"999"' };
      const stale = await program.ask(operation.method, addressOf(operation, good), { ...sent, headers });
      refused.push([operation.operationId, stale.status]);
    }
    expect(refused).toEqual(inBody.map(({ operation }) => [operation.operationId, 409]));
  });

  test("of one thing says when there is none", async () => {
    const { demo, site, operations } = await open();
    const given = await wellFormed(demo);
    const of = operations.filter(({ parameters }) => parameters.some((one) => one.in === "path"));
    const program = await programOf(demo, site, "sami", "write");
    for (const operation of of) {
      for (const path of [
        { reference: "UC-99999", id: 99_999_999 },
        { reference: "nothing", id: "nothing" },
      ]) {
        const good = { ...given[operation.operationId], as: "sami", path };
        const headers = { ...(needsKey(operation) && { "Idempotency-Key": newKey() }), "If-Match": '"1"' };
        const answer = await program.ask(operation.method, addressOf(operation, good), {
          ...(operation.body && { body: { ...operation.body.example, ...good.body } }),
          headers,
        });
        expectProblem(answer, operation, 404);
      }
    }
  });
});

describe("The page of the API", () => {
  test("leads to each operation, and gives examples that a shell can be given as they are", async () => {
    const { site, operations } = await open();
    const overview = await (await site.get("/api")).text();
    const links = [...overview.matchAll(/href="(\/api\/[\w-]+)#(\w+)"/g)];
    expect(links.map(([, , id]) => id).sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
    const asked: string[] = [];
    for (const address of new Set(links.map(([, path]) => path ?? ""))) {
      const answer = await site.get(address);
      expect([address, answer.status]).toEqual([address, 200]);
      const page = await answer.text();
      const places = new Set([...page.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id));
      const named = [...page.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id);
      const led = links.filter(([, path]) => path === address).map(([, , id]) => id);
      expect([...named, ...led].filter((id) => !places.has(id))).toEqual([]);
      for (const [, path = ""] of page.matchAll(/curl -X \w+ &quot;[^&]*?(\/api\/v1[^&]*)&quot;/g)) asked.push(path);
    }
    expect(asked).toContain("/api/v1/use-cases/UC-0042");
    expect(asked.filter((path) => /[{}]/.test(path))).toEqual([]);
    expect((await site.get("/api/nothing")).status).toBe(404);
  });
});

describe("An address below /api/v1", () => {
  test("that is none says so, and one that is says which methods it takes", async () => {
    const { demo, site, operations } = await open();
    const program = await programOf(demo, site, "claire", "write");
    for (const path of ["/nothing", "/use-cases/UC-0001/nothing", "/"]) {
      for (const method of ["GET", "POST"]) {
        const nowhere = await program.ask(method, path, method === "POST" ? { body: {} } : {});
        expect([nowhere.status, nowhere.headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
      }
    }
    const paths = new Map<string, string[]>();
    for (const { path, method } of operations) paths.set(path, [...(paths.get(path) ?? []), method]);
    for (const [path, methods] of paths) {
      for (const method of ["GET", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"].filter(
        (one) => !methods.includes(one),
      )) {
        const answer = await program.ask(method, path.replace(/\{\w+\}/, "UC-0001"));
        expect([method, path, answer.status]).toEqual([method, path, 405]);
        expect(answer.headers.get("Allow")).not.toContain(method === "OPTIONS" ? "OPTIONS" : `${method},`);
      }
    }
  });
});
