import type { people as French } from "../fr/people";

export const people: Record<keyof typeof French, string> = {};
