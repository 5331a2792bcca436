import { asc, eq } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { type Parties, permits } from "#app/people/permissions";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { coSponsors, departments, people, useCases } from "#db/schema.server";
import type { UseCase } from "../cases.server";
import { hoursAYear, type TimesPer } from "../content";
import { mayStillEdit } from "../edit.server";
import { canTakeIn } from "./take-in.server";
import { type SharedVolume, sharedVolume } from "./volumes";

/** Somebody with the same need, and what they say of it. */
export interface CoSponsor {
  id: number;
  version: number;
  person: string | null;
  mine: boolean;
  departmentId: number | null;
  department: Told | null;
  need: Told | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
  hours: number | null;
  additional: boolean;
  joinedOn: string;
  /** The case or draft that joined with it. */
  mergedFrom: string | null;
  mayCorrect: boolean;
}

export interface SharedNeed {
  /** The case's own volume, before anybody joined. */
  own: { peopleAffected: number | null; hours: number | null };
  coSponsors: CoSponsor[];
  shared: SharedVolume;
  /** The names of the departments that share the need. */
  departments: { id: number; name: Told }[];
  mayJoin: boolean;
  joined: boolean;
  /** The reader's own case: its volumes are theirs already, and can be corrected on its form while that is open to them. */
  mine: "to-correct" | "closed" | null;
}

type Shared = Parties &
  Pick<
    UseCase,
    | "id"
    | "departmentId"
    | "peopleAffected"
    | "timesPer"
    | "times"
    | "minutesPerTime"
    | "stage"
    | "authorId"
    | "coAuthorId"
    | "ownerId"
    | "technicalOwnerId"
  >;

/** Who shares the need of a case, and what it adds up to. Three queries. */
export async function readSharedNeed(db: Reader, actor: Actor, useCase: Shared): Promise<SharedNeed> {
  const origin = db.select({ id: useCases.id, reference: useCases.reference }).from(useCases).as("origin");
  const rows = await db
    .select({ row: coSponsors, person: people.name, department: departments.name, mergedFrom: origin.reference })
    .from(coSponsors)
    .leftJoin(people, eq(people.id, coSponsors.personId))
    .leftJoin(departments, eq(departments.id, coSponsors.departmentId))
    .leftJoin(origin, eq(origin.id, coSponsors.mergedFromId))
    .where(eq(coSponsors.useCaseId, useCase.id))
    .orderBy(asc(coSponsors.id));
  const curates = permits(actor, "use-case.merge", useCase);
  const open = canTakeIn(useCase);
  const found = rows.map(({ row, person, department, mergedFrom }) => {
    const { useCaseId: _, mergedFromId: __, personId, ...said } = row;
    const mine = personId !== null && personId === actor.personId;
    const hours = hoursAYear(row);
    return { ...said, person, mine, department, mergedFrom, hours, mayCorrect: open && (mine || curates) };
  });
  const authored = useCase.authorId === actor.personId || useCase.coAuthorId === actor.personId;
  const names = await db.select({ id: departments.id, name: departments.name }).from(departments);
  const shared = sharedVolume([{ ...useCase, additional: false }, ...rows.map(({ row }) => row)]);
  const sharing = new Set(shared.departments.map(({ departmentId }) => departmentId));
  return {
    own: { peopleAffected: useCase.peopleAffected, hours: hoursAYear(useCase) },
    coSponsors: found,
    shared,
    departments: names.filter(({ id }) => sharing.has(id)),
    mayJoin: open && permits(actor, "use-case.join", useCase),
    joined: found.some(({ mine }) => mine),
    mine: authored ? (mayStillEdit(actor, useCase) ? "to-correct" : "closed") : null,
  };
}
