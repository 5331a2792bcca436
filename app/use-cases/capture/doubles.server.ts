import { and, eq, inArray } from "drizzle-orm";
import type { Told } from "#app/kernel/told";
import { fold, type Locale } from "#app/kernel/told";
import type { Reader } from "#db/client.server";
import { campaigns, useCases } from "#db/schema.server";
import { similarTo } from "../similar/similar.server";
import { titleAndNeed, twinsIn } from "./lines";

export interface LookedAt {
  /** Its place in the list, from 1. */
  number: number;
  line: string;
  /** The number of an earlier line of the list that says the same, from 1. */
  twin: number | null;
  /** A line that was captured for the campaign already, in the same words. */
  captured: string | null;
  similar: { reference: string; title: Told; stage: string | null }[];
}

/** Which lines of a list are probably there already: in the list itself, in the campaign, in the register. */
export async function lookThrough(
  db: Reader,
  lines: readonly string[],
  { locale, campaign, departmentId }: { locale: Locale; campaign: string | null; departmentId: number | null },
): Promise<LookedAt[]> {
  const twins = twinsIn(lines);
  const titles = lines.map((line) => fold(titleAndNeed(line).title));
  const captured = campaign
    ? await db
        .select({ reference: useCases.reference, title: useCases.titleFolded })
        .from(useCases)
        .innerJoin(campaigns, and(eq(campaigns.id, useCases.campaignId), eq(campaigns.slug, campaign)))
        .where(and(inArray(useCases.titleFolded, [...new Set(titles)]), eq(useCases.stage, "draft")))
    : [];
  const looked: LookedAt[] = [];
  for (const [at, line] of lines.entries()) {
    const { title, need } = titleAndNeed(line);
    const content = { title: { [locale]: title }, need: need === null ? null : { [locale]: need }, departmentId };
    // A line that is twice in the list is looked for once.
    const similar = twins[at] === null ? await similarTo(db, content, null) : [];
    looked.push({
      number: at + 1,
      line,
      twin: twins[at] === null || twins[at] === undefined ? null : twins[at] + 1,
      captured: captured.find((one) => one.title === titles[at])?.reference ?? null,
      similar: similar.slice(0, 2).map(({ reference, title: its, stage }) => ({ reference, title: its, stage })),
    });
  }
  return looked;
}
