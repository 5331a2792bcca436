import { z } from "zod";
import {
  idOf,
  inQuarter,
  onDay,
  optionalDay,
  optionalId,
  optionalText,
  startedFromOrNone,
  text,
  whole,
} from "#app/kernel/input";
import type { Key } from "#app/locales/keys";
import { isTime } from "./review";

const say = (key: Key): Key => key;

export const REVIEW_LIMITS = { minutes: 240, liveTarget: 1_000, decision: 2_000, departments: 200 } as const;

const minutes = whole({ min: 1, max: REVIEW_LIMITS.minutes });

/** A plan as its form says it: by department, its place (empty or 0: it does not come), its minutes, its target. */
export const planInput = z.object({
  quarter: inQuarter,
  version: startedFromOrNone,
  heldOn: onDay,
  startsAt: z.string().trim().refine(isTime, say("review.input.time")),
  openingMinutes: whole({ min: 0, max: REVIEW_LIMITS.minutes }),
  slots: z
    .record(
      z.string().regex(/^\d{1,9}$/),
      z.object({
        place: z.preprocess(
          (typed) => (typed === "" || typed === undefined ? "0" : typed),
          whole({ min: 0, max: 999 }),
        ),
        minutes,
        liveTarget: whole({ min: 0, max: REVIEW_LIMITS.liveTarget }),
      }),
    )
    .default({})
    .transform((typed) =>
      Object.entries(typed)
        .map(([id, slot]) => ({ departmentId: Number(id), ...slot }))
        .filter(({ place }) => place > 0)
        .sort((a, b) => a.place - b.place || a.departmentId - b.departmentId)
        .map(({ place: _, ...slot }) => slot),
    ),
});

export const presentInput = z.object({ quarter: inQuarter, reference: text(40), department: optionalId });

export const decisionInput = z.object({
  quarter: inQuarter,
  decision: text(REVIEW_LIMITS.decision),
  reference: optionalText(40),
  ownerId: optionalId,
  dueOn: optionalDay,
});

export const withdrawInput = z.object({ quarter: inQuarter, id: idOf });
