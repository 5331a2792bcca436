import { parseNumber } from "./input";

/** How a part of an address is read: an amount of zero or more, the number of a record, or one of these words. */
export type Reading = "amount" | "id" | readonly string[];

/** A part of an address that cannot be read so. */
export interface Misread {
  name: string;
  said: string;
  why: "amount" | "id" | "choice";
}

const MOST = 1e12;
const LONGEST = 60;

function isRead(said: string, reading: Reading): boolean {
  if (said.trim() === "") return true;
  if (reading === "id") return /^[1-9]\d{0,8}$/.test(said);
  if (reading !== "amount") return reading.includes(said);
  const value = parseNumber(said);
  return value !== null && value >= 0 && value <= MOST;
}

/** What an address says and cannot be read, with the address of the page without it. */
export interface Misreading {
  parts: Misread[];
  href: string;
}

/** What a page leaves aside of its address because it makes no sense; what says nothing is left out on purpose. */
export function misreadingOf(
  { pathname, searchParams }: Pick<URL, "pathname" | "searchParams">,
  readings: Readonly<Record<string, Reading>>,
): Misreading {
  const parts = Object.entries(readings).flatMap(([name, reading]): Misread[] => {
    const said = searchParams.get(name);
    if (said === null || isRead(said, reading)) return [];
    return [{ name, said: said.slice(0, LONGEST), why: typeof reading === "string" ? reading : "choice" }];
  });
  const left = new URLSearchParams([...searchParams].filter(([name]) => !parts.some((one) => one.name === name)));
  return { parts, href: left.size ? `${pathname}?${left}` : pathname };
}
