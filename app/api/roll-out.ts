/** Where a case is rolled out, who uses it there, and where its users went. */
import { z } from "zod";
import { DESTINATIONS } from "#app/delivery/roll-out/destinations";
import { SITE_STAGES } from "#app/delivery/roll-out/roll-out";
import { contract } from "./contract";
import { day, idInAddress, reference, said, told, toldAnswer, words } from "./shapes";

const date = z.string().meta({ format: "date" });
const count = z.int().min(0).max(1e9);
const siteStage = said("api.field.roll-out.stage", z.enum(SITE_STAGES));
const users = {
  eligible: said("roll-out.field.eligible", z.int().nullable()),
  active: said("roll-out.field.active", z.int().nullable()),
};
const site = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    country: z.string(),
    branch: said("roll-out.branch.hint", z.string()),
    stage: siteStage,
    since: date,
    ...users,
    readOn: date.nullable(),
    moves: z.array(
      z.object({
        from: siteStage.nullable(),
        to: siteStage,
        on: date,
        reason: toldAnswer.nullable(),
        by: z.string().nullable(),
      }),
    ),
    readings: z.array(
      z.object({
        on: date,
        version: said("api.field.roll-out.version", z.int()),
        ...users,
        source: toldAnswer.nullable(),
        by: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "RollOutSite" });
const went = z
  .object({
    kind: z.enum(DESTINATIONS),
    users: z.int().nullable(),
    tool: z.string().nullable(),
    useCase: z.string().nullable(),
    on: date,
  })
  .meta({ id: "UsersWent" });

/** Where the users of a case go that retires: part of its move. */
export const wentTo = said(
  "api.field.move.wentTo",
  z
    .array(
      z.strictObject({
        kind: z.enum(DESTINATIONS),
        to: words(200).nullable().optional(),
        users: count.nullable().optional(),
      }),
    )
    .max(10)
    .optional(),
);

const shared = { group: "delivery" as const, act: "roll-out.write" as const, refused: [403, 404, 409] as const };

export const readRollOut = contract({
  id: "readRollOut",
  summary: "api.operation.readRollOut",
  method: "GET",
  path: "/use-cases/{reference}/roll-out",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ reference }),
  answer: z
    .object({
      sites: z.array(site),
      adoption: said(
        "api.field.roll-out.adoption",
        z.array(
          z.object({ quarter: z.string(), ...users, share: z.number().nullable(), planned: z.number().nullable() }),
        ),
      ),
      plateau: said("api.field.roll-out.plateau", z.number().nullable()),
      usersWentTo: z.array(went),
      usersCameFrom: z.array(went),
    })
    .meta({ id: "RollOut" }),
  refused: [404],
});

export const addSite = contract({
  ...shared,
  id: "addRollOutSite",
  summary: "api.operation.addRollOutSite",
  method: "POST",
  path: "/use-cases/{reference}/roll-out",
  scope: "write",
  parameters: z.object({ reference }),
  body: z.strictObject({
    country: words(60),
    branch: said("roll-out.branch.hint", words(120).nullable().optional()),
    stage: siteStage,
    on: day,
  }),
  answer: site,
  once: "optional",
  example: { country: "DE", stage: "pilot", on: "2026-11-02" },
});

export const moveSite = contract({
  ...shared,
  id: "moveRollOutSite",
  summary: "api.operation.moveRollOutSite",
  method: "PATCH",
  path: "/roll-out-sites/{id}",
  scope: "write",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({ stage: siteStage, on: day, reason: told(2_000).nullable().optional() }),
  answer: site,
  edits: true,
  example: { stage: "withdrawn", on: "2026-11-20", reason: { en: "The branch closed" } },
});

export const readUsers = contract({
  ...shared,
  id: "writeRollOutReading",
  summary: "api.operation.writeRollOutReading",
  method: "POST",
  path: "/roll-out-sites/{id}/readings",
  scope: "write",
  parameters: z.object({ id: idInAddress }),
  body: z.strictObject({
    on: day,
    version: said("api.field.roll-out.version", z.int().min(0).optional()),
    eligible: said("roll-out.field.eligible", count.nullable().optional()),
    active: said("roll-out.field.active", count.nullable().optional()),
    source: said("roll-out.field.source.hint", told(500).nullable().optional()),
  }),
  answer: site,
  once: "optional",
  example: { on: "2026-11-15", eligible: 200, active: 120, source: { en: "Sign-in log" } },
});
