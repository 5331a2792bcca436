export const businessCases = {} as const;
