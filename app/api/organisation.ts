/** What a program needs to know before it writes: who it acts for, and the names that cases and KPIs point at. */
import { z } from "zod";
import { QUARTER_STATUSES } from "#app/measurement/quarter-life";
import { SCOPES } from "#app/people/api-token";
import { ROLES } from "#app/people/roles";
import { contract } from "./contract";
import { after, departmentAnswer, idInAddress, instant, pageOf, quarter, said, toldAnswer } from "./shapes";

const role = z.enum(ROLES);

export const readMe = contract({
  id: "readMe",
  summary: "api.operation.readMe",
  method: "GET",
  path: "/me",
  group: "organisation",
  scope: "read",
  act: "account.use",
  answer: z.object({
    id: z.int(),
    name: z.string(),
    roles: z.array(role),
    departments: z.array(z.int()),
    token: z.object({ scope: z.enum(SCOPES), expiresAt: instant }),
    organisation: z.object({
      name: z.string(),
      currency: z.string(),
      timeZone: z.string(),
      fiscalFirstMonth: z.int(),
      today: z.string().meta({ format: "date" }),
      quarter,
    }),
  }),
});

export const listDepartments = contract({
  id: "listDepartments",
  summary: "api.operation.listDepartments",
  method: "GET",
  path: "/departments",
  group: "organisation",
  scope: "read",
  act: "person.read",
  answer: z.object({
    items: z.array(departmentAnswer.extend({ code: z.string(), active: z.boolean() }).meta({ id: "ListedDepartment" })),
  }),
});

export const listPeople = contract({
  id: "listPeople",
  summary: "api.operation.listPeople",
  method: "GET",
  path: "/people",
  group: "organisation",
  scope: "read",
  act: "person.read",
  query: z.strictObject({
    q: said("api.field.q.people", z.string().max(200).optional()),
    role: role.optional(),
    department: idInAddress.optional(),
    after,
  }),
  answer: pageOf(
    z
      .object({
        id: z.int(),
        name: z.string(),
        email: z.string(),
        roles: z.array(role),
        departments: z.array(toldAnswer),
      })
      .meta({ id: "ListedPerson" }),
  ),
});

export const listQuarters = contract({
  id: "listQuarters",
  summary: "api.operation.listQuarters",
  method: "GET",
  path: "/quarters",
  group: "organisation",
  scope: "read",
  act: "dashboard.read",
  answer: z.object({
    current: quarter,
    items: z.array(
      z.object({
        quarter,
        status: said("api.field.quarterStatus", z.enum(QUARTER_STATUSES)),
        closedAt: instant.nullable(),
        hash: said("api.field.hash", z.string().nullable()),
      }),
    ),
  }),
});
