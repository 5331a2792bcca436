import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { Actor } from "#app/people/roles";
import { involvedIn } from "#app/use-cases/signatures/involved.server";
import type { StaleCause } from "#app/use-cases/signatures/signature";
import { isStage, type Stage } from "#app/use-cases/stages";
import type { Reader } from "#db/client.server";
import { models, people, pocs, signOffs, trustCards, useCases, useCaseVendors, vendors } from "#db/schema.server";
import { partiesToAsk, partyIds } from "./shown-sign-offs.server";
import { ableAmong, colleaguesOf, mayAnswer } from "./sign-off-reviewers.server";
import { SIGN_OFF_KINDS, type SignOffKind } from "./sign-offs";

const SHOWN = 100;
const ANSWERED = 20;

/** A sign-off that waits, with what a reviewer looks at first. */
export interface WaitingSignOff {
  id: number;
  kind: SignOffKind;
  reference: string;
  title: Told;
  stage: Stage | null;
  asker: string | null;
  requestedOn: Day;
  dueOn: Day | null;
  customerFacing: boolean | null;
  humanInTheLoop: boolean | null;
  personalData: boolean | null;
  dataWhere: Told | null;
  vendors: { name: string; country: string | null }[];
  models: { name: string; hosting: string | null }[];
  mayAnswer: boolean;
  /** Whom the reader may give it to. */
  mayGiveTo: { id: number; name: string }[];
  /** Whom a condition may be asked of. */
  askable: { id: number; name: string }[];
  delegatedTo: string | null;
  delegatedBy: string | null;
  /** What ended of the signature that this one renews. */
  anew: { cause: StaleCause; detail: Told | null } | null;
  /** Until when the signature that it renews still holds. */
  holdsUntil: Day | null;
}

/** What waits for a signature, the most urgent first. */
export async function readQueue(db: Reader, actor: Actor, kind: SignOffKind | null) {
  const named = (alias: string) => db.select({ id: people.id, name: people.name }).from(people).as(alias);
  const [asker, given, giver] = [named("asker"), named("given"), named("giver")];
  const renewed = db
    .select({
      id: signOffs.id,
      cause: signOffs.staleCause,
      detail: signOffs.staleDetail,
      expiresOn: signOffs.expiresOn,
    })
    .from(signOffs)
    .as("renewed");
  const kinds = kind ? [kind] : [...SIGN_OFF_KINDS];
  const rows = await db
    .select({
      ...{ signOff: signOffs, useCase: useCases, card: trustCards, asker: asker.name },
      ...{ delegatedTo: given.name, delegatedBy: giver.name, anew: renewed.id },
      ...{ cause: renewed.cause, detail: renewed.detail, expiresOn: renewed.expiresOn },
    })
    .from(signOffs)
    .innerJoin(useCases, eq(useCases.id, signOffs.useCaseId))
    .leftJoin(trustCards, eq(trustCards.useCaseId, signOffs.useCaseId))
    .leftJoin(asker, eq(asker.id, signOffs.requestedBy))
    .leftJoin(given, eq(given.id, signOffs.delegatedTo))
    .leftJoin(giver, eq(giver.id, signOffs.delegatedBy))
    .leftJoin(renewed, eq(renewed.id, signOffs.renewsId))
    .where(and(inArray(signOffs.kind, kinds), isNull(signOffs.verdict)))
    .orderBy(sql`case when ${signOffs.dueOn} is null then 1 else 0 end`, asc(signOffs.dueOn), asc(signOffs.id))
    .limit(SHOWN);
  const ids = [...new Set(rows.map(({ useCase }) => useCase.id))];
  const linked = ids.length
    ? await db
        .select({ useCaseId: useCaseVendors.useCaseId, name: vendors.name, country: vendors.country })
        .from(useCaseVendors)
        .innerJoin(vendors, eq(vendors.id, useCaseVendors.vendorId))
        .where(inArray(useCaseVendors.useCaseId, ids))
    : [];
  const used = ids.length
    ? await db
        .select({ useCaseId: pocs.useCaseId, name: models.name, hosting: models.hosting })
        .from(pocs)
        .innerJoin(models, eq(models.id, pocs.modelId))
        .where(inArray(pocs.useCaseId, ids))
    : [];
  const involved = await involvedIn(db, ids);
  const colleagues = await colleaguesOf(db, actor);
  const askable = await partiesToAsk(
    db,
    rows.map(({ useCase }) => useCase),
  );
  return rows.map(({ signOff, useCase, card, asker: by, ...row }): WaitingSignOff => {
    const parties = { ...useCase, ...(involved.get(useCase.id) ?? { sponsorIds: [], teamNames: [] }) };
    const may = mayAnswer(actor, signOff.kind, parties, signOff.requestedBy);
    const own = <Row extends { useCaseId: number }>(all: readonly Row[]) =>
      all.filter(({ useCaseId }) => useCaseId === useCase.id);
    return {
      id: signOff.id,
      kind: signOff.kind,
      reference: useCase.reference,
      title: useCase.title,
      stage: isStage(useCase.stage) ? useCase.stage : null,
      asker: by,
      requestedOn: signOff.requestedOn,
      dueOn: signOff.dueOn,
      customerFacing: card?.customerFacing ?? null,
      humanInTheLoop: card?.humanInTheLoop ?? null,
      personalData: card?.personalData ?? null,
      dataWhere: card?.dataWhere ?? null,
      vendors: own(linked).map(({ name, country }) => ({ name, country })),
      models: own(used).map(({ name, hosting }) => ({ name, hosting })),
      mayAnswer: may,
      mayGiveTo: may ? ableAmong(colleagues[signOff.kind], signOff, parties) : [],
      askable: may ? askable.filter(({ id }) => partyIds(useCase).includes(id)) : [],
      ...{ delegatedTo: row.delegatedTo, delegatedBy: row.delegatedBy },
      anew: row.anew === null ? null : { cause: row.cause ?? "expired", detail: row.detail },
      holdsUntil: row.cause === null ? row.expiresOn : null,
    };
  });
}

/** How many wait, by kind. */
export async function countWaiting(db: Reader): Promise<Record<SignOffKind, number>> {
  const rows = await db
    .select({ kind: signOffs.kind, count: sql<number>`count(*)` })
    .from(signOffs)
    .where(isNull(signOffs.verdict))
    .groupBy(signOffs.kind);
  const of = (kind: SignOffKind) => Number(rows.find((row) => row.kind === kind)?.count ?? 0);
  return { security: of("security"), legal: of("legal"), finance: of("finance") };
}

/** What was last answered. */
export function lastAnswered(db: Reader, kind: SignOffKind | null) {
  const absent = db.select({ id: people.id, name: people.name }).from(people).as("absent");
  return db
    .select({
      id: signOffs.id,
      kind: signOffs.kind,
      verdict: signOffs.verdict,
      note: signOffs.note,
      conditions: signOffs.conditions,
      on: signOffs.on,
      by: people.name,
      ...{ staleOn: signOffs.staleOn, staleCause: signOffs.staleCause, expiresOn: signOffs.expiresOn },
      inPlaceOf: absent.name,
      reference: useCases.reference,
      title: useCases.title,
    })
    .from(signOffs)
    .innerJoin(useCases, eq(useCases.id, signOffs.useCaseId))
    .leftJoin(people, eq(people.id, signOffs.byId))
    .leftJoin(absent, eq(absent.id, signOffs.forId))
    .where(and(isNotNull(signOffs.verdict), kind ? eq(signOffs.kind, kind) : undefined))
    .orderBy(desc(signOffs.on), desc(signOffs.id))
    .limit(ANSWERED);
}
