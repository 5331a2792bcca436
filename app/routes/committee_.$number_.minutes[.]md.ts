import type { LoaderFunctionArgs } from "@remix-run/node";
import { scoresHiddenFrom } from "#app/assessment/blind.server";
import { minutesText } from "#app/committee/minutes";
import { hiddenInSession, readMinutes, seenOf, signatureOf, veiledMinutes } from "#app/committee/minutes.server";
import { sessionByNumber } from "#app/committee/sessions.server";
import { ask, go, idFrom } from "#app/desk.server";
import { attachmentHeaders } from "#app/kernel/attachment";

/** The minutes of a closed session, as a text that any editor opens. */
export const loader = (args: LoaderFunctionArgs) =>
  ask(async (desk) => {
    const { database, actor, params, speech } = desk;
    const number = idFrom(params.number);
    const { status } = await sessionByNumber(database, number);
    if (status !== "closed") {
      const why = status === "cancelled" ? "committee.refusal.cancelled" : "committee.refusal.open";
      return go(desk, `/committee/${number}`, why, { number });
    }
    const { session, minutes } = await readMinutes(database, number);
    const hidden = await hiddenInSession(database, session.id, scoresHiddenFrom(actor));
    const text = minutesText(
      veiledMinutes(minutes, hidden),
      { hidden, seen: await seenOf(database, actor, minutes), signed: await signatureOf(database, session) },
      speech,
    );
    const body = new TextEncoder().encode(text);
    const name = `${speech.t("committee.minutes.file", { number: session.number })}.md`;
    return new Response(body, { headers: attachmentHeaders({ name, mediaType: "text/markdown", size: body.length }) });
  })(args);
