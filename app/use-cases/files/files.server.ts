import { and, desc, eq, ne, or, sql } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { Told } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { type Parties, permits } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { CASE_FILE_PARTS } from "#db/parts.server";
import { prepared } from "#db/prepared.server";
import { caseFiles, people } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { drop, ON_ITS_WAY } from "./receive.server";

const filesOf = prepared((db) =>
  db
    .select({
      id: caseFiles.id,
      name: caseFiles.name,
      mediaType: caseFiles.mediaType,
      size: caseFiles.size,
      sha256: caseFiles.sha256,
      internal: caseFiles.internal,
      addedById: caseFiles.addedBy,
      addedBy: people.name,
      addedAt: caseFiles.addedAt,
    })
    .from(caseFiles)
    .innerJoin(people, eq(people.id, caseFiles.addedBy))
    .where(
      and(
        eq(caseFiles.useCaseId, sql.placeholder("useCaseId")),
        ne(caseFiles.sha256, ON_ITS_WAY),
        or(eq(caseFiles.internal, false), sql`${sql.placeholder("notes")} = 1`),
      ),
    )
    .orderBy(desc(caseFiles.id)),
);

/** The files on a case that the reader may see, newest first. One query. */
export async function readFiles(db: Reader, actor: Actor, useCase: Parties & { id: number }) {
  const notes = permits(actor, "note.read", useCase) ? 1 : 0;
  const rows = await filesOf(db, { useCaseId: useCase.id, notes });
  return rows.map(({ addedAt, ...file }) => ({
    ...file,
    addedAt: addedAt.getTime(),
    mayRemove: permits(actor, "file.remove", { ...useCase, writtenBy: file.addedById }),
  }));
}

export type CaseFile = Awaited<ReturnType<typeof readFiles>>[number];

/** @throws Refusal 404, also for an internal file of which the reader is not to know */
export async function fileOn(db: Reader, actor: Actor, useCase: UseCase, id: number): Promise<CaseFile> {
  const found = (await readFiles(db, actor, useCase)).find((file) => file.id === id);
  if (!found) throw new Refusal(404, "case.refusal.no-file");
  return found;
}

/** A file's bytes, read from the database a part at a time, as fast as they are taken. */
export function bytesOf(db: Reader, { id, size }: Pick<CaseFile, "id" | "size">): ReadableStream<Uint8Array> {
  let part = 0;
  let sent = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const bytes = sent < size ? await CASE_FILE_PARTS.get(db, id, part++) : null;
        if (bytes) {
          sent += bytes.byteLength;
          controller.enqueue(new Uint8Array(bytes));
        } else if (sent < size) controller.error(new Error("The file was removed while it was sent"));
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Takes a file off a case for good; its name, size and sum stay in the log, with the reason. @throws Refusal 404 */
export async function removeFile(
  tx: Writer,
  actor: Actor,
  useCase: UseCase,
  { id, reason }: { id: number; reason: Told },
  when: When,
): Promise<string> {
  const file = await fileOn(tx, actor, useCase, id);
  const may = permit(actor, "file.remove", { ...useCase, writtenBy: file.addedById });
  await drop(tx, id);
  const change = { subject: file.internal ? "internal-file" : "file", subjectId: id, useCaseId: useCase.id };
  const before = { file: file.name, size: file.size, sha256: file.sha256 };
  await record(tx, may, { ...change, before, after: { reason } }, when);
  return file.name;
}
