import type { imports as French } from "../fr/imports";

export const imports: Record<keyof typeof French, string> = {};
