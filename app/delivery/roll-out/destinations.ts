import { z } from "zod";
import { optionalChoice, optionalText, optionalWhole, rows } from "#app/kernel/input";

/** Where the users of a retired case went: to another case, to a tool outside, or nowhere. */
export const DESTINATIONS = ["case", "tool", "nowhere"] as const;
export type DestinationKind = (typeof DESTINATIONS)[number];

/** The reference of a case, or the name of a tool; nothing for «nowhere». */
const destination = z
  .object({
    kind: optionalChoice(DESTINATIONS),
    to: optionalText(200),
    users: optionalWhole({ min: 0, max: 1e9 }),
  })
  .refine(({ kind }) => kind !== null, { path: ["kind"], message: "desk.input.choose" })
  .refine(({ kind, to }) => kind === null || kind === "nowhere" || to !== null, {
    path: ["to"],
    message: "desk.input.required",
  })
  .refine(({ kind, to }) => kind !== "case" || to === null || /^uc-\d{1,12}$/i.test(to), {
    path: ["to"],
    message: "roll-out.input.reference",
  });

export const destinationsInput = rows(destination, 10);

export interface Destination {
  kind: DestinationKind;
  to: string | null;
  users: number | null;
}

/** Rows that the form offers. */
export const DESTINATION_ROWS = ["0", "1", "2"] as const;
