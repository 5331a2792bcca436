import { asc, eq } from "drizzle-orm";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { departments } from "#db/schema.server";
import { listScenarios, mayChoose, readScenarios } from "./scenarios.server";

export const MOST_COMPARED = 4;

/** The scenarios, some side by side, and the form, which may start from one of them. Three queries. */
export async function choicePage(db: Reader, actor: Actor, search: URLSearchParams, now: Date) {
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
    from: from ? { name: from.name, inputs: from.inputs } : null,
    mayChoose: mayChoose(actor),
  };
}

export type ChoicePage = Awaited<ReturnType<typeof choicePage>>;
