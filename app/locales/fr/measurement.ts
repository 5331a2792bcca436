export const measurement = {} as const;
