/** Checks that an organisation adds to a gate, beside those that every case meets. */
import { z } from "zod";
import type { Day } from "#app/kernel/day";
import { choice, idOf, optionalChoice, optionalDay, optionalText, startedFrom, text, ticked } from "#app/kernel/input";
import type { Told } from "#app/kernel/told";
import { AI_TYPES } from "../content";
import { SIGN_OFF_KINDS, type SignOffKind } from "../signatures/signature";
import type { Stage } from "../stages";

/** What a check asks for: a yes or a no, words, a file of the case, or a role's signature. */
export const CHECK_KINDS = ["yes-no", "text", "file", "sign-off"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** The gates that can be added to. */
export const OWN_GATES = [
  "assessment",
  "approved",
  "poc",
  "pilot",
  "production",
  "retired",
  "stopped",
] as const satisfies readonly Stage[];
export type OwnGate = (typeof OWN_GATES)[number];

/** The gate of the charter: where a case is screened. */
export const CHARTER_GATE = "assessment" satisfies OwnGate;

export interface Scope {
  departmentIds: readonly number[];
  aiTypes: readonly string[];
  /** Null is all; true and false are those that face customers, and those that do not. */
  customerFacing: boolean | null;
}

export interface OwnCheck extends Scope {
  id: number;
  gate: Stage;
  kind: CheckKind;
  question: Told;
  help: Told | null;
  expected: boolean | null;
  role: SignOffKind | null;
  redLine: boolean;
  fromOn: Day;
  retiredOn: Day | null;
  version: number;
}

/** What of a case says whether a check concerns it. */
export interface Scoped {
  departmentId: number | null;
  aiType: string | null;
  customerFacing: boolean | null;
}

/** Whether a check concerns a case. What nobody said of the case yet keeps it in: unknown is not «no». */
export function concerns({ departmentIds, aiTypes, customerFacing }: Scope, of: Scoped): boolean {
  const among = <Value>(all: readonly Value[], one: Value | null) =>
    all.length === 0 || one === null || all.includes(one);
  if (!among(departmentIds, of.departmentId) || !among(aiTypes, of.aiType)) return false;
  return customerFacing === null || of.customerFacing === null || customerFacing === of.customerFacing;
}

export function inForce({ fromOn, retiredOn }: Pick<OwnCheck, "fromOn" | "retiredOn">, on: Day): boolean {
  return fromOn <= on && (retiredOn === null || retiredOn > on);
}

export interface Answer {
  said: boolean | null;
  text: Told | null;
  fileId: number | null;
}

/** Whether an answer is of the kind that is asked for; another kind is no answer. */
export function isAnswer({ kind }: Pick<OwnCheck, "kind">, { said, text, fileId }: Answer): boolean {
  if (kind === "yes-no") return said !== null;
  if (kind === "text") return Boolean(text?.fr?.trim() || text?.en?.trim());
  return kind === "file" && fileId !== null;
}

/** Whether an answer lets the case pass: the expected one, or anything where words or a file are asked for. */
export function passes(check: Pick<OwnCheck, "kind" | "expected">, answer: Answer): boolean {
  return isAnswer(check, answer) && (check.kind !== "yes-no" || answer.said === check.expected);
}

export interface Given {
  /** The newest answer, if its file is still there. */
  answer: { passes: boolean } | null;
  /** The committee accepted in writing that a red line is crossed. */
  exception: boolean;
  signed: ReadonlySet<SignOffKind>;
}

/** Whether a check is met. A red line that is crossed passes with the committee's exception; one nobody answered does not. */
export function isMet(
  check: Pick<OwnCheck, "kind" | "role" | "redLine">,
  { answer, exception, signed }: Given,
): boolean {
  if (check.kind === "sign-off") return check.role !== null && signed.has(check.role);
  if (answer === null) return false;
  return answer.passes || (check.redLine && exception);
}

const listed = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item).max(200));

export const checkInput = z
  .object({
    gate: choice(OWN_GATES),
    kind: choice(CHECK_KINDS),
    questionFr: text(300),
    questionEn: text(300),
    helpFr: optionalText(1_000),
    helpEn: optionalText(1_000),
    expected: optionalChoice(["yes", "no"]).transform((said) => (said === null ? null : said === "yes")),
    role: optionalChoice(SIGN_OFF_KINDS),
    redLine: ticked,
    departmentIds: listed(idOf),
    aiTypes: listed(choice(AI_TYPES)),
    customerFacing: optionalChoice(["yes", "no"]).transform((said) => (said === null ? null : said === "yes")),
    fromOn: optionalDay,
  })
  .superRefine((check, context) => {
    const lacks = faultOf(check);
    if (lacks) context.addIssue({ code: "custom", path: [lacks], message: "desk.input.choose" });
  });

/** The part of a new check that does not go with its kind: a question without its right answer, a red line elsewhere. */
export function faultOf(
  check: Pick<OwnCheck, "kind" | "expected" | "role" | "redLine"> & { gate: string },
): "expected" | "role" | "redLine" | null {
  if (check.kind === "yes-no" && check.expected === null) return "expected";
  if (check.kind === "sign-off" && check.role === null) return "role";
  return check.redLine && (check.kind !== "yes-no" || check.gate !== CHARTER_GATE) ? "redLine" : null;
}

export const rewordInput = z.object({
  checkId: idOf,
  version: startedFrom,
  questionFr: text(300),
  questionEn: text(300),
  helpFr: optionalText(1_000),
  helpEn: optionalText(1_000),
});

export const retireInput = z.object({ checkId: idOf, version: startedFrom, retiredOn: optionalDay });

/** A text that was typed in both languages, as it is kept. */
export const bilingual = (fr: string | null, en: string | null): Told => ({ ...(fr && { fr }), ...(en && { en }) });

export const checkAnswerInput = z.object({
  checkId: idOf,
  said: optionalChoice(["yes", "no"]).transform((said) => (said === null ? null : said === "yes")),
  text: optionalText(4_000),
  fileId: z.preprocess((sent) => (sent === "" || sent === undefined ? null : sent), idOf.nullable()),
  note: optionalText(2_000),
});
