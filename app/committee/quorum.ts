import { HEARINGS, type Hearing } from "#app/people/roles";

export interface Seat {
  id: number;
  name: string;
  roles: readonly string[];
  /** In the room; who wrote instead is not. */
  present: boolean;
  /** Sent an opinion in writing. */
  wrote: boolean;
}

export interface Quorum {
  present: number;
  /** How many must be there. */
  needed: number;
  /** Whom the session must hear and has not: neither there nor in writing. */
  unheard: Hearing[];
  reached: boolean;
}

/** Whether a session may decide: enough are there, and each whom it must hear is there or wrote. */
export function quorumOf(seats: readonly Seat[], needed: number, hears: readonly Hearing[]): Quorum {
  const present = seats.filter((seat) => seat.present).length;
  const heard = (role: Hearing) => seats.some((seat) => (seat.present || seat.wrote) && seat.roles.includes(role));
  const unheard = HEARINGS.filter((role) => hears.includes(role) && !heard(role));
  return { present, needed, unheard, reached: present >= needed && unheard.length === 0 };
}
