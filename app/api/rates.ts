/** What things cost by the central table: values of rates, each from a day on. */
import { z } from "zod";
import { MAX_RATE_PRICE, rateCode } from "#app/business-cases/rate-input";
import { RATE_KINDS } from "#app/business-cases/rates";
import { contract } from "./contract";
import { day, id, said, told, toldAnswer } from "./shapes";

const code = said(
  "api.field.rate.code",
  z
    .string()
    .max(60)
    .refine((typed) => rateCode(typed) === typed, "business-cases.rates.error.code"),
);

const rateAnswer = z
  .object({
    code: said("api.field.rate.code", z.string()),
    kind: z.enum(RATE_KINDS),
    name: toldAnswer,
    department: z.int().nullable(),
    price: said("api.field.rate.price", z.number()),
    unit: toldAnswer.nullable(),
    validFrom: z.string().meta({ format: "date" }),
    held: said("api.field.rate.held", z.boolean()),
    source: toldAnswer.nullable(),
  })
  .meta({ id: "ReferenceRate" });

export const listRates = contract({
  id: "listRates",
  summary: "api.operation.listRates",
  method: "GET",
  path: "/rates",
  group: "business-cases",
  scope: "read",
  act: "use-case.read",
  query: z.strictObject({ on: said("api.field.rate.on", day.optional()) }),
  answer: z.object({ items: z.array(rateAnswer) }),
});

export const setRates = contract({
  id: "setRates",
  summary: "api.operation.setRates",
  method: "POST",
  path: "/rates",
  group: "business-cases",
  scope: "write",
  act: "rate.edit",
  once: "optional",
  refused: [403, 409],
  body: z.strictObject({
    rates: z
      .array(
        z.strictObject({
          code,
          kind: z.enum(RATE_KINDS),
          name: told(120).refine(({ fr, en }) => Boolean(fr || en), "people.input.name-in-one-language"),
          department: id.nullable().default(null),
          price: said("api.field.rate.price", z.number().min(0).max(MAX_RATE_PRICE)),
          unit: told(60).nullable().default(null),
          validFrom: day,
          source: told(200).nullable().default(null),
        }),
      )
      .min(1)
      .max(500),
  }),
  answer: z.object({ added: z.int(), changed: z.int() }),
  example: {
    rates: [
      {
        code: "tokens-1m",
        kind: "unit",
        name: { fr: "Jetons du modèle courant", en: "Tokens of the usual model" },
        price: 250,
        unit: { fr: "par million de jetons", en: "a million tokens" },
        validFrom: "2026-10-01",
        source: { fr: "Tarif public" },
      },
    ],
  },
});

export const RATES = [listRates, setRates] as const;
