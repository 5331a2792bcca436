import { desc, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Reader } from "#db/client.server";
import { imports, people } from "#db/schema.server";
import { mappingSchema } from "./mapping";

const META = {
  id: imports.id,
  fileName: imports.fileName,
  size: imports.size,
  sha256: imports.sha256,
  source: imports.source,
  reading: imports.reading,
  mapping: imports.mapping,
  presetName: imports.presetName,
  status: imports.status,
  leaveOut: imports.leaveOut,
  progress: imports.progress,
  counts: imports.counts,
  problem: imports.problem,
  createdBy: imports.createdBy,
  createdAt: imports.createdAt,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
  version: imports.version,
};

/** An import without its file. */
export type Import = Pick<typeof imports.$inferSelect, keyof typeof META>;

/** @throws Refusal 404 */
export async function readImport(db: Reader, id: number): Promise<Import> {
  const [found] = await db.select(META).from(imports).where(eq(imports.id, id));
  if (!found) throw new Refusal(404, "desk.refusal.not-found");
  // One that waited while Casebook was renewed lacks what mappings have learned since.
  return { ...found, mapping: found.mapping && mappingSchema.parse(found.mapping) };
}

/** @throws Refusal 404 when none was left out, or it is too long ago. */
export async function refusedRowsOf(db: Reader, id: number): Promise<Uint8Array> {
  const [found] = await db.select({ rows: imports.refusedRows }).from(imports).where(eq(imports.id, id));
  if (!found?.rows) throw new Refusal(404, "imports.refused.no-file");
  return found.rows;
}

const RECENT = 30;

/** The latest imports, under way and done. */
export async function recentImports(db: Reader) {
  const rows = await db
    .select({ ...META, by: people.name })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.createdBy))
    .orderBy(desc(imports.id))
    .limit(RECENT);
  return rows.map(({ id, fileName, status, counts, by, createdAt, source }) => ({
    id,
    fileName,
    status,
    counts,
    source,
    by,
    createdAt: createdAt.getTime(),
  }));
}
