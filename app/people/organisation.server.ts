import type { Day } from "#app/kernel/day";
import type { Locale } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { prepared } from "#db/prepared.server";
import { organisations } from "#db/schema.server";
import type { Hearing } from "./roles";

export interface Organisation {
  id: number;
  name: string;
  currency: string;
  fiscalFirstMonth: number;
  timeZone: string;
  locale: Locale;
  discountRate: number;
  horizonQuarters: number;
  assessmentsNeeded: number;
  quorum: number;
  /** Whom a session must hear beside the number. */
  hears: Hearing[];
  /** Working days within which a submitted case is to be answered. */
  screeningDays: number;
  holidays: Day[];
  /** A `#` and six hexadecimal digits; null: the product's. */
  colour: string | null;
  demo: boolean;
  version: number;
}

const theOrganisation = prepared((db) => db.select().from(organisations).limit(1));

/** The organisation, or null on an installation that nobody has set up. */
export async function readOrganisation(db: Reader): Promise<Organisation | null> {
  const [row] = await theOrganisation(db, {});
  if (!row) return null;
  const { createdAt: _, ...organisation } = row;
  return organisation;
}
