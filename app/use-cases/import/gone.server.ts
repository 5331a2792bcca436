import { asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { useCases } from "#db/schema.server";
import { isStage } from "../stages";
import type { Tally } from "./walk.server";

const SHOWN = 50;

/**
 * The cases that earlier files of this register brought and the new one no longer names. They stay as they are: a file
 * that says nothing of a case does not say that it is over.
 */
export async function goneCases(db: Reader, source: string, { named, alike }: Pick<Tally, "named" | "alike">) {
  const known = await db
    .select({ id: useCases.id, externalId: useCases.externalId })
    .from(useCases)
    .where(eq(useCases.externalSource, source))
    .orderBy(asc(useCases.id));
  const gone = known
    .filter(({ id, externalId }) => externalId !== null && !named.has(externalId) && !alike.has(id))
    .map(({ id }) => id);
  const rows = gone.length
    ? await db
        .select({ reference: useCases.reference, title: useCases.title, stage: useCases.stage })
        .from(useCases)
        .where(inArray(useCases.id, gone.slice(0, SHOWN)))
        .orderBy(asc(useCases.id))
    : [];
  return { count: gone.length, shown: rows.map((row) => ({ ...row, stage: isStage(row.stage) ? row.stage : null })) };
}

export type GoneCases = Awaited<ReturnType<typeof goneCases>>;
