/** An operation with what carries it out: a read over the database, or a command inside one transaction. */
import type { AppLoadContext } from "@remix-run/node";
import type { z } from "zod";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { TokenHolder } from "#app/people/api-tokens.server";
import type { Organisation } from "#app/people/organisation.server";
import type { Actor } from "#app/people/roles";
import type { Database, Reader, Writer } from "#db/client.server";
import type { Contract } from "./contract";
import type { InMoney } from "./shapes";

/** What a handler is asked with: all of it checked. */
export interface Asked<Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  parameters: z.output<Path>;
  query: z.output<Query>;
  body: z.output<Body>;
  actor: Actor & { personId: number };
  holder: TokenHolder;
  organisation: Organisation;
  money: InMoney;
  locale: Locale;
  when: When;
  /** The version that an edit started from; 0 where the operation is no edit. */
  version: number;
  /** Says when the program has gone before it was answered. */
  signal: AbortSignal;
  /** Begins something once what is written here is kept; the program is not kept waiting for it. */
  later(work: (database: Database) => Promise<void>): void;
}

type Handler<Db, Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = (
  db: Db,
  asked: Asked<Path, Query, Body>,
) => Promise<z.input<Answer>>;

/** What a command needs that writes more than once: a file on its way in, or work that goes on after the answer. */
export interface Surroundings {
  /** What was sent, as it comes. */
  bytes: AsyncIterable<Uint8Array>;
  clock: () => Date;
  log: AppLoadContext["log"];
}

type Own<Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = (
  database: Database,
  asked: Asked<Path, Query, Body>,
  around: Surroundings,
) => Promise<z.input<Answer>>;

/** A file as it is answered. */
export interface Given {
  headers: Record<string, string>;
  body: ReadableStream<Uint8Array>;
}

type Giving<Path extends z.ZodType, Query extends z.ZodType> = (
  database: Database,
  asked: Asked<Path, Query, z.ZodType>,
) => Promise<Given>;

export type Operation =
  | { contract: Contract; writes: false; carryOut: Handler<Reader, z.ZodType, z.ZodType, z.ZodType, z.ZodType> }
  | { contract: Contract; writes: true; carryOut: Handler<Writer, z.ZodType, z.ZodType, z.ZodType, z.ZodType> }
  | { contract: Contract; writes: "itself"; carryOut: Own<z.ZodType, z.ZodType, z.ZodType, z.ZodType> }
  | { contract: Contract; writes: "nothing, and gives a file"; carryOut: Giving<z.ZodType, z.ZodType> };

export function reads<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(contract: Contract<Path, Query, Body, Answer>, carryOut: Handler<Reader, Path, Query, Body, Answer>): Operation {
  return { contract, writes: false, carryOut: carryOut as Handler<Reader, z.ZodType, z.ZodType, z.ZodType, z.ZodType> };
}

export function writes<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(contract: Contract<Path, Query, Body, Answer>, carryOut: Handler<Writer, Path, Query, Body, Answer>): Operation {
  return { contract, writes: true, carryOut: carryOut as Handler<Writer, z.ZodType, z.ZodType, z.ZodType, z.ZodType> };
}

/** An operation that opens its own transactions: each of them whole, the operation not. */
export function writesItself<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(contract: Contract<Path, Query, Body, Answer>, carryOut: Own<Path, Query, Body, Answer>): Operation {
  return { contract, writes: "itself", carryOut: carryOut as Own<z.ZodType, z.ZodType, z.ZodType, z.ZodType> };
}

/** An operation that answers a file. */
export function gives<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
>(contract: Contract<Path, Query, Body, Answer>, carryOut: Giving<Path, Query>): Operation {
  return { contract, writes: "nothing, and gives a file", carryOut: carryOut as Giving<z.ZodType, z.ZodType> };
}
