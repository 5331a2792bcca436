import type { useCases as French } from "../fr/use-cases";

export const useCases: Record<keyof typeof French, string> = {};
