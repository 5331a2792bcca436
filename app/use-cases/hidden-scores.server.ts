import { type SQL, sql } from "drizzle-orm";
import { useCases } from "#db/schema.server";

/**
 * Of which cases the scores are hidden from a reader, as a condition on the cases that a query knows by this name.
 * Who owes an assessment is a later room's to know: reads take it as an argument.
 */
export type HiddenScores = (cases: SQL) => SQL;

/** For readers who assess nothing, and for what the product works out by itself. */
export const NOTHING_HIDDEN: HiddenScores = () => sql`(1 = 0)`;

/** The condition as a column of a query over `use_cases`. */
export function hiddenColumn(hidden: HiddenScores): SQL<boolean> {
  return sql<boolean>`case when ${hidden(sql`${useCases}`)} then 1 else 0 end`.mapWith(Boolean) as SQL<boolean>;
}

/** A row as its reader may see it: scores that are hidden from them are not known to them. */
export function veiled<Row extends { value: number | null; complexity: number | null; scoresHidden: boolean }>(
  row: Row,
): Row {
  return row.scoresHidden ? { ...row, value: null, complexity: null } : row;
}
