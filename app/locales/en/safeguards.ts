import type { safeguards as French } from "../fr/safeguards";

export const safeguards: Record<keyof typeof French, string> = {};
