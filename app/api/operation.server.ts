/** An operation with what carries it out: a read over the database, or a command inside one transaction. */
import type { z } from "zod";
import type { Locale } from "#app/kernel/told";
import type { When } from "#app/kernel/when";
import type { TokenHolder } from "#app/people/api-tokens.server";
import type { Organisation } from "#app/people/organisation.server";
import type { Actor } from "#app/people/roles";
import type { Reader, Writer } from "#db/client.server";
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
}

type Handler<Db, Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Answer extends z.ZodType> = (
  db: Db,
  asked: Asked<Path, Query, Body>,
) => Promise<z.input<Answer>>;

export type Operation =
  | { contract: Contract; writes: false; carryOut: Handler<Reader, z.ZodType, z.ZodType, z.ZodType, z.ZodType> }
  | { contract: Contract; writes: true; carryOut: Handler<Writer, z.ZodType, z.ZodType, z.ZodType, z.ZodType> };

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
