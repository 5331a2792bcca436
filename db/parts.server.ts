/** Files in parts: neither engine is handed a whole one, which each would hold several times over. */
import { and, eq } from "drizzle-orm";
import type { Reader, Writer } from "./client.server";
import { caseFileParts, importParts } from "./schema.server";

export interface Parts {
  /** Keeps one part. The bytes may be used again once this is done. */
  put(tx: Writer, fileId: number, part: number, bytes: Buffer): Promise<void>;
  /** Null when there is no such part. */
  get(db: Reader, fileId: number, part: number): Promise<Buffer | null>;
  drop(tx: Writer, fileId: number): Promise<void>;
}

/** The files of imports, under the import's id. */
export const IMPORT_PARTS: Parts = {
  put: async (tx, importId, part, bytes) => void (await tx.insert(importParts).values({ importId, part, bytes })),
  get: async (db, importId, part) => {
    const [found] = await db
      .select({ bytes: importParts.bytes })
      .from(importParts)
      .where(and(eq(importParts.importId, importId), eq(importParts.part, part)));
    return found?.bytes ?? null;
  },
  drop: async (tx, importId) => void (await tx.delete(importParts).where(eq(importParts.importId, importId))),
};

/** The files on cases. */
export const CASE_FILE_PARTS: Parts = {
  put: async (tx, fileId, part, bytes) => void (await tx.insert(caseFileParts).values({ fileId, part, bytes })),
  get: async (db, fileId, part) => {
    const [found] = await db
      .select({ bytes: caseFileParts.bytes })
      .from(caseFileParts)
      .where(and(eq(caseFileParts.fileId, fileId), eq(caseFileParts.part, part)));
    return found?.bytes ?? null;
  },
  drop: async (tx, fileId) => void (await tx.delete(caseFileParts).where(eq(caseFileParts.fileId, fileId))),
};
