/** A published discount rate for years `fromYear` to `toYear` of an appraisal (`null`: no end). */
export interface RateBand {
  fromYear: number;
  toYear: number | null;
  rate: number;
}

/** HM Treasury, The Green Book, table 6.1, social time preference rate by year (Open Government Licence v3.0). */
export const GREEN_BOOK_RATES: readonly RateBand[] = [
  { fromYear: 0, toYear: 30, rate: 0.035 },
  { fromYear: 31, toYear: 75, rate: 0.03 },
  { fromYear: 76, toYear: 125, rate: 0.025 },
  { fromYear: 126, toYear: 200, rate: 0.02 },
  { fromYear: 201, toYear: 300, rate: 0.015 },
  { fromYear: 301, toYear: null, rate: 0.01 },
];

/** The rate that a schedule gives for a year; null before its first band. */
export function rateInYear(schedule: readonly RateBand[], year: number): number | null {
  const band = schedule.find(({ fromYear, toYear }) => year >= fromYear && (toYear === null || year <= toYear));
  return band ? band.rate : null;
}
