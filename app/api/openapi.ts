/** The API's description, OpenAPI 3.1, made of the schemas that the door checks by. */
import { z } from "zod";
import { LOCALES } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { type Contract, GROUPS, isTagged } from "./contract";
import { CONTRACTS } from "./contracts";
import { PROBLEMS, type ProblemStatus } from "./problem";
import { said } from "./shapes";

export type Json = string | number | boolean | null | undefined | Json[] | { [name: string]: Json };
export type Described = { [name: string]: Json };

export const API_ROOT = "/api/v1";

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    request: z.string(),
    missing: said("api.field.problem.missing", z.array(z.string()).optional()),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional(),
          parameter: z.string().optional(),
          header: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: "Problem", says: "api.field.problem" });

/** A schema as JSON Schema, in the reader's language; what it names goes to the components. */
function described(schema: z.ZodType, io: "input" | "output", speech: Speech, components: Described): Described {
  const { t } = speech;
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const { says } = jsonSchema;
      if (typeof says === "string") jsonSchema.description = t(says as Key);
      else if (typeof says === "function") jsonSchema.description = says(speech);
      delete jsonSchema.says;
      delete jsonSchema.id;
      // Programs pass over what they do not know: an answer may say more one day.
      if (io === "output") delete jsonSchema.additionalProperties;
    },
  });
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = JSON.parse(JSON.stringify(made).replaceAll("#/$defs/", "#/components/schemas/"));
  Object.assign(components, $defs);
  return rest;
}

/** What an operation may answer besides what it is for. */
export function refusalsOf(contract: Contract): ProblemStatus[] {
  const { body, edits, once, refused = [], method } = contract;
  const all: (ProblemStatus | false | undefined)[] = [
    // Of an operation that takes nothing, too: a name that nobody knows is no request for it.
    400,
    401,
    contract.scope === "write" && 403,
    ...refused,
    edits && 412,
    ...(body ? ([411, 413, 415] as const) : []),
    ...(contract.takes ? ([411, 413] as const) : []),
    once && 422,
    edits && 428,
    429,
    500,
    503,
    method !== "GET" && contract.scope === "write" && 507,
  ];
  return [...new Set(all.filter((status): status is ProblemStatus => Boolean(status)))].sort((a, b) => a - b);
}

const response = (status: number) => `#/components/responses/${PROBLEMS[status as ProblemStatus]}`;
const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

function parametersOf(contract: Contract, speech: Speech, components: Described): Json[] {
  const { t } = speech;
  const listed = (schema: z.ZodType | undefined, place: "path" | "query"): Json[] => {
    if (!(schema instanceof z.ZodObject)) return [];
    const { properties = {}, required = [] } = described(schema, "input", speech, components);
    const needed = Array.isArray(required) ? required : [];
    return Object.entries(properties as Record<string, Described>).map(([name, { description, ...shape }]) => ({
      name,
      in: place,
      required: place === "path" || needed.includes(name),
      ...(description && { description }),
      schema: shape,
    }));
  };
  const headers: Json[] = [
    { $ref: "#/components/parameters/AcceptLanguage" },
    ...(contract.edits ? [{ $ref: "#/components/parameters/IfMatch" }] : []),
    ...(contract.once
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            required: contract.once === "required",
            description: t("api.header.idempotency-key"),
            schema: { type: "string", pattern: "^[\\x21-\\x7e]{8,200}$" },
          },
        ]
      : []),
  ];
  return [...listed(contract.parameters, "path"), ...listed(contract.query, "query"), ...headers];
}

function operationOf(contract: Contract, speech: Speech, components: Described): Described {
  const { t } = speech;
  const { status = 200, body, example, answer, act, scope, method, once, takes, gives } = contract;
  const permission = t("api.document.needs", { act: t(`people.act.${act}`), scope: t(`people.tokens.scope.${scope}`) });
  const headers: Described = {
    "X-Request-Id": header("RequestId"),
    RateLimit: header("RateLimit"),
    "RateLimit-Policy": header("RateLimitPolicy"),
    ...(isTagged(contract) && { ETag: header("ETag") }),
    ...(status === 201 && { Location: header("Location") }),
    ...(once && { "Idempotency-Replayed": header("IdempotencyReplayed") }),
  };
  return {
    operationId: contract.id,
    tags: [contract.group],
    summary: t(contract.summary),
    description: permission,
    security: [{ token: [] }],
    "x-scope": scope,
    "x-act": act,
    parameters: parametersOf(contract, speech, components),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          "application/json": {
            schema: described(body, "input", speech, components),
            ...(example !== undefined && { example: example as Json }),
          },
        },
      },
    }),
    ...(takes && {
      requestBody: { required: true, content: { "application/octet-stream": { schema: A_FILE } } },
    }),
    responses: {
      [status]: {
        description: t(status === 201 ? "api.document.made" : "api.document.answered"),
        headers,
        content: gives
          ? Object.fromEntries(gives.map((type) => [type, { schema: A_FILE }]))
          : { "application/json": { schema: described(answer, "output", speech, components) } },
      },
      ...(method === "GET" && !gives && { 304: { description: t("api.document.unchanged") } }),
      ...Object.fromEntries(refusalsOf(contract).map((refused) => [refused, { $ref: response(refused) }])),
    },
  };
}

/** Bytes as they are. */
const A_FILE: Described = { type: "string", format: "binary" };

const text = (description: string): Described => ({ description, schema: { type: "string" } });

/** @param origin where the API is, such as `https://casebook.example`; empty is «where this document is» */
export function openApi(speech: Speech, origin: string, version: string): Described {
  const { t } = speech;
  const schemas: Described = {};
  const paths: Record<string, Described> = {};
  for (const contract of CONTRACTS) {
    const { path, method } = contract;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(contract, speech, schemas) };
  }
  const problem = described(z.object({ problem: problemSchema }), "output", speech, schemas).properties as Described;
  const responses = Object.entries(PROBLEMS).map(([status, kind]) => [
    kind,
    {
      description: t(`api.problem.${kind}`),
      headers: {
        "X-Request-Id": header("RequestId"),
        ...(status === "401" && { "WWW-Authenticate": header("WwwAuthenticate") }),
        ...((status === "429" || status === "503") && { "Retry-After": header("RetryAfter") }),
      },
      content: { "application/problem+json": { schema: problem.problem } },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "Casebook",
      version,
      summary: t("api.document.summary"),
      description: t("api.document.description"),
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${origin}${API_ROOT}` }],
    security: [{ token: [] }],
    tags: GROUPS.map((group) => ({ name: group, description: t(`api.group.${group}`) })),
    paths,
    components: {
      schemas,
      responses: Object.fromEntries(responses),
      parameters: {
        IfMatch: {
          name: "If-Match",
          in: "header",
          required: true,
          description: t("api.header.if-match"),
          schema: { type: "string", pattern: '^(W/)?"\\d{1,15}(\\.[\\w-]+)?"$' },
          example: '"7"',
        },
        AcceptLanguage: {
          name: "Accept-Language",
          in: "header",
          required: false,
          description: t("api.header.accept-language"),
          schema: { type: "string", enum: [...LOCALES] },
        },
      },
      headers: {
        RequestId: text(t("api.header.request-id")),
        ETag: text(t("api.header.etag")),
        Location: text(t("api.header.location")),
        RateLimit: text(t("api.header.rate-limit")),
        RateLimitPolicy: text(t("api.header.rate-limit-policy")),
        RetryAfter: { description: t("api.header.retry-after"), schema: { type: "integer", minimum: 0 } },
        WwwAuthenticate: text(t("api.header.www-authenticate")),
        IdempotencyReplayed: { description: t("api.header.replayed"), schema: { type: "string", enum: ["true"] } },
      },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: t("api.document.token") },
      },
    },
  };
}
