/** The registers of vendors, models and data sets, one set of operations each, made of what the registers hold. */
import { z } from "zod";
import { type Field, fieldsOf, POINTED, REGISTERS, type Register } from "#app/delivery/registers/fields";
import { SHOWN, SORTS } from "#app/delivery/registers/query";
import type { Key } from "#app/locales/keys";
import { contract } from "./contract";
import { day, id, idInAddress, moneyAnswer, pageOf, paging, said, saying, told, toldAnswer, words } from "./shapes";

const NOUNS = { vendors: "Vendor", models: "Model", "data-sets": "DataSet" } as const;

/** What a field means, where its label alone would not say it. */
const labelled = <Schema extends z.ZodType>({ kind, name }: Field, schema: Schema): Schema =>
  said(kind === "price" ? "api.field.unitPrice" : (`registers.field.${name as "name"}` satisfies Key), schema);

function sentAs(field: Field): z.ZodType {
  switch (field.kind) {
    case "text":
      return words(field.most);
    case "told":
      return told(field.most);
    case "choice":
      return z.enum(field.options);
    case "day":
      return day;
    case "yes-no":
      return z.boolean();
    case "whole":
      return z.int().min(0).max(field.most);
    case "price":
      return z.number().min(0).max(1e12);
    case "amount":
      return z.int().min(0).max(1e14);
    default:
      return id;
  }
}

function answeredAs(field: Field): z.ZodType {
  if (field.kind === "told") return toldAnswer;
  if (field.kind === "amount") return moneyAnswer;
  if (field.kind === "price") return priceAnswer;
  if (field.kind === "day") return z.string().meta({ format: "date" });
  return field.kind === "choice"
    ? z.enum(field.options)
    : field.kind === "yes-no"
      ? z.boolean()
      : field.kind === "text"
        ? z.string()
        : POINTED.some((kind) => kind === field.kind) || field.kind === "whole"
          ? z.int()
          : z.number();
}

const priceAnswer = z
  .object({ minor: z.number(), currency: z.string().length(3) })
  .meta({ id: "UnitPrice", says: "api.field.unitPrice" });

/** What is sent in minor units says so in its name: nobody must guess between euros and cents. */
export const sentName = ({ kind, name }: Field) => (kind === "price" ? `${name}Minor` : name);

/** Amounts are said in minor units under their own name, and answered with their currency. */
export const answerName = ({ name }: { name: string }) => name.replace(/Minor$/, "");

function shapesOf(register: Register) {
  const fields = fieldsOf(register);
  const create = Object.fromEntries(
    fields.map((field) => [
      sentName(field),
      labelled(field, field.required ? sentAs(field) : sentAs(field).nullable().optional()),
    ]),
  );
  const update = Object.fromEntries(
    fields.map((field) => [
      sentName(field),
      labelled(field, field.required ? sentAs(field).optional() : sentAs(field).nullable().optional()),
    ]),
  );
  const entry = z
    .object({
      id: z.int(),
      version: said("api.field.version", z.int()),
      retiredOn: said("api.field.register.retiredOn", z.string().meta({ format: "date" }).nullable()),
      retiredReason: toldAnswer.nullable(),
      ...Object.fromEntries(
        fields.map((field) => [
          answerName(field),
          labelled(field, field.required ? answeredAs(field) : answeredAs(field).nullable()),
        ]),
      ),
    })
    .meta({ id: NOUNS[register] });
  return { create: z.strictObject(create), update: z.strictObject(update), entry };
}

const EXAMPLES = {
  vendors: { name: "Nova Cloud", type: "large-tech", country: "US", renewsOn: "2027-06-30", noticeDays: 60 },
  models: {
    vendorId: 1,
    name: "Nova Large",
    release: "3.1",
    modality: "text",
    priceMinor: 0.00008,
    priceUnit: "token",
  },
  "data-sets": { name: "Customer letters 2026", sensitivity: "confidential", personalData: true },
};

function operationsOf<Of extends Register>(register: Of) {
  const noun = NOUNS[register];
  const { create, update, entry } = shapesOf(register);
  const path = `/registers/${register}`;
  const shared = { group: "delivery" as const, act: "vendor.write" as const, refused: [403, 404, 409] as const };
  const one = { ...shared, parameters: z.object({ id: idInAddress }) };
  return {
    list: contract({
      id: `list${noun}s`,
      summary: `api.operation.register.list.${register}`,
      method: "GET",
      path,
      group: "delivery",
      scope: "read",
      act: "use-case.read",
      query: z.strictObject({
        ...paging,
        q: said("api.field.register.q", z.string().max(200).optional()),
        kind: said("api.field.register.kind", z.string().max(40).optional()),
        show: said("api.field.register.show", z.enum(SHOWN).optional()),
        sort: said("api.field.register.sort", z.enum(SORTS).optional()),
      }),
      answer: pageOf(
        z
          .object({
            id: z.int(),
            name: z.string(),
            kind: said("api.field.register.kind", z.string().nullable()),
            owner: z.string().nullable(),
            dueOn: said("api.field.register.dueOn", z.string().meta({ format: "date" }).nullable()),
            useCases: said("api.field.register.useCases", z.int()),
            retiredOn: said("api.field.register.retiredOn", z.string().meta({ format: "date" }).nullable()),
          })
          .meta({ id: `${noun}Line` }),
      ),
    }),
    read: contract({
      ...one,
      id: `read${noun}`,
      summary: `api.operation.register.read.${register}`,
      method: "GET",
      path: `${path}/{id}`,
      scope: "read",
      act: "use-case.read",
      answer: entry,
      refused: [404],
    }),
    create: contract({
      ...shared,
      id: `create${noun}`,
      summary: `api.operation.register.create.${register}`,
      method: "POST",
      path,
      scope: "write",
      body: create,
      answer: entry,
      status: 201,
      location: (made) => `${path}/${made.id}`,
      once: "optional",
      example: EXAMPLES[register],
    }),
    update: contract({
      ...one,
      id: `update${noun}`,
      summary: `api.operation.register.update.${register}`,
      method: "PATCH",
      path: `${path}/{id}`,
      scope: "write",
      body: update,
      answer: entry,
      edits: true,
      example: {},
    }),
    turn: contract({
      ...one,
      id: `retire${noun}`,
      summary: `api.operation.register.retire.${register}`,
      method: "POST",
      path: `${path}/{id}/retirement`,
      scope: "write",
      body: z.strictObject({
        retired: said("api.field.register.retired", z.boolean()),
        reason: saying(2_000),
      }),
      answer: entry,
      edits: true,
      example: { retired: true, reason: { en: "The contract ended" } },
    }),
  };
}

export const VENDOR_OPERATIONS = operationsOf("vendors");
export const MODEL_OPERATIONS = operationsOf("models");
export const DATA_SET_OPERATIONS = operationsOf("data-sets");

const OPERATIONS = [VENDOR_OPERATIONS, MODEL_OPERATIONS, DATA_SET_OPERATIONS];

export const importRegister = contract({
  id: "importRegister",
  summary: "api.operation.importRegister",
  method: "POST",
  path: "/register-files/{register}",
  group: "delivery",
  scope: "write",
  act: "vendor.write",
  parameters: z.object({ register: z.enum(REGISTERS) }),
  body: z.strictObject({
    csv: said("api.field.register.csv", z.string().min(1).max(2_000_000)),
    run: said("api.field.register.run", z.boolean().optional()),
  }),
  answer: z.object({
    sentence: said("api.field.register.sentence", z.string()),
    planned: said(
      "api.field.register.planned",
      z.object({ added: z.int(), changed: z.int(), same: z.int() }).meta({ id: "PlannedLines" }),
    ),
    written: said("api.field.register.written", z.boolean()),
    ignored: said("api.field.register.ignored", z.array(z.string())),
    faults: said(
      "api.field.register.faults",
      z.array(z.object({ line: z.int(), column: z.string().nullable(), fault: z.string() })),
    ),
  }),
  refused: [403, 404, 409],
  example: { csv: "Name,Type\nNova Cloud,Large tech\n", run: false },
});

export const exportRegister = contract({
  id: "exportRegister",
  summary: "api.operation.exportRegister",
  method: "GET",
  path: "/register-files/{register}",
  group: "delivery",
  scope: "read",
  act: "use-case.read",
  parameters: z.object({ register: z.enum(REGISTERS) }),
  gives: ["text/csv"],
  answer: z.string(),
  refused: [404],
});

const linked = z.object({ id: z.int(), name: z.string(), component: toldAnswer.nullable() });
const components = z
  .object({
    vendors: z.array(z.object({ id: z.int(), name: z.string() })),
    models: said("api.field.register.component", z.array(linked)),
    dataSets: said("api.field.register.component", z.array(linked)),
  })
  .meta({ id: "CaseComponents" });
const ofCase = {
  group: "delivery" as const,
  parameters: z.object({ reference: z.string().regex(/^[Uu][Cc]-\d{1,12}$/) }),
};

export const listComponents = contract({
  ...ofCase,
  id: "listComponents",
  summary: "api.operation.listComponents",
  method: "GET",
  path: "/use-cases/{reference}/components",
  scope: "read",
  act: "use-case.read",
  answer: components,
  refused: [404],
});

export const setComponent = contract({
  ...ofCase,
  id: "setComponent",
  summary: "api.operation.setComponent",
  method: "POST",
  path: "/use-cases/{reference}/components",
  scope: "write",
  act: "vendor.write",
  body: z.strictObject({
    register: z.enum(REGISTERS),
    id,
    linked: said("api.field.register.linked", z.boolean()),
    component: said("api.field.register.component", told(300).nullable().optional()),
  }),
  answer: components,
  refused: [403, 404, 409],
  example: { register: "models", id: 1, linked: true, component: { en: "Drafts the answer" } },
});

export const REGISTER_CONTRACTS = [
  ...OPERATIONS.flatMap(({ list, read, create, update, turn }) => [list, read, create, update, turn]),
  importRegister,
  exportRegister,
  listComponents,
  setComponent,
];
