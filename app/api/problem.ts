/** How the API says no: problem details (RFC 9457), each fault at its place. */
import type { z } from "zod";
import { Refusal, type RefusalStatus } from "#app/kernel/refusal";
import type { Key, Values } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { GateClosed } from "#app/use-cases/gate-closed";

/** Kinds of problem by status; `/api#problem-…` says what each means. */
export const PROBLEMS = {
  400: "malformed",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  405: "wrong-method",
  409: "refused",
  411: "no-length",
  412: "changed-meanwhile",
  413: "too-large",
  415: "not-json",
  422: "key-reused",
  423: "locked",
  428: "version-missing",
  429: "too-many-requests",
  500: "fault",
  503: "not-available",
  507: "full",
} as const satisfies Record<number, string>;
export type ProblemStatus = keyof typeof PROBLEMS;

/** Where a fault is: in the body by JSON Pointer (RFC 6901), or in the address or a header by name. */
export type Place = { pointer: string } | { parameter: string } | { header: string };

export type Fault = Place & { detail: string };

export interface Problem {
  type: string;
  title: string;
  status: ProblemStatus;
  detail: string;
  /** The request's id, as the log has it. */
  request: string;
  /** What a gate that was refused misses, each by its key. */
  missing?: readonly string[];
  errors?: Fault[];
}

/** A no that the door itself says, before a command is asked. */
export class Turned extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly key: Key,
    readonly values: Values = {},
    readonly faults: readonly (Place & { key: Key; values?: Values })[] = [],
  ) {
    super(`${status} ${key}`);
  }
}

/** What a command refused of one part of the body. */
export class RefusedAt extends Refusal {
  readonly path: readonly PropertyKey[];
  constructor({ status, key, values }: Refusal, path: readonly PropertyKey[]) {
    super(status, key, values);
    this.path = path;
  }
}

/** Lets a command refuse one part of the body: the program is told which. */
export async function at<Result>(path: readonly PropertyKey[], work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (problem) {
    throw problem instanceof Refusal ? new RefusedAt(problem, path) : problem;
  }
}

/** A JSON Pointer as a URI fragment: `#/reports/3/actual`. */
export function pointerTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => encodeURIComponent(String(step).replaceAll("~", "~0").replaceAll("/", "~1")));
  return ["#", ...steps].join("/");
}

const isKey = (message: string): message is Key => /^[a-z-]+\.[a-z.-]+$/i.test(message);

// Zod says of a whole number beyond the exact ones that it is a too big `int`, and not a `number`.
const numeric = ({ origin }: { origin: string }) => ["number", "int", "bigint"].includes(origin);

/** Beyond the exact whole numbers where the schema's own bound is beyond already: that one is what helps. */
const saidAlready = (issue: z.core.$ZodIssue, all: readonly z.core.$ZodIssue[]): boolean =>
  (issue.code === "too_big" || issue.code === "too_small") &&
  issue.origin === "int" &&
  all.some((other) => other !== issue && other.code === issue.code && String(other.path) === String(issue.path));

/** What a schema found, in words: our own where the schema says them, else by the kind of fault. */
function worded(issue: z.core.$ZodIssue): { key: Key; values?: Values } {
  const limit = "maximum" in issue ? Number(issue.maximum) : "minimum" in issue ? Number(issue.minimum) : undefined;
  // A shape's own sentence says what it is; a name that it does not have is told as that name.
  if (issue.code === "unrecognized_keys") return { key: "api.fault.unknown", values: { name: issue.keys[0] ?? "" } };
  if (isKey(issue.message)) {
    // A rule's own fault may say its values beside its key.
    const own = issue.code === "custom" ? (issue.params as Values | undefined) : undefined;
    const values = { ...own, ...(limit !== undefined && { limit }) };
    return { key: issue.message, ...(Object.keys(values).length > 0 && { values }) };
  }
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? { key: "desk.input.required" }
        : { key: "api.fault.type", values: { expected: issue.expected } };
    case "too_big":
      return {
        key: numeric(issue) ? "api.fault.too-big" : "api.fault.too-long",
        values: { limit: limit ?? 0 },
      };
    case "too_small":
      return {
        key: numeric(issue) ? "api.fault.too-small" : "api.fault.too-short",
        values: { limit: limit ?? 0 },
      };
    case "invalid_value":
      return { key: "api.fault.one-of", values: { values: issue.values.map(String).join(", ") } };
    default:
      return { key: "api.fault.shape" };
  }
}

/** A union's own issue says only that nothing fits: where all but one choice fail at once, that one tells more. */
function plainly(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union" || isKey(issue.message)) return [issue];
  const deep = issue.errors.filter((issues) => issues.some((one) => one.path.length > 0));
  const told = deep.length === 1 ? deep[0] : undefined;
  return told ? told.flatMap((one) => plainly({ ...one, path: [...issue.path, ...one.path] })) : [issue];
}

/** As far as the path goes in what was sent: a schema may look into what it made of it, such as one number for three. */
function asSent(path: readonly PropertyKey[], sent: unknown): readonly PropertyKey[] {
  let part = sent;
  for (const [depth, step] of path.entries()) {
    if (typeof part !== "object" || part === null) return path.slice(0, depth);
    part = Object.getOwnPropertyDescriptor(part, step)?.value;
  }
  return path;
}

/** Each fault of a body, an address or its parameters, at its place in what was sent, and once. */
export function faultsOf(
  error: z.ZodError,
  place: (path: readonly PropertyKey[]) => Place,
  sent: unknown,
): (Place & { key: Key; values?: Values })[] {
  const issues = error.issues.flatMap(plainly);
  const faults = issues
    .filter((issue) => !saidAlready(issue, issues))
    .flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((name) => ({ ...place([...issue.path, name]), ...worded({ ...issue, keys: [name] }) }))
        : [{ ...place(asSent(issue.path, sent)), ...worded(issue) }],
    );
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

export const inBody = (path: readonly PropertyKey[]): Place => ({ pointer: pointerTo(path) });
export const inAddress = (path: readonly PropertyKey[]): Place => ({ parameter: String(path[0] ?? "") });

const known = (status: number): status is ProblemStatus => status in PROBLEMS;

/** @param edits whether the operation asks its version in If-Match: then «somebody changed it» is a failed precondition */
export function problemOf(no: Turned | Refusal, speech: Speech, request: string, edits = false): Problem {
  const status: ProblemStatus | RefusalStatus =
    edits && no instanceof Refusal && no.key === "desk.refusal.stale" ? 412 : no.status;
  const said = (key: Key, values: Values = {}) => speech.t(key, values);
  const faults =
    no instanceof Turned
      ? no.faults
      : no instanceof RefusedAt
        ? [{ ...inBody(no.path), key: no.key, values: no.values }]
        : [];
  const kind = known(status) ? status : 500;
  return {
    type: `/api#problem-${PROBLEMS[kind]}`,
    title: said(`api.problem.${PROBLEMS[kind]}`),
    status: kind,
    detail: said(no.key, no.values),
    request,
    ...(no instanceof GateClosed && { missing: [...no.missing] }),
    ...(faults.length && {
      errors: faults.map(({ key, values, ...place }) => ({ ...place, detail: said(key, values) })),
    }),
  };
}
