import { createHash } from "node:crypto";
import { and, count, eq } from "drizzle-orm";
import { Refusal } from "#app/kernel/refusal";
import type { When } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
import { reportFiles } from "#db/schema.server";
import { MAXIMUM_FILE_BYTES, MAXIMUM_FILES, servedAs } from "./evidence-files";
import { stateOf } from "./quarters.server";
import { reportById } from "./report-parties.server";

export interface EvidenceFile {
  reportId: number;
  name: string;
  bytes: Buffer;
}

/**
 * Keeps a file as the evidence of a report.
 * @throws Refusal 400 for a file that is empty or above 10 MB; 409 after the close or beyond ten files
 */
export async function addEvidenceFile(tx: Writer, actor: Actor, input: EvidenceFile, when: When): Promise<number> {
  const found = await reportById(tx, input.reportId);
  const may = permit(actor, "report.write", found);
  const { report } = found;
  const { bytes } = input;
  if (bytes.length === 0) throw new Refusal(400, "measurement.refusal.file-empty");
  if (bytes.length > MAXIMUM_FILE_BYTES) throw new Refusal(400, "measurement.refusal.file-too-large");
  const { status } = await stateOf(tx, report.quarter);
  if (status === "closed") throw new Refusal(409, "measurement.refusal.closed", { quarter: report.quarter });
  const [there] = await tx.select({ files: count() }).from(reportFiles).where(eq(reportFiles.reportId, report.id));
  if ((there?.files ?? 0) >= MAXIMUM_FILES) throw new Refusal(409, "measurement.refusal.too-many-files");
  const name = input.name.replace(/^.*[\\/]/, "").slice(0, 200) || "evidence";
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [made] = await tx
    .insert(reportFiles)
    .values({
      reportId: report.id,
      name,
      mediaType: servedAs(name),
      size: bytes.length,
      sha256,
      bytes,
      addedBy: actor.personId ?? report.reportedBy,
      addedOn: when.today,
    })
    .returning({ id: reportFiles.id });
  if (!made) throw new Error("The file was not inserted");
  const after = { file: name, size: bytes.length, sha256 };
  await record(tx, may, { subject: "report", subjectId: report.id, useCaseId: report.useCaseId, after }, when);
  return made.id;
}

/** Takes a file away, until finance has accepted the figure that it proves. @throws Refusal 409 from then on */
export async function removeEvidenceFile(
  tx: Writer,
  actor: Actor,
  input: { reportId: number; fileId: number },
  when: When,
): Promise<void> {
  const found = await reportById(tx, input.reportId);
  const may = permit(actor, "report.write", found);
  const { report } = found;
  const { status } = await stateOf(tx, report.quarter);
  if (status === "closed") throw new Refusal(409, "measurement.refusal.closed", { quarter: report.quarter });
  if (report.review === "accepted") throw new Refusal(409, "measurement.refusal.accepted", { quarter: report.quarter });
  const [gone] = await tx
    .delete(reportFiles)
    .where(and(eq(reportFiles.id, input.fileId), eq(reportFiles.reportId, report.id)))
    .returning({ name: reportFiles.name, sha256: reportFiles.sha256 });
  if (!gone) throw new Refusal(404, "measurement.refusal.no-file");
  const before = { file: gone.name, sha256: gone.sha256 };
  await record(tx, may, { subject: "report", subjectId: report.id, useCaseId: report.useCaseId, before }, when);
}

/** A file with its bytes. @throws Refusal 404 */
export async function evidenceFile(db: Reader, reportId: number, fileId: number) {
  const [file] = await db
    .select()
    .from(reportFiles)
    .where(and(eq(reportFiles.id, fileId), eq(reportFiles.reportId, reportId)));
  if (!file) throw new Refusal(404, "measurement.refusal.no-file");
  return file;
}
