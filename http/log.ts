/** The log: a line of JSON each, on standard error. Of people it knows ids and nothing else. */
export const LEVELS = ["error", "warn", "info", "debug"] as const;
export type Level = (typeof LEVELS)[number];

export type Entry = Record<string, unknown> & { level: Level };
export type Log = (entry: Entry) => void;

/** Writes what is at least as serious as `least`. */
export function logger(least: Level, write: (line: string) => void, clock: () => Date): Log {
  return (entry) => {
    if (LEVELS.indexOf(entry.level) > LEVELS.indexOf(least)) return;
    write(`${JSON.stringify({ at: clock().toISOString(), ...entry })}\n`);
  };
}
