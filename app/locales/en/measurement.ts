import type { measurement as French } from "../fr/measurement";

export const measurement: Record<keyof typeof French, string> = {};
