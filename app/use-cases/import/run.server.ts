import { randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { and, eq } from "drizzle-orm";
import type { Separator } from "#app/kernel/csv";
import type { Day } from "#app/kernel/day";
import { Refusal } from "#app/kernel/refusal";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { speechFor } from "#app/locales/speech";
import { record } from "#app/people/audit.server";
import { NO_PARTIES } from "#app/people/permissions";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Database, Writer } from "#db/client.server";
import { imports } from "#db/schema.server";
import { commitRows, refuseAny } from "./commit.server";
import { errorRows } from "./error-rows";
import { dropFile } from "./file-parts.server";
import { goneCases } from "./gone.server";
import { type Import, readImport } from "./imports.server";
import { hasTitle, type Mapping } from "./mapping";
import type { ImportCounts, Planned } from "./plan";
import type { ReadOptions } from "./read-options";
import { type Said, say } from "./said";
import type { Table } from "./table";
import { type Progress, Tally, walkPlan } from "./walk.server";
import { withTable } from "./with-table.server";

/** Of the bar: what checking takes of the whole, as measured. */
const CHECKING = 20;
/** Hundredths of the checking between two notes of how far it is. */
const NOTED_EVERY = 10;

/**
 * How far the imports are that this process carries out. While the one transaction is open no second one can write on
 * SQLite, so the writing's progress lives here alone; another process knows the checking's, which is in the database.
 */
const underWay = new WeakMap<Database, Map<number, number>>();

/** 0-100 of an import that runs or is done. `here`: this process carries it out, so that it is certainly alive. */
export function progressOf(database: Database, { id, progress, status }: Import): { percent: number; here: boolean } {
  if (status === "done") return { percent: 100, here: false };
  const here = underWay.get(database)?.get(id);
  return { percent: here ?? Math.floor((progress * CHECKING) / 100), here: here !== undefined };
}

interface Start {
  /** Leave refused rows out instead of stopping at them. */
  leaveOut: boolean;
  /** The language of the file of refused rows. */
  reader: Locale;
  /** The day as of which the file tells; absent where a run is taken up again, null is the day of the import. */
  asOf?: Day | null;
  /** External ids of rows that are new cases whatever they are called; absent: as was said before. */
  others?: string[];
  /** External ids of rows that are the case entered here that goes by their title; absent: as was said before. */
  same?: string[];
  elsewhere?: Mapping["elsewhere"];
  /** The version that the person saw the dry run of; absent where a run is taken up again. */
  version?: number;
}

/** What the run needs of the world around it. */
export interface Surroundings {
  clock: () => Date;
  log: AppLoadContext["log"];
}

/**
 * Starts an import, which goes on after the answer. One that another process seems to have died on may be started again:
 * whoever commits second finds it done.
 * @throws Refusal 409 when it is done, or has no title column; 400 for a day that is to come
 */
export async function startImport(
  database: Database,
  actor: Actor,
  id: number,
  start: Start,
  when: When,
  surroundings: Surroundings,
): Promise<void> {
  const may = permit(actor, "use-case.import", NO_PARTIES);
  const mine = underWay.get(database) ?? new Map<number, number>();
  underWay.set(database, mine);
  if (mine.has(id)) return;
  mine.set(id, 0);
  const started = await database
    .write(async (tx) => {
      const found = await readImport(tx, id);
      if (found.status === "done") throw new Refusal(409, "imports.refused.done");
      if (start.version !== undefined && start.version !== found.version) throw new Refusal(409, "desk.refusal.stale");
      if (!found.mapping || !hasTitle(found.mapping)) throw new Refusal(409, "imports.refused.no-title-column");
      const { leaveOut } = start;
      const { asOf = found.mapping.asOf, others = found.mapping.others } = start;
      const { same = found.mapping.same, elsewhere = found.mapping.elsewhere } = start;
      const mapping = { ...found.mapping, asOf, others, same, elsewhere };
      refuseToCome(mapping, when);
      await tx
        .update(imports)
        .set({ status: "running", leaveOut, mapping, progress: 0, problem: null, startedAt: when.now })
        .where(eq(imports.id, id));
      return { ...found, mapping };
    })
    .catch((problem) => {
      mine.delete(id);
      throw problem;
    });
  void carryOut(database, may, started, start, when, surroundings).finally(() => mine.delete(id));
}

/** @throws Refusal 400 for a file that would tell of a day to come */
function refuseToCome({ asOf }: Mapping, { today }: When): void {
  if (asOf !== null && asOf > today) throw new Refusal(400, "imports.refused.as-of");
}

async function carryOut(
  database: Database,
  may: Permitted<"use-case.import">,
  started: Import & { mapping: Mapping },
  { leaveOut, reader }: Start,
  when: When,
  { clock, log }: Surroundings,
): Promise<void> {
  const { id } = started;
  const far = (percent: number) => underWay.get(database)?.set(id, percent);
  try {
    await withTable(database, started, async (table) => {
      let noted = 0;
      await check(database, may.actor, { ...started, table, leaveOut }, when.today, async (done, total) => {
        const checked = Math.floor((100 * done) / total);
        far((checked * CHECKING) / 100);
        if (checked < noted + NOTED_EVERY) return;
        noted = checked;
        await database.write((tx) => tx.update(imports).set({ progress: checked }).where(eq(imports.id, id)));
      });
      const writing: Progress = (done, total) => void far(CHECKING + Math.floor(((100 - CHECKING) * done) / total));
      const job = { ...started, table, leaveOut, reader };
      await database.write((tx) => finish(tx, may, job, when, clock, writing));
    });
  } catch (problem) {
    const said = problem instanceof Refusal ? say(problem.key, problem.values) : fault(problem, log);
    await database
      .write((tx) =>
        tx
          .update(imports)
          .set({ status: "failed", problem: said, finishedAt: clock() })
          .where(and(eq(imports.id, id), eq(imports.status, "running"))),
      )
      .catch((worse) => fault(worse, log));
  }
}

function fault(problem: unknown, log: Surroundings["log"]): Said {
  const id = randomUUID().slice(0, 8);
  const { message, stack } = problem instanceof Error ? problem : new Error(String(problem));
  log({ level: "error", fault: id, job: "import", message, stack });
  return say("imports.failed.fault", { fault: id });
}

interface Job {
  id: number;
  fileName: string;
  sha256: string;
  table: Table;
  mapping: Mapping;
  leaveOut: boolean;
  reader: Locale;
}

/** Goes through all rows before anything is written, so that a refused one holds nobody else's writing up. */
async function check(
  database: Database,
  actor: Actor,
  { table, mapping, leaveOut }: Pick<Job, "table" | "mapping" | "leaveOut">,
  today: Day,
  progress?: Progress,
): Promise<Tally> {
  const tally = new Tally();
  const part = (planned: Planned[]) => {
    for (const one of planned) tally.add(one);
  };
  await walkPlan(database, actor, table, mapping, today, part, progress);
  if (!leaveOut) refuseAny(tally);
  return tally;
}

async function finish(
  tx: Writer,
  may: Permitted<"use-case.import">,
  job: Job,
  when: When,
  clock: () => Date,
  progress?: Progress,
): Promise<{ tally: Tally; counts: ImportCounts } | null> {
  const { id, fileName, sha256, table, mapping, leaveOut } = job;
  // Whoever was thought dead may have committed meanwhile.
  if ((await readImport(tx, id)).status === "done") return null;
  const tally = await commitRows(tx, may, { importId: id, fileName, table, mapping, leaveOut }, when, progress);
  const gone = mapping.own ? 0 : (await goneCases(tx, mapping.source, tally)).count;
  const counts = { ...tally.counts, gone };
  await tx
    .update(imports)
    .set({
      status: "done",
      counts,
      refusedRows: counts.refuse > 0 ? refusedRowsFile(table, tally, job.reader) : null,
      progress: 100,
      finishedAt: clock(),
    })
    .where(eq(imports.id, id));
  await dropFile(tx, id);
  const after = { fileName, sha256, counts, mapping, leaveOut };
  await record(tx, may, { subject: "import", subjectId: id, after }, when);
  return { tally, counts };
}

/** The refused rows as a file in the reader's language, parted as the first file was. */
export function refusedRowsFile(table: Table, { refused }: Pick<Tally, "refused">, reader: Locale): Buffer {
  const { t } = speechFor(reader, "EUR", "UTC");
  const separator = ([",", ";", "\t"] as const).find((one) => one === table.separator);
  const fallback: Separator = reader === "fr" ? ";" : ",";
  const lines = [...errorRows(table, refused, ({ key, values }) => t(key, values), separator ?? fallback)];
  return Buffer.from(lines.join(""));
}

export interface WholeImport extends Omit<Job, "id"> {
  size: number;
  reading: ReadOptions;
  presetName: string | null;
  dryRun: boolean;
}

/**
 * Checks a table and, unless it is a dry run, writes it in one transaction that also makes the import's own record: a run
 * that is cut short leaves nothing at all. What the command line does.
 */
export async function importWhole(
  database: Database,
  actor: Actor,
  whole: WholeImport,
  when: When,
  clock: () => Date,
  progress: (phase: "check" | "write", ...far: Parameters<Progress>) => void,
): Promise<{ counts: ImportCounts; tally: Tally; importId: number | null }> {
  const may = permit(actor, "use-case.import", NO_PARTIES);
  const { fileName, sha256, size, reading, presetName, mapping, dryRun } = whole;
  if (!hasTitle(mapping)) throw new Refusal(409, "imports.refused.no-title-column");
  refuseToCome(mapping, when);
  const all = { ...whole, leaveOut: true };
  const checked = await check(database, actor, all, when.today, (...far) => progress("check", ...far));
  if (dryRun || (checked.refused.length > 0 && !whole.leaveOut)) {
    const gone = mapping.own ? 0 : (await goneCases(database, mapping.source, checked)).count;
    return { counts: { ...checked.counts, gone }, tally: checked, importId: null };
  }
  return database.write(async (tx) => {
    const [made] = await tx
      .insert(imports)
      .values({
        ...{ fileName, sha256, size, reading, presetName, mapping },
        source: mapping.source,
        status: "running",
        leaveOut: whole.leaveOut,
        createdBy: actor.personId,
        createdAt: when.now,
        startedAt: when.now,
      })
      .returning({ id: imports.id });
    const id = made?.id ?? 0;
    const done = await finish(tx, may, { ...whole, id }, when, clock, (...far) => progress("write", ...far));
    return { counts: done?.counts ?? checked.counts, tally: done?.tally ?? checked, importId: id };
  });
}
