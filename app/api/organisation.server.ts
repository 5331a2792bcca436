import { knownQuarters } from "#app/measurement/quarters.server";
import { listDepartments as readDepartments } from "#app/people/departments.server";
import { listPeople as readPeople } from "#app/people/directory.server";
import { reads } from "./operation.server";
import * as contracts from "./organisation";
import { Turned } from "./problem";
import { instantOf } from "./shapes";

export const readMe = reads(contracts.readMe, async (_db, { actor, holder, organisation, when }) => ({
  id: actor.personId,
  name: actor.name,
  roles: [...actor.roles],
  departments: [...actor.departmentIds],
  token: { scope: holder.scope, expiresAt: holder.expiresAt.toISOString() },
  organisation: {
    name: organisation.name,
    currency: organisation.currency,
    timeZone: organisation.timeZone,
    fiscalFirstMonth: organisation.fiscalFirstMonth,
    today: when.today,
    quarter: when.quarter,
  },
}));

export const listDepartments = reads(contracts.listDepartments, async (db) => ({
  items: (await readDepartments(db)).map(({ id, name, code, active }) => ({ id, name, code, active })),
}));

export const listPeople = reads(contracts.listPeople, async (db, { query }) => {
  const { q = null, role = null, department = null, after } = query;
  if (after !== undefined && !/^\d{1,15}$/.test(after)) {
    throw new Turned(400, "api.refusal.malformed", {}, [{ parameter: "after", key: "api.fault.after" }]);
  }
  const filter = { words: q, role, departmentId: department, status: "active", before: null } as const;
  const { rows, next } = await readPeople(db, { ...filter, after: after === undefined ? null : Number(after) });
  return {
    items: rows.map(({ id, name, email, roles, departments }) => ({ id, name, email, roles, departments })),
    next: next === null ? null : String(next),
  };
});

export const listQuarters = reads(contracts.listQuarters, async (db, { when }) => ({
  current: when.quarter,
  items: (await knownQuarters(db)).map(({ quarter, status, closedAt, hash }) => ({
    quarter,
    status,
    closedAt: closedAt === null ? null : instantOf(closedAt),
    hash,
  })),
}));
