import type { businessCases as French } from "../fr/business-cases";

export const businessCases: Record<keyof typeof French, string> = {};
