import { Refusal } from "#app/kernel/refusal";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { type Import, readImport } from "./imports.server";
import type { Mapping } from "./mapping";

/** What the frame around the steps shows of an import. */
export interface Frame {
  id: number;
  fileName: string;
  status: Import["status"];
  /** The file could be read, so that the later steps are open. */
  isRead: boolean;
  /** Our own file come back: nothing of it is mapped. */
  isOwn: boolean;
}

/** @throws Refusal 403, 404 */
export async function openImport(db: Reader, actor: Actor, id: number): Promise<Import> {
  permit(actor, "use-case.import", NO_PARTIES);
  return readImport(db, id);
}

export function frameOf({ id, fileName, status, mapping }: Import): Frame {
  return { id, fileName, status, isRead: mapping !== null, isOwn: mapping?.own !== undefined };
}

/** An import whose file was read. @throws Refusal 409 while nobody has said how to read it */
export function readable(found: Import): Import & { mapping: Mapping } {
  const { mapping } = found;
  if (!mapping) throw new Refusal(409, "imports.refused.not-read");
  return { ...found, mapping };
}
