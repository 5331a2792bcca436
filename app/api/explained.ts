/** The API's description as people read it: each operation with its fields in a table, made of the same document. */
import { METHODS } from "./contract";
import type { Described, Json } from "./openapi";

export interface Field {
  /** With its way down: `reports[].actual`. */
  name: string;
  /** As programs say it: `string`, `integer`, `"up" | "down"`, a shape's name. */
  type: string;
  required: boolean;
  description: string;
}

export interface ExplainedOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  needs: string;
  parameters: (Field & { place: string })[];
  body: Field[];
  example: string | null;
  answer: { status: string; fields: Field[]; shape: string | null };
  refusals: { status: number; kind: string; title: string }[];
}

export interface ExplainedGroup {
  name: string;
  title: string;
  operations: ExplainedOperation[];
}

export interface ExplainedShape {
  name: string;
  description: string;
  fields: Field[];
}

/** Deeper than this a table says less than the shape itself. */
const DEEPEST = 4;

const asObject = (value: Json): Described =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
const asList = (value: Json): Json[] => (Array.isArray(value) ? value : []);
const asText = (value: Json): string => (typeof value === "string" ? value : "");
const shapeName = (schema: Described): string | null => asText(schema.$ref).split("/").at(-1) || null;

function bounds({ minimum, maximum, minLength, maxLength, format }: Described): string {
  const range = [minimum, maximum].some((end) => end !== undefined && Math.abs(Number(end)) < Number.MAX_SAFE_INTEGER);
  const ends = range ? ` ${minimum ?? ""}…${Number(maximum) < Number.MAX_SAFE_INTEGER ? maximum : ""}` : "";
  const letters = maxLength === undefined ? "" : ` ${minLength ?? 0}…${maxLength}`;
  return `${format ? ` (${format})` : ""}${ends}${letters}`;
}

function typeOf(schema: Described): string {
  const shape = shapeName(schema);
  if (shape) return shape;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = asList(schema.anyOf ?? schema.oneOf);
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeOf(asObject(choice))))].join(" | ");
  if (schema.type === "array") return `${typeOf(asObject(schema.items))}[]`;
  if (isTold(schema)) return "{ fr?, en? }";
  const types = Array.isArray(schema.type) ? schema.type.join(" | ") : asText(schema.type);
  return `${types}${bounds(schema)}`;
}

/** A text in two languages reads as one field. */
const isTold = ({ properties }: Described) => Object.keys(asObject(properties)).join() === "fr,en";

/** The objects that a field may hold, whatever else it may be. */
function inside(schema: Described): { objects: Described[]; step: string } {
  if (isTold(schema)) return { objects: [], step: "" };
  if (schema.type === "array") return { objects: inside(asObject(schema.items)).objects, step: "[]" };
  if (schema.properties) return { objects: [schema], step: "" };
  const choices = asList(schema.anyOf ?? schema.oneOf).map(asObject);
  return { objects: choices.flatMap((choice) => inside(choice).objects), step: "" };
}

function fieldsOf(schema: Described, way = "", depth = 1): Field[] {
  const required = asList(schema.required);
  return Object.entries(asObject(schema.properties)).flatMap(([name, given]) => {
    const field = asObject(given);
    const { objects, step } = inside(field);
    const own = { name: `${way}${name}`, type: objects.length > 0 ? plainType(field) : typeOf(field) };
    const deeper = depth < DEEPEST ? objects.flatMap((one) => fieldsOf(one, `${way}${name}${step}.`, depth + 1)) : [];
    const once = [...new Map(deeper.map((one) => [`${one.name} ${one.type}`, one])).values()];
    return [{ ...own, required: required.includes(name), description: asText(field.description) }, ...once];
  });
}

function plainType(schema: Described): string {
  if (schema.type === "array") return "object[]";
  const mayBeNull = asList(schema.anyOf).some((choice) => asObject(choice).type === "null");
  return mayBeNull ? "object | null" : "object";
}

function explain(document: Described, method: string, path: string, operation: Described): ExplainedOperation {
  const components = asObject(document.components);
  const jsonOf = (content: Json) => asObject(asObject(asObject(content)["application/json"]));
  const body = jsonOf(asObject(operation.requestBody).content);
  const responses = Object.entries(asObject(operation.responses));
  const [status = "", answered] = responses.find(([code]) => code.startsWith("2")) ?? [];
  const answer = asObject(jsonOf(asObject(answered ?? {}).content).schema);
  return {
    id: asText(operation.operationId),
    method: method.toUpperCase(),
    path,
    summary: asText(operation.summary),
    needs: asText(operation.description),
    parameters: asList(operation.parameters).map((given) => {
      const shared = shapeName(asObject(given));
      const parameter = shared ? asObject(asObject(components.parameters)[shared]) : asObject(given);
      return {
        name: asText(parameter.name),
        place: asText(parameter.in),
        type: typeOf(asObject(parameter.schema)),
        required: parameter.required === true,
        description: asText(parameter.description),
      };
    }),
    body: fieldsOf(asObject(body.schema)),
    example: body.example === undefined ? null : JSON.stringify(body.example, null, 2),
    answer: { status, fields: fieldsOf(answer), shape: shapeName(answer) },
    refusals: responses.flatMap(([code, response]) => {
      const kind = shapeName(asObject(response));
      if (!kind) return [];
      const title = asText(asObject(asObject(components.responses)[kind]).description);
      return [{ status: Number(code), kind, title }];
    }),
  };
}

/** A group's operations, and the shapes of which they speak. */
export type ExplainedPart = ExplainedGroup & { shapes: ExplainedShape[] };

const words = (fields: readonly Field[]): string[] => fields.flatMap(({ type }) => type.match(/\w+/g) ?? []);

/** The shapes that these operations name, and those that these shapes name in their turn. */
function shapesOf(operations: readonly ExplainedOperation[], shapes: readonly ExplainedShape[]): ExplainedShape[] {
  const named = new Set(
    operations.flatMap(({ body, answer, parameters }) => [
      answer.shape ?? "",
      ...words([...parameters, ...body, ...answer.fields]),
    ]),
  );
  let found: ExplainedShape[] = [];
  for (;;) {
    const next = shapes.filter(({ name }) => named.has(name));
    if (next.length === found.length) return next;
    found = next;
    for (const word of found.flatMap(({ fields }) => words(fields))) named.add(word);
  }
}

/** One group of the description with all that it takes to use it; null where there is none of that name. */
export function explainedPart(document: Described, group: string): ExplainedPart | null {
  const { groups, shapes } = explained(document);
  const found = groups.find(({ name }) => name === group);
  return found ? { ...found, shapes: shapesOf(found.operations, shapes) } : null;
}

export function explained(document: Described): { groups: ExplainedGroup[]; shapes: ExplainedShape[] } {
  const operations = Object.entries(asObject(document.paths)).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = asObject(methods)[method.toLowerCase()];
      return operation ? [{ group: asText(asList(asObject(operation).tags)[0]), path, method, operation }] : [];
    }),
  );
  const groups = asList(document.tags).map((tag) => {
    const name = asText(asObject(tag).name);
    return {
      name,
      title: asText(asObject(tag).description),
      operations: operations
        .filter(({ group }) => group === name)
        .map(({ method, path, operation }) => explain(document, method, path, asObject(operation))),
    };
  });
  const shapes = Object.entries(asObject(asObject(document.components).schemas)).map(([name, given]) => {
    const schema = asObject(given);
    return { name, description: asText(schema.description), fields: fieldsOf(schema) };
  });
  return { groups, shapes };
}
