/** The number by which people speak of an incident. */
export const incidentNumber = (id: number): string => `INC-${String(id).padStart(4, "0")}`;
