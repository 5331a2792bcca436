export const committee = {} as const;
