export const safeguards = {} as const;
