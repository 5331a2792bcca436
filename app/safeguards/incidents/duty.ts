/** To whom an incident has to be told, and by when: facts for people who decide, and not legal advice. */
import { addDays, type Day, instantAt } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import type { ProvisionKey } from "../ai-act/law/shipped";
import type { Law } from "../ai-act/wording";
import type { Seriousness } from "./incident";

const DAY_MS = 86_400_000;

/** The provision whose delay runs for each kind of serious incident. */
const SERIOUS: Readonly<Record<Exclude<Seriousness, "no">, ProvisionKey>> = {
  serious: "art-73-2",
  death: "art-73-4",
  widespread: "art-73-3",
};

export const DUTY_STATES = ["running", "late", "met", "met-late", "excused", "not-yet-law"] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export interface Duty {
  provision: ProvisionKey;
  to: "data-authority" | "market-authority";
  /** Days within which to tell, from when the organisation knew. */
  days: number;
  /** Milliseconds. */
  due: number;
  /** The day on which it is due, as people here read it. */
  dueOn: Day;
  state: DutyState;
  toldOn: Day | null;
}

export interface Reported {
  detectedOn: Day;
  detectedTime: string | null;
  personalData: boolean | null;
  authorityToldOn: Day | null;
  authorityWhyNot: Told | null;
  seriousness: Seriousness | null;
  marketToldOn: Day | null;
}

/**
 * The delays that run for an incident. They begin when it was detected; where only its day is known, with that day's
 * first instant, which is the sooner one. @param now milliseconds
 */
export function dutiesOf(incident: Reported, law: Law, { now, timeZone }: { now: number; timeZone: string }): Duty[] {
  const known = instantAt(incident.detectedOn, incident.detectedTime ?? "00:00", timeZone).getTime();
  const duty = (provision: ProvisionKey, to: Duty["to"], toldOn: Day | null, excused: boolean): Duty => {
    const { days, appliesFrom } = law(provision);
    const within = days ?? 0;
    const due = known + within * DAY_MS;
    const dueOn = addDays(incident.detectedOn, within);
    const notYet = appliesFrom !== null && appliesFrom > incident.detectedOn;
    const told = toldOn === null ? null : toldOn > dueOn ? "met-late" : "met";
    const state = told ?? (excused ? "excused" : notYet ? "not-yet-law" : now > due ? "late" : "running");
    return { provision, to, days: within, due, dueOn, state, toldOn };
  };
  const { personalData, authorityToldOn, authorityWhyNot, seriousness, marketToldOn } = incident;
  return [
    ...(personalData ? [duty("gdpr-33", "data-authority", authorityToldOn, authorityWhyNot !== null)] : []),
    ...(seriousness !== null && seriousness !== "no"
      ? [duty(SERIOUS[seriousness], "market-authority", marketToldOn, false)]
      : []),
  ];
}
