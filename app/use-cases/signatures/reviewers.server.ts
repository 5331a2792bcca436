import { and, eq, gte, isNull, lte } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import { membersHolding } from "#app/people/holders.server";
import { permits } from "#app/people/permissions";
import type { Reader } from "#db/client.server";
import { signOffAbsences } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { withInvolved } from "./involved.server";
import type { SignOffKind } from "./signature";

/** Who of a role is away on a day, and who signs meanwhile. */
export async function awayOn(db: Reader, kind: SignOffKind, on: Day): Promise<{ fromId: number; toId: number }[]> {
  return db
    .select({ fromId: signOffAbsences.fromId, toId: signOffAbsences.toId })
    .from(signOffAbsences)
    .where(
      and(
        eq(signOffAbsences.kind, kind),
        lte(signOffAbsences.startsOn, on),
        gte(signOffAbsences.endsOn, on),
        isNull(signOffAbsences.withdrawnOn),
      ),
    );
}

/** Those who may sign a case, whoever is away replaced by who signs for them: whom a request is told to. */
export async function reviewersOf(db: Reader, kind: SignOffKind, useCase: UseCase, today: Day): Promise<number[]> {
  const parties = await withInvolved(db, useCase);
  const may = (await membersHolding(db, kind)).filter(({ id, name }) =>
    permits({ personId: id, name, roles: [kind], departmentIds: [] }, `sign-off.${kind}`, parties),
  );
  const able = new Set(may.map(({ id }) => id));
  const away = await awayOn(db, kind, today);
  const standIn = (id: number) => away.find((one) => one.fromId === id && able.has(one.toId))?.toId ?? id;
  return [...new Set([...able].map(standIn))];
}
