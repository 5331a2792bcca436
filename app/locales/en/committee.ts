import type { committee as French } from "../fr/committee";

export const committee: Record<keyof typeof French, string> = {};
