import { agreementOf } from "#app/assessment/agreement.server";
import { departmentNames } from "#app/assessment/models-page.server";
import type { Actor } from "#app/people/roles";
import type { Reader } from "#db/client.server";
import { agendaCases } from "./agenda-cases.server";
import type { AgreementChoice } from "./agreement-choice";
import { listSessions } from "./sessions.server";

/** The agreement of the members over a session's agenda, over what is in assessment, or over all that was scored. */
export async function agreementPage(db: Reader, actor: Actor, choice: AgreementChoice) {
  const { session, all, departmentId } = choice;
  const ids = session === null ? null : await agendaCases(db, session);
  const stage = session === null && !all ? ("assessment" as const) : null;
  return {
    choice,
    found: await agreementOf(db, actor, { ids, departmentId, stage }),
    sessions: (await listSessions(db)).map(({ number, heldOn }) => ({ number, heldOn })),
    departments: await departmentNames(db),
  };
}
