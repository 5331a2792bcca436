/** Work that the installation does by itself, once however many processes serve it. */
import type { When } from "#app/kernel/when";
import type { Writer } from "#db/client.server";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export interface Job {
  /** Known to the log, the metrics and the table `jobs`: never give a name to other work. */
  name: string;
  /** Milliseconds from one run that went well to the next. */
  every: number;
  /** Done in one transaction, together with the note that it was done: short, and no network in it. */
  work(tx: Writer, when: When): Promise<void>;
}
