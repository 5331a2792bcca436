import { type SQL, sql } from "drizzle-orm";
import { firstWords, type Told } from "#app/kernel/told";
import { useCases } from "./schema.server";

/** Marks what is no title, and of which the first words are shown. */
const INSTEAD = "~";

const { title, need, expectedBenefit, affected } = useCases;

/**
 * The title of a case as it is shown: a draft that has none yet is called by the first words of what it says, in the
 * language in which that was written. For reading only; the title itself stays empty until its author gives one.
 */
export const shownTitle: SQL<Told> = sql<Told>`case when ${title} = '{}'
  then ${INSTEAD} || coalesce(${need}, ${expectedBenefit}, ${affected}, '{}') else ${title} end`.mapWith(
  (kept: string): Told =>
    kept.startsWith(INSTEAD) ? firstWords(JSON.parse(kept.slice(INSTEAD.length)) as Told) : (JSON.parse(kept) as Told),
);
