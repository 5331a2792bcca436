import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { minor } from "#app/kernel/money";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Database, Reader, Writer } from "#db/client.server";
import { choiceScenarios, people } from "#db/schema.server";
import { choose } from "./choose";
import { faultsIn } from "./problem";
import { FRONTIER_POINTS, INTERRUPTED_AFTER_MS, SCENARIO_SECONDS, type ScenarioInput } from "./scenario";
import { readInputs } from "./scenario-cases.server";
import { problemOf } from "./scenario-problem";
import { withSolver } from "./solver.server";

const ASK_AGAIN_MS = 500;

/** Notes what is to be worked out, with the figures of now. @throws Refusal 400 where it makes no sense */
export async function createScenario(
  tx: Writer,
  actor: Actor,
  input: ScenarioInput,
  when: When,
): Promise<{ id: number }> {
  const may = permit(actor, "portfolio.choose", {});
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted");
  const inputs = await readInputs(tx, input);
  const [fault] = faultsIn(problemOf(inputs));
  if (fault) throw new Refusal(400, fault.key, fault.values);
  const { name } = input;
  const [made] = await tx
    .insert(choiceScenarios)
    .values({ name, status: "running", byId: actor.personId, at: when.now, inputs })
    .returning({ id: choiceScenarios.id });
  if (!made) throw new Error("The scenario was not written");
  await record(tx, may, { subject: "choice-scenario", subjectId: made.id, after: { name } }, when);
  return made;
}

/**
 * Works a scenario out and keeps what came out. Whoever cancels it does so in the database, which any process may: the
 * one that is at it asks twice a second.
 */
export async function workOut(database: Database, id: number): Promise<void> {
  const [row] = await database.select().from(choiceScenarios).where(eq(choiceScenarios.id, id));
  if (row?.status !== "running") return;
  const stop = new AbortController();
  const asking = setInterval(() => {
    isRunning(database, id)
      .then((running) => running || stop.abort())
      .catch(() => undefined);
  }, ASK_AGAIN_MS);
  try {
    const wishes = { seconds: SCENARIO_SECONDS, prices: true, reasons: true, frontier: FRONTIER_POINTS };
    const result = await withSolver((solver) => choose(problemOf(row.inputs), wishes, solver), stop.signal);
    const { status: outcome, value, cost, selection } = result;
    const figures = {
      valueMinor: value === null ? null : minor(value),
      costMinor: cost === null ? null : minor(cost),
      chosen: value === null ? null : selection.length,
    };
    await finish(database, id, { status: "done", result, outcome, ...figures });
  } catch (problem) {
    await finish(database, id, { status: "failed" });
    if (!stop.signal.aborted) throw problem;
  } finally {
    clearInterval(asking);
  }
}

async function isRunning(db: Reader, id: number): Promise<boolean> {
  const [row] = await db
    .select({ status: choiceScenarios.status })
    .from(choiceScenarios)
    .where(eq(choiceScenarios.id, id));
  return row?.status === "running";
}

/** Only what is still running is finished: what was cancelled stays so. */
async function finish(
  database: Database,
  id: number,
  what: Partial<typeof choiceScenarios.$inferInsert>,
): Promise<void> {
  await database.write((tx) =>
    tx
      .update(choiceScenarios)
      .set(what)
      .where(and(eq(choiceScenarios.id, id), eq(choiceScenarios.status, "running"))),
  );
}

/** @throws Refusal 404; 409 when it runs no longer */
export async function cancelScenario(tx: Writer, actor: Actor, id: number, when: When): Promise<void> {
  const [known] = await tx
    .select({ status: choiceScenarios.status })
    .from(choiceScenarios)
    .where(eq(choiceScenarios.id, id));
  if (!known) throw new Refusal(404, "desk.refusal.not-found");
  const may = permit(actor, "portfolio.choose", {});
  if (known.status !== "running") throw new Refusal(409, "choice.refusal.not-running");
  await tx.update(choiceScenarios).set({ status: "cancelled" }).where(eq(choiceScenarios.id, id));
  await record(tx, may, { subject: "choice-scenario", subjectId: id, after: { withdrawn: true } }, when);
}

/**
 * Takes a scenario away for good, whether it is worked out or not: a calculation that runs for it stops. Its name stays in
 * the log.
 * @throws Refusal 404
 */
export async function deleteScenario(tx: Writer, actor: Actor, id: number, when: When): Promise<{ name: string }> {
  const [known] = await tx
    .select({ name: choiceScenarios.name, writtenBy: choiceScenarios.byId })
    .from(choiceScenarios)
    .where(eq(choiceScenarios.id, id));
  if (!known) throw new Refusal(404, "desk.refusal.not-found");
  const { name, writtenBy } = known;
  const may = permit(actor, "scenario.delete", { writtenBy });
  await tx.delete(choiceScenarios).where(eq(choiceScenarios.id, id));
  await record(tx, may, { subject: "choice-scenario", subjectId: id, before: { name } }, when);
  return { name };
}

const LISTED = {
  id: choiceScenarios.id,
  name: choiceScenarios.name,
  status: choiceScenarios.status,
  by: people.name,
  byId: people.id,
  at: choiceScenarios.at,
  outcome: choiceScenarios.outcome,
  valueMinor: choiceScenarios.valueMinor,
  costMinor: choiceScenarios.costMinor,
  chosen: choiceScenarios.chosen,
};
const MOST_LISTED = 50;

type Listed = { status: "running" | "done" | "cancelled" | "failed"; at: Date };
export type ScenarioStatus = Listed["status"] | "interrupted";

/** One whose process ended under it runs no longer, whatever was last written. */
export const statusOf = ({ status, at }: Listed, now: Date): ScenarioStatus =>
  status === "running" && now.getTime() - at.getTime() > INTERRUPTED_AFTER_MS ? "interrupted" : status;

/** The newest scenarios first, without what is in them. */
export async function listScenarios(
  db: Reader,
  now: Date,
  page: { before?: number; limit: number } = { limit: MOST_LISTED },
) {
  const rows = await db
    .select(LISTED)
    .from(choiceScenarios)
    .innerJoin(people, eq(people.id, choiceScenarios.byId))
    .where(page.before === undefined ? undefined : lt(choiceScenarios.id, page.before))
    .orderBy(desc(choiceScenarios.id))
    .limit(page.limit);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime(), status: statusOf({ ...row, at }, now) }));
}

/** These scenarios whole, in the order asked for; those that are not there are left out. */
export async function readScenarios(db: Reader, ids: readonly number[], now: Date) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ ...LISTED, inputs: choiceScenarios.inputs, result: choiceScenarios.result })
    .from(choiceScenarios)
    .innerJoin(people, eq(people.id, choiceScenarios.byId))
    .where(inArray(choiceScenarios.id, [...ids]));
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    return row ? [{ ...row, at: row.at.getTime(), status: statusOf(row, now) }] : [];
  });
}

export type Scenario = Awaited<ReturnType<typeof readScenarios>>[number];
export type ListedScenario = Awaited<ReturnType<typeof listScenarios>>[number];

/** @throws Refusal 404 */
export async function readScenario(db: Reader, id: number, now: Date): Promise<Scenario> {
  const [found] = await readScenarios(db, [id], now);
  if (!found) throw new Refusal(404, "desk.refusal.not-found");
  return found;
}

export const mayDelete = (actor: Actor, { byId }: { byId: number }) =>
  permits(actor, "scenario.delete", { writtenBy: byId });

export const mayChoose = (actor: Actor) => permits(actor, "portfolio.choose");
