import { and, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { departments, people } from "#db/schema.server";
import { Turned } from "./problem";

type Named = readonly [field: string, id: number | null | undefined];

/**
 * Refuses ids of a body that nobody and nothing has, each at its place: the database alone would not say which.
 * @throws Turned 409
 */
export async function refuseUnknownIds(db: Reader, persons: readonly Named[], places: readonly Named[]): Promise<void> {
  const ids = (named: readonly Named[]) => named.flatMap(([, id]) => (typeof id === "number" ? [id] : []));
  const wanted = ids(persons);
  const active = wanted.length
    ? await db
        .select({ id: people.id })
        .from(people)
        .where(and(inArray(people.id, wanted), eq(people.active, true)))
    : [];
  const meant = ids(places);
  const known = meant.length
    ? await db.select({ id: departments.id }).from(departments).where(inArray(departments.id, meant))
    : [];
  const missing = (named: readonly Named[], found: readonly { id: number }[]) =>
    named.filter(([, id]) => typeof id === "number" && !found.some((one) => one.id === id));
  const faults = [
    ...missing(persons, active).map(([field]) => ({ pointer: `#/${field}`, key: "api.refusal.no-person" as const })),
    ...missing(places, known).map(([field]) => ({ pointer: `#/${field}`, key: "api.refusal.no-department" as const })),
  ];
  if (faults.length > 0) throw new Turned(409, "api.refusal.unknown-ids", { count: faults.length }, faults);
}
