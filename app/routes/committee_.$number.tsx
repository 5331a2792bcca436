import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { noteAttendance, writeOpinion } from "#app/committee/attendance.server";
import { cancelSession } from "#app/committee/cancel-session.server";
import { decide, toldDecision } from "#app/committee/decide.server";
import { signMinutes } from "#app/committee/minutes.server";
import { SessionView } from "#app/committee/session";
import { sessionPage } from "#app/committee/session-page.server";
import {
  agendaInput,
  attendanceInput,
  cancelInput,
  closeInput,
  decisionInput,
  drawInput,
  opinionInput,
  replanInput,
  voteInput,
} from "#app/committee/sessions";
import { addToAgenda, closeSession, removeFromAgenda, replanSession } from "#app/committee/sessions.server";
import { drawAgenda, freezeShortlist } from "#app/committee/shortlist.server";
import { castVote } from "#app/committee/vote.server";
import { act, ask, type Desk, go, idFrom, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ number }: Answer, { t }: Speech) => t("committee.session", { number }),
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params, when, organisation: { assessmentsNeeded } }) =>
    sessionPage(database, actor, idFrom(params.number), { today: when.today, assessmentsNeeded }),
  )(args);

type Acting = (desk: Desk, form: FormData, number: number) => Promise<Response>;

const ACTS: Readonly<Record<string, Acting>> = {
  async decide(desk, form, number) {
    const { database, actor, locale, when, url, organisation } = desk;
    const { intent: _, ...input } = parse(decisionInput(organisation.currency), form);
    // A decision that was refused takes the attendance along: both are written, or neither.
    const seats = form.has("attendance") ? parse(attendanceInput, form) : null;
    await database.write(async (tx) => {
      if (seats) await noteAttendance(tx, actor, number, seats, when);
      await decide(tx, actor, number, toldDecision(input, locale), when);
    });
    return go(desk, `${url.pathname}#${input.reference}`, "committee.decided", { reference: input.reference });
  },
  async attendance(desk, form, number) {
    const seats = parse(attendanceInput, form);
    await desk.database.write((tx) => noteAttendance(tx, desk.actor, number, seats, desk.when));
    return go(desk, desk.url.pathname, "committee.attendance.saved");
  },
  async opinion(desk, form, number) {
    const { opinion } = parse(opinionInput, form);
    const said = { [desk.locale]: opinion };
    await desk.database.write((tx) => writeOpinion(tx, desk.actor, number, said, desk.when));
    return go(desk, desk.url.pathname, "committee.opinion.saved");
  },
  async vote(desk, form, number) {
    const { reference, vote, why } = parse(voteInput, form);
    const said = { reference, vote, why: why ? { [desk.locale]: why } : null };
    await desk.database.write((tx) => castVote(tx, desk.actor, number, said, desk.when));
    return go(desk, `${desk.url.pathname}#${reference}`, "committee.vote.saved", { reference });
  },
  async draw(desk, form, number) {
    const { count } = parse(drawInput, form);
    const { drawn, left } = await desk.database.write((tx) => drawAgenda(tx, desk.actor, number, { count }, desk.when));
    const others = desk.speech.list(left.map((one) => desk.speech.t("committee.left.to", { ...one })));
    return go(desk, desk.url.pathname, "committee.drawn", { count: drawn, others, left: left.length });
  },
  async replan(desk, form, number) {
    const input = parse(replanInput, form);
    await desk.database.write((tx) => replanSession(tx, desk.actor, number, input, desk.when));
    return go(desk, desk.url.pathname, "committee.replanned");
  },
  async freeze(desk, _form, number) {
    await desk.database.write((tx) => freezeShortlist(tx, desk.actor, number, desk.when));
    return go(desk, desk.url.pathname, "committee.frozen");
  },
  async close(desk, form, number) {
    const { notes, againstRank } = parse(closeInput, form);
    const said = { notes: notes ? { [desk.locale]: notes } : null, againstRank };
    await desk.database.write((tx) => closeSession(tx, desk.actor, number, said, desk.when));
    return go(desk, desk.url.pathname, "committee.closed");
  },
  async cancel(desk, form, number) {
    const { reason } = parse(cancelInput, form);
    const told = { [desk.locale]: reason };
    await desk.database.write((tx) => cancelSession(tx, desk.actor, number, told, desk.when));
    return go(desk, desk.url.pathname, "committee.cancelled");
  },
  async sign(desk, _form, number) {
    await desk.database.write((tx) => signMinutes(tx, desk.actor, number, desk.when));
    return go(desk, desk.url.pathname, "committee.signed.notice");
  },
};

async function agenda(desk: Desk, form: FormData, number: number): Promise<Response> {
  const { intent, reference } = parse(agendaInput, form);
  const change = intent === "agenda-add" ? addToAgenda : removeFromAgenda;
  await desk.database.write((tx) => change(tx, desk.actor, number, reference, desk.when));
  return go(desk, desk.url.pathname, "committee.agenda.saved");
}

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const acting = new Map(Object.entries(ACTS)).get(String(form.get("intent"))) ?? agenda;
    return acting(desk, form, idFrom(desk.params.number));
  })(args);

export default function CommitteeSession() {
  return <SessionView {...useAnswer<typeof loader>()} />;
}
