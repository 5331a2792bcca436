/** A case as it was: its events played again, from the first. */
import { type FieldChange, fieldsOf, type Kept } from "#app/people/audit-changes";
import { CONTENT_FIELDS } from "../content";

/** What a version of a case is made of. */
export const VERSION_FIELDS = [...CONTENT_FIELDS, "stage", "stageSince", "relookOn", "stageReason"] as const;
export type VersionField = (typeof VERSION_FIELDS)[number];

/** A case at one moment, as its events tell it; what none of them said is null. */
export type CaseThen = Record<VersionField, Kept>;

/** An event of the case itself, as the log kept it: JSON. */
export interface CaseEvent {
  before: string | null;
  after: string | null;
}

const NOTHING_SAID = Object.fromEntries(VERSION_FIELDS.map((field) => [field, null])) as CaseThen;

const isField = (name: string): name is VersionField => (VERSION_FIELDS as readonly string[]).includes(name);

/** A move says its day as `on` and its reason as `reason`; everything else stands under its own name. */
function said(after: Record<string, Kept>, then: CaseThen): Partial<CaseThen> {
  const own = Object.fromEntries(Object.entries(after).filter(([name]) => isField(name))) as Partial<CaseThen>;
  if (!("stage" in after) || !("on" in after)) return own;
  return {
    ...own,
    // Said again, as «not now» is, it has stood there since before.
    stageSince: after.stage === then.stage ? then.stageSince : (after.on ?? null),
    stageReason: after.reason ?? null,
    relookOn: after.relookOn ?? null,
  };
}

/** Whether an event made a version: it speaks of what a version is made of. */
export function makesVersion({ before, after }: CaseEvent): boolean {
  return after !== null && [before, after].some((side) => Object.keys(fieldsOf(side)).some(isField));
}

/** The case after each of the events that made a version, the first being version 1. */
export function replay(events: readonly CaseEvent[]): CaseThen[] {
  let then = NOTHING_SAID;
  return events.filter(makesVersion).map(({ after }) => {
    then = { ...then, ...said(fieldsOf(after), then) };
    return then;
  });
}

const same = (one: Kept | undefined, other: Kept | undefined): boolean => {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (kept: object, name: string) => (kept as Record<string, Kept | undefined>)[name];
  return [...names].every((name) => same(at(one, name), at(other, name)));
};

/** The fields on which two versions are apart. */
export function versionChanges(before: CaseThen, after: CaseThen): (FieldChange & { field: VersionField })[] {
  return VERSION_FIELDS.filter((field) => !same(before[field], after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}
