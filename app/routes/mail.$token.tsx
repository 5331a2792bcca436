import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { actAnyone, askAnyone, go, parse } from "#app/desk.server";
import { MailLinkPage } from "#app/people/mail-forms";
import { rhythmInput } from "#app/people/mail-rhythm";
import { chooseRhythmByLink, personOfMailToken } from "#app/people/unsubscribe.server";

export const handle = { title: "people.mail.link.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ database, params, context }) => {
    const { name, rhythm } = await personOfMailToken(database, params.token, context.secret);
    return { name, rhythm };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  actAnyone(async (reception, form) => {
    const { database, params, context, when, speech, url } = reception;
    // The one click of RFC 8058 comes from the mail's own server: no page, no redirect.
    const oneClick = form.get("List-Unsubscribe") === "One-Click";
    const rhythm = oneClick ? "never" : parse(rhythmInput, form).rhythm;
    await database.write((tx) => chooseRhythmByLink(tx, params.token, rhythm, context.secret, when));
    if (oneClick) return new Response(null, { status: 204 });
    return go(reception, url.pathname, "people.mail.rhythm.saved", {
      rhythm: speech.t(`people.mail.rhythm.${rhythm}`),
    });
  })(args);

export default function MailLink() {
  return <MailLinkPage {...useAnswer<typeof loader>()} />;
}
