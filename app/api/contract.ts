/** What an operation of the API takes and answers, as data: the door checks by it, and the description is made of it. */
import { z } from "zod";
import type { Key } from "#app/locales/keys";
import type { Scope } from "#app/people/api-token";
import type { Act } from "#app/people/permissions";

export const METHODS = ["GET", "POST", "PATCH"] as const;
export type Method = (typeof METHODS)[number];

/** What the API is parted into, in the order of its description. */
export const GROUPS = [
  "use-cases",
  "campaigns",
  "assessment",
  "kpis",
  "reports",
  "dashboard",
  "business-cases",
  "committee",
  "ai-act",
  "safeguards",
  "delivery",
  "portfolio",
  "organisation",
] as const;
export type Group = (typeof GROUPS)[number];

/** Why a command may say no, beyond what every operation may answer. */
export type Refused = 403 | 404 | 409;

export interface Contract<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** What generated clients call it, such as `listUseCases`; `api.operation.…` says it in both languages. */
  id: string;
  summary: Key;
  method: Method;
  /** Below /api/v1, such as `/use-cases/{reference}`. */
  path: string;
  group: Group;
  scope: Scope;
  /** The row of the permission table that is asked. */
  act: Act;
  parameters?: Path;
  query?: Query;
  body?: Body;
  /** What is sent is a file as it is, of at most so many megabytes, and not JSON. */
  takes?: { megabytes: number };
  /** What is answered is a file as it is, of one of these types, and not JSON. */
  gives?: readonly string[];
  answer: Answer;
  /** 201 where something is made. */
  status?: 200 | 201;
  /** Where what was made is, below /api/v1. */
  location?: (answer: z.output<Answer>) => string;
  /** An edit that must say by `If-Match` which version it started from. */
  edits?: true;
  /** Whether the same request sent again is done once, by its `Idempotency-Key`. */
  once?: "required" | "optional";
  refused?: readonly Refused[];
  /** A body that could be sent, for people to start from. */
  example?: z.input<Body>;
}

/** Lets the compiler hold an operation together: its example to its body, its handler to its answer. */
export function contract<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(of: Contract<Path, Query, Body, Answer>): Contract<Path, Query, Body, Answer> {
  return of;
}

/** Whether its answer is named by an ETag: what is read, and whatever has a version that an edit may start from. */
/** Of a file that is answered, its own operation says it. */
export const isTagged = ({ method, answer, gives }: Pick<Contract, "method" | "answer" | "gives">): boolean =>
  (method === "GET" && !gives) || (answer instanceof z.ZodObject && "version" in answer.shape);
