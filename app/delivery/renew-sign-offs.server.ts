import { and, asc, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { addDays } from "#app/kernel/day";
import type { When } from "#app/kernel/when";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { caseById } from "#app/use-cases/cases.server";
import { askAnew, openRequest } from "#app/use-cases/signatures/renew.server";
import { RENEWED_AHEAD_DAYS } from "#app/use-cases/signatures/signature";
import type { Writer } from "#db/client.server";
import { signOffs, useCases } from "#db/schema.server";

/** Of one run; the next one goes on. */
const AT_ONCE = 100;
/** Cases that still need their signatures. */
const GOING_ON = ["poc", "pilot", "production"];

/** Asks again for signatures whose time runs out, ahead of it; each once, while its case goes on. */
export async function renewSignOffs(tx: Writer, when: When): Promise<void> {
  const ending = await tx
    .select({ id: signOffs.id, useCaseId: signOffs.useCaseId, kind: signOffs.kind, gate: signOffs.gate })
    .from(signOffs)
    .innerJoin(useCases, eq(useCases.id, signOffs.useCaseId))
    .where(
      and(
        isNotNull(signOffs.expiresOn),
        lte(signOffs.expiresOn, addDays(when.today, RENEWED_AHEAD_DAYS)),
        eq(signOffs.verdict, "yes"),
        isNull(signOffs.staleOn),
        inArray(useCases.stage, GOING_ON),
        // Asked for since, or answered since: nothing is to be done.
        sql`not exists (select 1 from sign_offs newer where newer.use_case_id = ${signOffs.useCaseId}
          and newer.kind = ${signOffs.kind} and newer.id > ${signOffs.id})`,
      ),
    )
    .orderBy(asc(signOffs.expiresOn), asc(signOffs.id))
    .limit(AT_ONCE);
  for (const { useCaseId, ...signature } of ending) {
    if (await openRequest(tx, useCaseId, signature.kind)) continue;
    const may = permit(CASEBOOK, "sign-off.request", await caseById(tx, useCaseId));
    await askAnew(tx, may, [signature], when);
  }
}
