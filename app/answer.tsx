/** What routes hand to their pages, with types: answers of loaders, rejections of actions, failures. */
import { useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { type FieldErrors, typedNumber } from "#app/kernel/input";
import type { Key, Values } from "#app/locales/keys";
import { useSpeech } from "#app/locales/use-speech";
import { useRefused } from "./refused";

/** Refused because somebody else changed the record since this form was opened. */
export const STALE = "desk.refusal.stale" satisfies Key;

/** A form that was malformed or refused: why, and all that was typed. */
export interface Rejection {
  errors: FieldErrors;
  refusal?: { key: Key; values: Values };
  stale?: boolean;
  typed: Record<string, string>;
  /** What was ticked in fields that send several values: those named `…[]`. */
  chosen: Record<string, string[]>;
}

/** Whether a form of the page being drawn tells of the rejection. Pages are drawn once, from top to bottom. */
export const ToldByForm = createContext<{ told: boolean }>({ told: false });

/** Why a page could not be shown. */
export type Failure =
  | {
      refusal: { key: Key; values: Values } /** What was typed into the form that led here. */;
      written?: Rejection["typed"];
    }
  | { fault: string };

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** What a resource could not answer to a browser, for the page that says so. */
    failed?: { status: number; failure: Failure };
  }
}

/** What this route's loader answered. Loaders answer plain JSON values, so their type is the truth on both sides. */
export function useAnswer<Loader extends (args: never) => Promise<unknown>>(): Exclude<
  Awaited<ReturnType<Loader>>,
  Response
> {
  return useLoaderData() as Exclude<Awaited<ReturnType<Loader>>, Response>;
}

export interface FormState {
  rejection: Rejection | undefined;
  /** Sentences by field name, for `ErrorSummary`. */
  errors: Record<string, string>;
  /** The sentence with which the act as a whole was refused. */
  refusal: ReactNode;
  /** Spread into a field: its name, what was typed (or what is stored), and what is wrong with it. */
  field(name: string, stored?: string | number | null): { name: string; value: string; error: string | undefined };
  /** The same for a group of boxes named `…[]`: what was ticked, or what is stored. */
  choices(
    name: `${string}[]`,
    stored?: readonly string[],
  ): { name: string; values: readonly string[]; error: string | undefined };
}

function useRejection(forIntent: string | undefined, about: Readonly<Record<string, string>>): Rejection | undefined {
  const data = useActionData() as Rejection | undefined;
  const mine = forIntent === undefined || data?.typed.intent === forIntent;
  return mine && Object.entries(about).every(([name, value]) => data?.typed[name] === value) ? data : undefined;
}

/** What a rejected form keeps, for what stands beside it on the page: that form itself tells why. */
export function useTyped(forIntent: string): Rejection["typed"] | undefined {
  return useRejection(forIntent, {})?.typed;
}

/**
 * The state of this page's form after a rejected submission, or fresh from what is stored.
 * Where a page holds several forms, each sends a hidden `intent`, and `forIntent` picks its own rejection; where several
 * have one intent, `about` names the fields by which each knows its own.
 */
export function useForm(forIntent?: string, about: Readonly<Record<string, string>> = {}): FormState {
  const { t, locale } = useSpeech();
  const refused = useRefused();
  const mine = useRejection(forIntent, about);
  const page = useContext(ToldByForm);
  const errors = Object.fromEntries(
    Object.entries(mine?.errors ?? {}).map(([name, { key, values }]) => [name, t(key, values)]),
  );
  const errorAt = (name: string) => {
    if (errors[name]) page.told = true;
    return errors[name];
  };
  return {
    get rejection() {
      if (mine) page.told = true;
      return mine;
    },
    get errors() {
      if (mine && !mine.refusal && Object.keys(errors).length > 0) page.told = true;
      return errors;
    },
    get refusal() {
      if (!mine?.refusal) return null;
      page.told = true;
      return refused(mine.refusal);
    },
    field: (name, stored) => ({
      name,
      value: mine?.typed[name] ?? (typeof stored === "number" ? typedNumber(stored, locale, 6) : (stored ?? "")),
      error: errorAt(name),
    }),
    choices: (name, stored = []) => ({
      name,
      values: mine ? (mine.chosen[name] ?? []) : stored,
      error: errorAt(name.slice(0, -2)),
    }),
  };
}

/** The field by which a form's sending is known when it comes twice. */
export const ONCE = "once";

/** Stands in every form whose sending twice would write twice, for `writeOnce`. */
export function Once() {
  const sending = (useRouteLoaderData("root") as { sending?: string | null } | undefined)?.sending;
  return sending ? <input type="hidden" name={ONCE} value={sending} /> : null;
}
