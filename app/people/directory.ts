import { z } from "zod";
import { optionalChoice, optionalId, optionalText } from "#app/kernel/input";
import { ROLES } from "./roles";

/** What the list of people may be asked for in its address. What makes no sense is left out, not refused. */
export const directoryQuery = z.object({
  q: optionalText(200).catch(null),
  role: optionalChoice(ROLES).catch(null),
  department: optionalId.catch(null),
  status: z.enum(["active", "closed", "all"]).catch("active"),
  after: optionalId.catch(null),
  before: optionalId.catch(null),
});
