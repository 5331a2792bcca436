import { asc, eq } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import { limitsFrom } from "../choice";
import { UNCONSTRAINED } from "./problem";
import { listScenarios, mayChoose, readScenarios } from "./scenarios.server";

export const MOST_COMPARED = 4;

/** The scenarios, some side by side, and the form, which may start from one of them or from a line of the ranking. Three queries. */
export async function choicePage(db: Reader, actor: Actor, search: URLSearchParams, now: Date, unit: number) {
  const idsIn = (name: string) =>
    search
      .getAll(name)
      .map(Number)
      .filter((id) => Number.isSafeInteger(id) && id > 0);
  const comparing = [...new Set(idsIn("compare"))].slice(0, MOST_COMPARED);
  const [start] = idsIn("from");
  const whole = await readScenarios(db, [...new Set([...comparing, ...(start ? [start] : [])])], now);
  const from = whole.find(({ id }) => id === start);
  return {
    scenarios: await listScenarios(db, now),
    compared: whole.filter(({ id, result }) => comparing.includes(id) && result !== null),
    departments: await db
      .select({ id: departments.id, name: departments.name })
      .from(departments)
      .where(eq(departments.active, true))
      .orderBy(asc(departments.code)),
    from: from ? { name: from.name, inputs: from.inputs } : startFrom(search, unit),
    mayChoose: mayChoose(actor),
  };
}

/** What the line of the ranking was drawn by, for the form to begin with. @param unit minor units in one of the currency */
function startFrom(search: URLSearchParams, unit: number) {
  const limits = limitsFrom(search, unit);
  if (!limits) return null;
  const { budget, people, assumed: assumedPeople } = limits;
  const written = { include: "", exclude: "", exclusive: "" };
  return { name: "", inputs: { constraints: { ...UNCONSTRAINED, budget, people }, assumedPeople, written } };
}

export type ChoicePage = Awaited<ReturnType<typeof choicePage>>;
