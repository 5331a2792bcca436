/** Operations on files of many use cases: on their way out in a shape, and on their way in. */
import { z } from "zod";
import { XLSX } from "#app/business-cases/workbook";
import { EXPORT_SHAPES } from "#app/portfolio/shapes/shape";
import { ROWS_SHOWN } from "#app/use-cases/import/import-input";
import { LIMITS } from "#app/use-cases/import/limits";
import { ELSEWHERE } from "#app/use-cases/import/mapping";
import { ACTS } from "#app/use-cases/import/plan";
import { GROUPS as LIST_GROUPS } from "#app/use-cases/list/order";
import { COLUMNS } from "#app/use-cases/list/shown";
import { contract } from "./contract";
import { day, idInAddress, said } from "./shapes";
import { listFilters } from "./use-case-list";

export const CSV = "text/csv";

const columnList = new RegExp(`^(${COLUMNS.join("|")})(,(${COLUMNS.join("|")}))*$`);

export const exportUseCases = contract({
  id: "exportUseCases",
  summary: "api.operation.exportUseCases",
  method: "GET",
  path: "/use-case-export",
  group: "use-cases",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({
    ...listFilters,
    shape: said("api.field.export.shape", z.enum(EXPORT_SHAPES).optional()),
    format: said("api.field.export.format", z.enum(["csv", "xlsx", "json"]).optional()),
    group: said("api.field.export.group", z.enum(LIST_GROUPS).optional()),
    columns: said("api.field.export.columns", z.string().regex(columnList).optional()),
  }),
  gives: [CSV, XLSX, "application/json"],
  answer: z.unknown(),
});

const change = z.object({ field: z.string(), before: z.string().nullable(), after: z.string() });

const importAnswer = z
  .object({
    id: z.int(),
    version: said("api.field.version", z.int()),
    fileName: z.string(),
    status: said("api.field.import.status", z.enum(["uploaded", "running", "done", "failed"])),
    percent: said("api.field.import.percent", z.int()),
    source: said("api.field.import.source", z.string()),
    preset: z.string().nullable(),
    own: said("api.field.import.own", z.boolean()),
    problem: said("api.field.import.problem", z.string().nullable()),
    counts: said(
      "api.field.import.counts",
      z
        .object({
          ...Object.fromEntries(ACTS.map((act) => [act, z.int()])),
          unknownStages: z.int(),
          unknownDepartments: z.int(),
          newDepartments: z.int(),
          conflicts: z.int(),
          moved: z.int().optional(),
          gone: z.int().optional(),
          alike: z.int().optional(),
          asked: z.int().optional(),
        })
        .nullable(),
    ),
    changing: said("api.field.import.changing", z.array(z.string())),
    rows: said(
      "api.field.import.rows",
      z.array(
        z.object({
          line: z.int(),
          act: z.enum(ACTS),
          externalId: z.string(),
          useCase: z.string().nullable(),
          alike: said(
            "api.field.import.alike",
            z.object({ useCase: z.string(), taken: z.boolean(), asked: z.boolean(), joinable: z.boolean() }).nullable(),
          ),
          title: z.string(),
          changes: z.array(change),
          conflicts: z.array(change),
          problems: z.array(z.string()),
        }),
      ),
    ),
    gone: said("api.field.import.gone", z.array(z.string())),
  })
  .meta({ id: "Import" });

const shared = { group: "use-cases", act: "use-case.import" } as const;
const parameters = z.object({ id: idInAddress });

export const uploadImport = contract({
  ...shared,
  id: "uploadImport",
  summary: "api.operation.uploadImport",
  method: "POST",
  path: "/imports",
  scope: "write",
  query: z.strictObject({ name: said("api.field.file.name", z.string().min(1).max(255)) }),
  takes: { megabytes: LIMITS.bytes / 1024 / 1024 },
  answer: importAnswer,
  status: 201,
  location: ({ id }) => `/imports/${id}`,
  refused: [403],
});

export const readImport = contract({
  ...shared,
  id: "readImport",
  summary: "api.operation.readImport",
  method: "GET",
  path: "/imports/{id}",
  scope: "read",
  parameters,
  query: z.strictObject({
    rows: said("api.field.import.rowsShown", z.enum(ROWS_SHOWN).optional()),
    page: z
      .string()
      .regex(/^[1-9]\d{0,4}$/)
      .optional(),
  }),
  answer: importAnswer,
  refused: [403, 404],
});

const rowIds = z.array(z.string().min(1).max(LIMITS.externalId)).max(LIMITS.others).optional();

export const runImport = contract({
  ...shared,
  id: "runImport",
  summary: "api.operation.runImport",
  method: "POST",
  path: "/imports/{id}/run",
  scope: "write",
  parameters,
  body: z.strictObject({
    version: said("api.field.version", z.int().min(1)),
    leaveOut: said("api.field.import.leaveOut", z.boolean().optional()),
    asOf: said("api.field.import.asOf", day.nullable().optional()),
    others: said("api.field.import.others", rowIds),
    same: said("api.field.import.same", rowIds),
    elsewhere: said("api.field.import.elsewhere", z.enum(ELSEWHERE).optional()),
  }),
  answer: importAnswer,
  refused: [403, 404, 409],
  example: { version: 1, leaveOut: false },
});
