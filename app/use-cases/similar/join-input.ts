import { z } from "zod";
import {
  idOf,
  optionalChoice,
  optionalDecimal,
  optionalText,
  optionalWhole,
  startedFrom,
  text,
  ticked,
} from "#app/kernel/input";
import { CONTENT_LIMITS, TIMES_PER } from "../content";
import { toCase } from "../links/link-input";

export const NEED_LETTERS = 4_000;
export const REASON_LETTERS = 4_000;

const team = z.object({
  departmentId: idOf,
  need: optionalText(NEED_LETTERS),
  peopleAffected: optionalWhole({ min: 0, max: CONTENT_LIMITS.people }),
  times: optionalDecimal({ min: 0, max: 100_000 }),
  timesPer: optionalChoice(TIMES_PER),
  minutesPerTime: optionalDecimal({ min: 0, max: 100_000 }),
  additional: ticked,
});

/** So many times in nobody knows what would count for no hours, and say nothing of it. */
const perWhat = ({ times, timesPer }: { times: number | null; timesPer: string | null }) =>
  times === null || timesPer !== null;
const AT_PER = { path: ["timesPer"], message: "use-cases.input.per-what" };

/** The same need in one's own team: whose, how many, how often. */
export const joinInput = team.refine(perWhat, AT_PER);

/** The draft that joins, where one does. */
export const joinFrom = z.object({ draft: optionalText(20) });

export const correctInput = team.extend({ id: idOf, version: startedFrom }).refine(perWhat, AT_PER);
export const leaveInput = z.object({ id: idOf });

export const mergeInput = z.object({ into: toCase, reason: text(REASON_LETTERS) });
export const unmergeInput = z.object({ reason: text(REASON_LETTERS) });
export const mergeManyInput = z.object({ into: idOf, reason: text(REASON_LETTERS) });

/** So many cases go into one at once: each is a move of its own, and everybody else's writing waits. */
export const MOST_MERGED = 12;

/** The ids that were ticked; whatever else is written there is none. */
export const chosenCases = (said: readonly string[]): number[] => [
  ...new Set(said.filter((one) => /^[1-9]\d{0,14}$/.test(one)).map(Number)),
];

export const apartInput = z.object({ one: idOf, other: idOf, apart: ticked });

interface PairPlace {
  likeness: number;
  oneId: number;
  otherId: number;
}

/** A place among pairs as addresses write it, such as `0.8125-12-40`. */
export const writtenCursor = ({ likeness, oneId, otherId }: PairPlace) => `${likeness}-${oneId}-${otherId}`;

export function pairCursor(text: string | null): PairPlace | null {
  const [, likeness, oneId, otherId] = /^(\d(?:\.\d{1,20})?)-(\d{1,12})-(\d{1,12})$/.exec(text ?? "") ?? [];
  return likeness ? { likeness: Number(likeness), oneId: Number(oneId), otherId: Number(otherId) } : null;
}
