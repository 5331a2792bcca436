/** Whose agreement on which cases is asked for, as an address says it. */
export interface AgreementChoice {
  /** The number of a session; null: by stage. */
  session: number | null;
  /** Whatever was scored, not only what is in assessment. */
  all: boolean;
  departmentId: number | null;
}

const wholeFrom = (text: string | null | undefined): number | null =>
  text && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;

/** What cannot be read is not asked for. */
export function agreementChoiceFrom(parameters: URLSearchParams): AgreementChoice {
  const set = parameters.get("set") ?? "";
  return {
    session: wholeFrom(/^session-(\d+)$/.exec(set)?.[1]),
    all: set === "all",
    departmentId: wholeFrom(parameters.get("department")),
  };
}

/** The same as the value of the select that asks for it. */
export const setOf = ({ session, all }: AgreementChoice): string =>
  session !== null ? `session-${session}` : all ? "all" : "assessment";
