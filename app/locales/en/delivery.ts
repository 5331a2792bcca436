import type { delivery as French } from "../fr/delivery";

export const delivery: Record<keyof typeof French, string> = {};
