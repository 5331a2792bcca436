export const useCases = {} as const;
