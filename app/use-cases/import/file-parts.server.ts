import { Refusal } from "#app/kernel/refusal";
import type { Reader, Writer } from "#db/client.server";
import { IMPORT_PARTS } from "#db/parts.server";

const PART_BYTES = 4 * 1024 * 1024;

/** Keeps a file with its import: part of the command that takes it in, which records. */
export async function keepFile(tx: Writer, importId: number, bytes: Buffer): Promise<void> {
  for (let part = 0; part * PART_BYTES < bytes.byteLength; part++) {
    const from = part * PART_BYTES;
    await IMPORT_PARTS.put(tx, importId, part, bytes.subarray(from, from + PART_BYTES));
  }
}

/** Drops a file: part of the command that ends its import, which records. */
export async function dropFile(tx: Writer, importId: number): Promise<void> {
  await IMPORT_PARTS.drop(tx, importId);
}

/** @throws Refusal 404 when the file was dropped: the import is done, or was abandoned. */
export async function fileOf(db: Reader, { id, size }: { id: number; size: number }): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  for (let part = 0; filled < size; part++) {
    const found = await IMPORT_PARTS.get(db, id, part);
    if (!found) throw new Refusal(404, "imports.refused.no-file");
    filled += found.copy(bytes, filled);
  }
  return bytes;
}
