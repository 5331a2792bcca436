import type { assessment as French } from "../fr/assessment";

export const assessment: Record<keyof typeof French, string> = {};
