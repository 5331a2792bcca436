import { and, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Reader, Writer } from "#db/client.server";
import { importParts } from "#db/schema.server";

/** Neither engine is handed a file of fifty megabytes at once: each would hold it several times over. */
const PART_BYTES = 4 * 1024 * 1024;

/** Keeps a file with its import: part of the command that takes it in, which records. */
export async function keepFile(tx: Writer, importId: number, bytes: Buffer): Promise<void> {
  for (let part = 0; part * PART_BYTES < bytes.byteLength; part++) {
    const from = part * PART_BYTES;
    await tx.insert(importParts).values({ importId, part, bytes: bytes.subarray(from, from + PART_BYTES) });
  }
}

/** Drops a file: part of the command that ends its import, which records. */
export async function dropFile(tx: Writer, importId: number): Promise<void> {
  await tx.delete(importParts).where(eq(importParts.importId, importId));
}

/** @throws Refusal 404 when the file was dropped: the import is done, or was abandoned. */
export async function fileOf(db: Reader, { id, size }: { id: number; size: number }): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  for (let part = 0; filled < size; part++) {
    const [found] = await db
      .select({ bytes: importParts.bytes })
      .from(importParts)
      .where(and(eq(importParts.importId, id), eq(importParts.part, part)));
    if (!found) throw new Refusal(404, "imports.refused.no-file");
    filled += found.bytes.copy(bytes, filled);
  }
  return bytes;
}
