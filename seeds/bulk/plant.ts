/** Grows a large register on top of the demonstration: what benches measure and what a look at scale needs. */
import { asc, count, isNotNull } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { recordAll } from "#app/people/audit.server";
import { type Organisation, readOrganisation } from "#app/people/organisation.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import type { Database, Reader, Writer } from "#db/client.server";
import { departments, people, personDepartments, personRoles, reports, useCases } from "#db/schema.server";
import { momentsOf } from "../cast";
import { playStory } from "../run";
import { estimatesFor } from "./estimating";
import { Numbers, surveyGround } from "./ground";
import { type Growth, grow } from "./grow";
import { departmentsFor, newDepartments, newPeople, peopleFor } from "./house";
import { layMarks } from "./marking";
import { type Calendar, type CasePlan, calendarOf, planCases } from "./plan";
import { beginQuarters, settle } from "./settle";
import { layRegisters } from "./supplying";

/** Reports written in one transaction, and cases: enough to be quick, few enough to be held in memory. */
const REPORTS_AT_ONCE = 24_000;
const CASES_AT_ONCE = 2_000;
/** A case that reports has some ten times as many as there are cases for each. */
const REPORTS_A_CASE = 40;
export const MOST = { cases: 1_000_000, reports: 10_000_000 };

export interface Register {
  /** How many cases and reports there are in the end, with the demonstration's own. */
  cases: number;
  reports: number;
  /** The same seed and sizes give the same rows. */
  seed: number;
  /** The day on which the register is looked at: the demonstration's own ends on it. */
  today: Day;
  progress: (text: string) => void;
}

/** What a register holds of that which people ask for first. */
export interface Planted {
  cases: number;
  reports: number;
  people: number;
  departments: number;
}

/**
 * Fills a migrated database up to so many cases and reports, on top of the demonstration, which is played first where the
 * database is empty. Kept sums, counts, closes and the audit chain are whole afterwards.
 * @throws RangeError when that many cannot be: fewer than are there, or more reports than live cases can carry
 */
export async function plantRegister(database: Database, register: Register): Promise<Planted> {
  const { cases, reports: reported, seed, today, progress } = register;
  if (!(await readOrganisation(database))) await playStory(database, progress);
  const organisation = await readOrganisation(database);
  if (!organisation) throw new Error("The demonstration was not played");
  const there = await sizeOf(database);
  const missing = { cases: cases - there.cases, reports: reported - there.reports };
  refuseSizes(register, there);
  const calendar = calendarOf(today, organisation.fiscalFirstMonth);
  const when = momentsOf(today, organisation)(0);
  progress(`Planting ${missing.cases} cases with ${missing.reports} reports…`);
  await database.write((tx) => peopleTheHouse(tx, register, when));
  await database.write((tx) => layRegisters(tx, register, when));
  await database.write((tx) => beginQuarters(tx, calendar));
  await database.write((tx) => layMarks(tx, yearsOf(calendar), when));
  const growth = await prepare(database, organisation, calendar, missing, seed);
  let done = 0;
  for (const some of stretches(growth.plans)) {
    await database.write((tx) => grow(tx, growth, some, when));
    done += some.length;
    progress(`${done} of ${missing.cases} cases…`);
  }
  progress("Adding up…");
  await settle(database, when);
  return sizeOf(database);
}

function yearsOf({ first, current }: Calendar): number[] {
  const [from, until] = [first, current].map((quarter) => Number(quarter.slice(0, 4)));
  return Array.from({ length: (until ?? 0) - (from ?? 0) + 1 }, (_, at) => (from ?? 0) + at);
}

async function prepare(
  database: Reader,
  { horizonQuarters, discountRate }: Organisation,
  calendar: Calendar,
  missing: { cases: number; reports: number },
  seed: number,
): Promise<Growth> {
  const ground = await surveyGround(database, { seed, calendar });
  const plans = planCases(missing.cases, missing.reports, seed, calendar);
  const about = { seed, firstQuarter: calendar.first, horizonQuarters, discountRate };
  return { ground, plans, estimates: estimatesFor(missing.cases, about), planted: [] };
}

function refuseSizes({ cases, reports: reported }: Register, there: Planted): void {
  if (cases < there.cases || reported < there.reports)
    throw new RangeError(
      `There are ${there.cases} cases and ${there.reports} reports already: name as many at least, or none.`,
    );
  if (cases > MOST.cases || reported > MOST.reports)
    throw new RangeError(`More than ${MOST.cases} cases or ${MOST.reports} reports were never tried.`);
  if (reported - there.reports > (cases - there.cases) * REPORTS_A_CASE)
    throw new RangeError(`One case in ten is live: name at most ${REPORTS_A_CASE} reports a case.`);
}

async function sizeOf(db: Reader): Promise<Planted> {
  const [cases] = await db.select({ count: count() }).from(useCases);
  const [reported] = await db.select({ count: count() }).from(reports);
  const [persons] = await db.select({ count: count() }).from(people);
  const [places] = await db.select({ count: count() }).from(departments);
  const of = (row: { count: number } | undefined) => row?.count ?? 0;
  return { cases: of(cases), reports: of(reported), people: of(persons), departments: of(places) };
}

function* stretches(plans: readonly CasePlan[]): Generator<CasePlan[]> {
  let some: CasePlan[] = [];
  let reported = 0;
  for (const plan of plans) {
    some.push(plan);
    reported += plan.reports;
    if (some.length >= CASES_AT_ONCE || reported >= REPORTS_AT_ONCE) {
      yield some;
      [some, reported] = [[], 0];
    }
  }
  if (some.length > 0) yield some;
}

/** As many departments and people as such a register has; they sign in with the demonstration's password. */
async function peopleTheHouse(tx: Writer, { cases, seed }: Register, when: When): Promise<void> {
  const numbers = await Numbers.of(tx, [departments, people]);
  const known = await tx.select({ id: departments.id, code: departments.code }).from(departments);
  const wanted = Math.max(0, departmentsFor(cases) - known.length);
  const codes = new Set(known.map(({ code }) => code));
  const opened = newDepartments(wanted, () => numbers.take(departments), codes);
  await tx.insertMany(departments, opened);
  const [account] = await tx
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(isNotNull(people.passwordHash))
    .orderBy(asc(people.id))
    .limit(1);
  const [{ there } = { there: 0 }] = await tx.select({ there: count() }).from(people);
  const places = [...known, ...opened].map(({ id }) => id);
  const about = { seed, createdAt: when.now, passwordHash: account?.passwordHash ?? null };
  const joining = newPeople(Math.max(0, peopleFor(cases) - there), () => numbers.take(people), places, about);
  await tx.insertMany(people, joining.people);
  await tx.insertMany(personRoles, joining.roles);
  await tx.insertMany(personDepartments, joining.belongings);
  await numbers.settle(tx);
  await recordAll(
    tx,
    permit(CASEBOOK, "department.edit", {}),
    opened.map(({ id: subjectId, ...after }) => ({ subject: "department", subjectId, after })),
    when,
  );
  await recordAll(
    tx,
    permit(CASEBOOK, "person.edit", {}),
    joining.people.map(({ id: subjectId, name, email, active }) => ({
      subject: "person",
      subjectId,
      after: { name, email, active },
    })),
    when,
  );
}
