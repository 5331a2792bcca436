import type { shell as French } from "../fr/shell";

export const shell: Record<keyof typeof French, string> = {};
