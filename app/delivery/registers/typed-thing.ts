/** How a model is written into a field: with its maker in front, since two of them may call a model the same. */
export const modelTyped = ({ vendor, name }: { vendor: string; name: string }): string => `${vendor} / ${name}`;

/** The fields of a model's own form that name its maker, and the model after it. */
export const namesMaker = (field: string): boolean => field === "vendorId";
export const namesSuccessor = (field: string): boolean => field === "successorId";

/** The fields of the forms of POCs, attempts and switches that name a model. */
export const namesModel = (field: string): boolean => /(^|\.)(modelId|toModelId)$/.test(field);
