import type { portfolio as French } from "../fr/portfolio";

export const portfolio: Record<keyof typeof French, string> = {};
