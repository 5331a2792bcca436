import type { Quarter } from "#app/kernel/quarter";
import type { Stage } from "#app/use-cases/stages";

/** The year that an address asks for; null where it asks for none that anybody can mean. */
export const yearFrom = (text: string | null): number | null =>
  /^(19|2\d)\d\d$/.test(text ?? "") ? Number(text) : null;

export interface ForecastFilter {
  year: number;
  /** 0: cases without a department. */
  departmentId?: number | null;
  /** Only what is to come in this quarter. */
  quarter?: Quarter | null;
  stage?: Stage | null;
  after?: string | null;
}

/** The address of a forecast; what is null is left out. */
export function forecastAddress({ year, departmentId, quarter: of, stage, after }: ForecastFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ year, department: departmentId, quarter: of, stage, after })) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  return `/dashboard/forecast?${query}`;
}
