/** The business case of a use case: reading it, and writing it as its form does. */
import { z } from "zod";
import { draftSchema } from "#app/business-cases/schema";
import { contract } from "./contract";
import { instant, moneyAnswer, quarter, reference, said, told, toldAnswer } from "./shapes";

const parameters = z.object({ reference });
const shared = { path: "/use-cases/{reference}/business-case", group: "business-cases" } as const;

export const readBusinessCase = contract({
  ...shared,
  id: "readBusinessCase",
  summary: "api.operation.readBusinessCase",
  method: "GET",
  scope: "read",
  act: "use-case.read",
  parameters,
  query: z.strictObject({
    number: said(
      "api.field.business-case.number",
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .optional(),
    ),
  }),
  answer: z
    .object({
      number: z.int(),
      /** What an edit starts from. */
      version: z.int(),
      frozenAt: said("api.field.business-case.frozenAt", instant.nullable()),
      note: toldAnswer.nullable(),
      firstQuarter: quarter,
      horizonQuarters: z.int(),
      discountRate: z.number(),
      lines: said(
        "api.field.business-case.lines",
        z.array(z.looseObject({ id: z.string(), kind: z.string(), label: toldAnswer })),
      ),
      npv: moneyAnswer,
      payback: said("api.field.payback", z.number().nullable()),
    })
    .meta({ id: "BusinessCase" }),
  refused: [404],
});

export const writeBusinessCase = contract({
  ...shared,
  id: "writeBusinessCase",
  summary: "api.operation.writeBusinessCase",
  method: "POST",
  scope: "write",
  act: "business-case.write",
  parameters,
  once: "optional",
  refused: [403, 404, 409],
  body: z.strictObject({
    startedFrom: said(
      "api.field.business-case.startedFrom",
      z.strictObject({ number: z.int().min(1), version: z.int().min(1) }).nullable(),
    ),
    draft: draftSchema,
    note: told(4_000).nullable().default(null),
  }),
  answer: z.object({ number: z.int(), version: z.int() }),
  example: {
    startedFrom: null,
    draft: {
      firstQuarter: "2027-Q1",
      lines: [
        { kind: "build", label: { fr: "Mise en place", en: "Setting up" }, amount: 3_000_000 },
        { kind: "by-quarter", label: { en: "Subsidy" }, amounts: [0, 500_000, 500_000] },
      ],
    },
  },
});
