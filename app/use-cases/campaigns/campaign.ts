import { z } from "zod";
import { type Day, daysBetween } from "#app/kernel/day";
import { choice, idOf, onDay, optionalText, optionalWhole, startedFrom, ticked, whole } from "#app/kernel/input";
import { fold, type Told, tell } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";

/** A time-boxed call for use cases: a fortnight of workshops, a question put to all, a few days in one room. */
export const CAMPAIGN_KINDS = ["sprint", "challenge", "hackathon"] as const;
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_STATES = ["running", "coming", "past"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** A burn-up has a point for each day: a call that lasts longer than a year is no campaign. */
export const LONGEST_DAYS = 366;
export const CAMPAIGN_LIMITS = { name: 120, text: 4_000, prize: 300, target: 100_000 } as const;

export interface Dates {
  startsOn: Day;
  endsOn: Day;
  /** Ended before its last day. */
  endedOn: Day | null;
}

/** The last day on which it runs, or ran. */
export const lastDayOf = ({ endsOn, endedOn }: Dates): Day => (endedOn !== null && endedOn < endsOn ? endedOn : endsOn);

export function stateOf(dates: Dates, today: Day): CampaignState {
  if (dates.endedOn !== null || today > dates.endsOn) return "past";
  return today < dates.startsOn ? "coming" : "running";
}

/** Days that are left of a running one, today among them. */
export const daysLeft = ({ endsOn }: Dates, today: Day): number => daysBetween(today, endsOn) + 1;

/** Whether it calls on this department: one that names none calls on all. */
export const invites = (invited: readonly number[], departmentId: number | null): boolean =>
  invited.length === 0 || (departmentId !== null && invited.includes(departmentId));

const RESERVED = new Set(["new"]);

/** The part of the address that its name becomes: `Quinzaine des cas d’usage` → `quinzaine-des-cas-d-usage`. */
export function slugOf(name: Told): string {
  const words = fold(tell(name, "fr"))
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return words === "" || RESERVED.has(words) ? `campaign${words && `-${words}`}` : words;
}

/** The first of these names that is free: the name itself, or the name with the next number. */
export function freeSlug(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const next = `${wanted}-${number}`;
    if (!taken.includes(next)) return next;
  }
}

const say = (key: Key): Key => key;

const told = (maximum: number) =>
  z
    .object({ fr: optionalText(maximum), en: optionalText(maximum) })
    .default({ fr: null, en: null })
    .transform(({ fr, en }): Told | null => (fr || en ? { ...(fr && { fr }), ...(en && { en }) } : null));

const fields = {
  kind: choice(CAMPAIGN_KINDS),
  name: told(CAMPAIGN_LIMITS.name),
  brief: told(CAMPAIGN_LIMITS.text),
  prize: told(CAMPAIGN_LIMITS.prize),
  startsOn: onDay,
  endsOn: onDay,
  target: whole({ min: 1, max: CAMPAIGN_LIMITS.target }),
  hostId: idOf,
  openCapture: ticked,
  departments: z.array(idOf).max(500).default([]),
  /** What is hoped for from each department, by its id. */
  targets: z
    .record(z.string(), optionalWhole({ min: 0, max: CAMPAIGN_LIMITS.target }))
    .optional()
    .transform((sent) => sent ?? {}),
};

/** What a campaign's form says. The name's error stands where the reader's form asks for it. */
export const campaignInput = (locale: "fr" | "en") =>
  z.object(fields).transform(({ name, departments, targets, ...rest }, context) => {
    if (name === null) {
      context.addIssue({ code: "custom", message: say("desk.input.required"), path: ["name", locale] });
      return z.NEVER;
    }
    const problem = datesProblem(rest);
    if (problem) context.addIssue({ code: "custom", message: problem, path: ["endsOn"] });
    for (const [id, target] of Object.entries(targets)) {
      const message = target === null ? null : targetProblem(target, departments.includes(Number(id)), rest.target);
      if (message) context.addIssue({ code: "custom", message, path: ["targets", id] });
    }
    const invited = [...new Set(departments)].map((departmentId) => ({
      departmentId,
      target: targets[String(departmentId)] ?? null,
    }));
    return { ...rest, name, invited };
  });

/** What is wrong with a department's own target, or nothing: nothing that was typed is left out in silence. */
function targetProblem(target: number, invited: boolean, whole: number): Key | null {
  if (!invited) return "campaigns.input.target-uninvited";
  return target > whole ? "campaigns.input.target-above" : null;
}

/** What is wrong with these days, or nothing. */
export function datesProblem({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): Key | null {
  if (endsOn < startsOn) return "campaigns.input.ends-before";
  return daysBetween(startsOn, endsOn) + 1 > LONGEST_DAYS ? "campaigns.input.too-long" : null;
}

export interface CampaignSaid {
  kind: CampaignKind;
  name: Told;
  brief: Told | null;
  prize: Told | null;
  startsOn: Day;
  endsOn: Day;
  target: number;
  hostId: number;
  openCapture: boolean;
  invited: { departmentId: number; target: number | null }[];
}

/** For which campaign a case is put in: none is the continuous intake. */
export const campaignChoice = z.object({ campaign: optionalText(80) });

export const campaignVersion = z.object({ version: startedFrom });
export const summaryInput = z.object({ version: startedFrom, summary: told(CAMPAIGN_LIMITS.text) });
