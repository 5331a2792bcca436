import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { decide, toldDecision } from "#app/committee/decide.server";
import { SessionView } from "#app/committee/session";
import { sessionPage } from "#app/committee/session-page.server";
import { agendaInput, attendanceInput, closeInput, decisionInput } from "#app/committee/sessions";
import { addToAgenda, closeSession, noteAttendance, removeFromAgenda } from "#app/committee/sessions.server";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ number }: Answer, { t }: Speech) => t("committee.session", { number }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, when, organisation: { assessmentsNeeded } }) =>
    sessionPage(database, actor, idFrom(params.number), { today: when.today, assessmentsNeeded }),
  )(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, locale, when, url } = desk;
    const number = idFrom(desk.params.number);
    switch (form.get("intent")) {
      case "decide": {
        const { intent: _, ...input } = parse(decisionInput, form);
        // A decision that was refused takes the attendance along: both are written, or neither.
        const seats = form.has("attendance") ? parse(attendanceInput, form) : null;
        await database.write(async (tx) => {
          if (seats) await noteAttendance(tx, actor, number, seats, when);
          await decide(tx, actor, number, toldDecision(input, locale), when);
        });
        return go(desk, `${url.pathname}#${input.reference}`, "committee.decided", { reference: input.reference });
      }
      case "attendance": {
        const seats = parse(attendanceInput, form);
        await database.write((tx) => noteAttendance(tx, actor, number, seats, when));
        return go(desk, url.pathname, "committee.attendance.saved");
      }
      case "close": {
        const { notes } = parse(closeInput, form);
        await database.write((tx) => closeSession(tx, actor, number, notes ? { [locale]: notes } : null, when));
        return go(desk, url.pathname, "committee.closed");
      }
      default: {
        const { intent, reference } = parse(agendaInput, form);
        const change = intent === "agenda-add" ? addToAgenda : removeFromAgenda;
        await database.write((tx) => change(tx, actor, number, reference, when));
        return go(desk, url.pathname, "committee.agenda.saved");
      }
    }
  })(args);

export default function CommitteeSession() {
  return <SessionView {...useAnswer<typeof loader>()} />;
}
