import { z } from "zod";
import { optionalChoice, optionalId, optionalText } from "#app/kernel/input";
import { ROLES } from "./roles";

/** Accounts by how they stand; `waiting` are open ones that nobody can enter yet: no password was chosen. */
export const DIRECTORY_STATUSES = ["active", "waiting", "closed", "all"] as const;
export type DirectoryStatus = (typeof DIRECTORY_STATUSES)[number];

/** What the list of people may be asked for in its address. What makes no sense is left out, not refused. */
export const directoryQuery = z.object({
  q: optionalText(200).catch(null),
  role: optionalChoice(ROLES).catch(null),
  department: optionalId.catch(null),
  status: z.enum(DIRECTORY_STATUSES).catch("active"),
  after: optionalId.catch(null),
  before: optionalId.catch(null),
});
