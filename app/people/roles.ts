/** What a person may hold; one person may hold several. */
export const ROLES = ["champion", "committee", "chair", "security", "legal", "finance", "executive", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: a person with their roles, or the product itself (`personId` null). */
export interface Actor {
  personId: number | null;
  name: string;
  roles: readonly Role[];
  /** The departments that the person belongs to; a champion champions them. */
  departmentIds: readonly number[];
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** The installation acting for itself: set-up, seeding, the command line run by whoever owns the machine. */
export const CASEBOOK: Actor = { personId: null, name: "Casebook", roles: ["admin"], departmentIds: [] };

/** Whom a committee may have to hear before its decisions count. */
export const HEARINGS = ["security", "legal", "finance"] as const satisfies readonly Role[];
export type Hearing = (typeof HEARINGS)[number];
