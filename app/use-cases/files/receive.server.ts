/** Files on their way in: part after part, each in a transaction of its own, so that nobody waits for a slow line. */
import { createHash } from "node:crypto";
import { and, count, eq, lt, ne } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Permitted, permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Database, Reader, Writer } from "#db/client.server";
import { CASE_FILE_PARTS } from "#db/parts.server";
import { caseFiles } from "#db/schema.server";
import { caseById, type UseCase } from "../cases.server";
import { refuseMerged } from "../similar/standing-in.server";
import { expectedKind, judgeOf } from "./content.server";
import { cleanName, MAXIMUM_FILE_BYTES, MAXIMUM_FILES } from "./file-kinds";
import { inParts } from "./in-parts";

/** Small: both engines hold a part several times over while they write it. */
const PART_BYTES = 256 * 1024;
/** A file without its sum is still on its way; nobody sees it. */
export const ON_ITS_WAY = "";
/** The longest that a file may be on its way: then whoever sent it has gone. */
const LONGEST_WAY_MS = 60 * 60 * 1000;

export interface Incoming {
  name: string;
  /** For the committee and reviewers alone. */
  internal: boolean;
  bytes: AsyncIterable<Uint8Array>;
}

export interface Received {
  id: number;
  name: string;
  size: number;
}

/** @throws Refusal 403, also for an internal file of somebody who may not write notes */
export function mayAdd(actor: Actor, useCase: UseCase, internal: boolean): Permitted<"file.add", UseCase> {
  if (internal) permit(actor, "note.write", useCase);
  const may = permit(actor, "file.add", useCase);
  if (actor.personId === null) throw new Refusal(403, "people.refusal.not-permitted", { act: may.act });
  return may;
}

async function refuseTooMany(db: Reader, useCaseId: number): Promise<void> {
  const [there] = await db
    .select({ files: count() })
    .from(caseFiles)
    .where(and(eq(caseFiles.useCaseId, useCaseId), ne(caseFiles.sha256, ON_ITS_WAY)));
  if ((there?.files ?? 0) >= MAXIMUM_FILES)
    throw new Refusal(409, "case.refusal.too-many-files", { most: MAXIMUM_FILES });
}

const tooLarge = () => new Refusal(413, "case.refusal.file-too-large", { megabytes: MAXIMUM_FILE_BYTES / 1024 / 1024 });

/** Refuses what says of itself that it is too large, before a byte of it is read. @throws Refusal 413 */
export function refuseTooLarge(bytes: number, allowance = 0): void {
  if (bytes > MAXIMUM_FILE_BYTES + allowance) throw tooLarge();
}

/**
 * Takes a file in. It holds one part of it at a time, however large it is and however slowly it comes.
 * @throws Refusal 400 when it is empty or not what its name says, 413 above 10 MB, 409 beyond fifty files or for what is there already
 */
export async function receiveFile(
  database: Database,
  actor: Actor,
  useCase: UseCase,
  { name: sent, internal, bytes }: Incoming,
  when: When,
): Promise<Received> {
  const addedBy = mayAdd(actor, useCase, internal).actor.personId ?? 0;
  await refuseMerged(database, useCase);
  const name = cleanName(sent);
  const kind = expectedKind(name);
  await refuseTooMany(database, useCase.id);
  const judge = judgeOf(name, kind);
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(PART_BYTES);
  let id: number | null = null;
  let size = 0;
  let part = 0;
  try {
    for await (const filled of inParts(bytes, buffer)) {
      const whole = buffer.subarray(0, filled);
      size += filled;
      if (size > MAXIMUM_FILE_BYTES) throw tooLarge();
      await judge.look(whole, part === 0);
      hash.update(whole);
      const known: number | null = id;
      const at = part++;
      id = await database.write(async (tx): Promise<number> => {
        const row = { useCaseId: useCase.id, name, mediaType: kind.mediaType, internal, addedBy, addedAt: when.now };
        const fileId = known ?? (await begin(tx, row));
        await CASE_FILE_PARTS.put(tx, fileId, at, whole);
        return fileId;
      });
    }
    if (id === null) throw new Refusal(400, "case.refusal.file-empty");
    const fileId = id;
    const sha256 = hash.digest("hex");
    await database.write((tx) =>
      arrive(tx, actor, { fileId, useCaseId: useCase.id, name, internal, size, sha256 }, when),
    );
    return { id, name, size };
  } catch (problem) {
    const gone = id;
    if (gone !== null) await database.write((tx) => drop(tx, gone));
    throw problem;
  }
}

type Row = Omit<typeof caseFiles.$inferInsert, "id" | "size" | "sha256">;

async function begin(tx: Writer, row: Row): Promise<number> {
  const [made] = await tx
    .insert(caseFiles)
    .values({ ...row, size: 0, sha256: ON_ITS_WAY })
    .returning({ id: caseFiles.id });
  if (!made) throw new Error("The file was not kept");
  return made.id;
}

interface Arrived {
  fileId: number;
  useCaseId: number;
  name: string;
  internal: boolean;
  size: number;
  sha256: string;
}

/**
 * The same content is on the case already, under whatever name. A file that only some may see says nothing of itself to
 * the others: what all may see is added beside it.
 * @throws Refusal 409
 */
async function refuseTwice(tx: Reader, { useCaseId, internal, sha256 }: Arrived): Promise<void> {
  const shown = internal ? undefined : eq(caseFiles.internal, false);
  const [there] = await tx
    .select({ name: caseFiles.name })
    .from(caseFiles)
    .where(and(eq(caseFiles.useCaseId, useCaseId), eq(caseFiles.sha256, sha256), shown))
    .limit(1);
  if (there) throw new Refusal(409, "case.refusal.file-twice", { name: there.name });
}

/** All parts are there: from now on it is one of the case's files. What was allowed at its beginning is asked again. */
async function arrive(tx: Writer, actor: Actor, file: Arrived, when: When): Promise<void> {
  const { fileId, useCaseId, name, internal, size, sha256 } = file;
  const may = mayAdd(actor, await caseById(tx, useCaseId), internal);
  await refuseTooMany(tx, useCaseId);
  await refuseTwice(tx, file);
  await tx.update(caseFiles).set({ size, sha256 }).where(eq(caseFiles.id, fileId));
  const change = { subject: internal ? "internal-file" : "file", subjectId: fileId, useCaseId };
  await record(tx, may, { ...change, after: { file: name, size, sha256 } }, when);
}

/** Part of the command that takes the file off, or of one that failed. */
export async function drop(tx: Writer, fileId: number): Promise<void> {
  await CASE_FILE_PARTS.drop(tx, fileId);
  await tx.delete(caseFiles).where(eq(caseFiles.id, fileId));
}

/** Drops what a process left behind that ended in the middle of a file. */
export async function forgetHalfFiles(tx: Writer, when: When): Promise<void> {
  const before = new Date(when.now.getTime() - LONGEST_WAY_MS);
  const left = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(eq(caseFiles.sha256, ON_ITS_WAY), lt(caseFiles.addedAt, before)));
  for (const { id } of left) await drop(tx, id);
}
