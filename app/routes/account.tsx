import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import { choice, idOf } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { PasswordForm, ProfileForm } from "#app/people/account-forms";
import { tokensOf } from "#app/people/api-tokens.server";
import { changePassword } from "#app/people/change-password.server";
import { readPerson } from "#app/people/directory.server";
import { editOwnProfile } from "#app/people/edit-person.server";
import { MailSection } from "#app/people/mail-forms";
import { rhythmInput } from "#app/people/mail-rhythm";
import { changedPasswordInput } from "#app/people/password";
import { ownProfileInput } from "#app/people/person";
import { PersonFacts } from "#app/people/person-facts";
import { endOtherSessions, endSession, sessionsOf } from "#app/people/sessions.server";
import { SessionsTable } from "#app/people/sessions-table";
import { chooseRhythm, rhythmOf } from "#app/people/unsubscribe.server";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { PageHeader, Section } from "#app/ui/page";

export const handle = { title: "desk.account" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, signedIn, when, context }) => {
    const { name, version, roles, departments } = await readPerson(database, actor.personId);
    const { email, locale, theme } = signedIn;
    const sessions = await sessionsOf(database, actor.personId, when.now);
    return {
      rhythm: await rhythmOf(database, actor.personId),
      mailed: context.mails,
      profile: { name, version, locale, theme },
      person: { email, roles, departments },
      tokens: (await tokensOf(database, actor.personId, when.now)).filter(({ state }) => state === "usable").length,
      sessions: sessions.map((session) => ({ ...session, own: session.id === signedIn.sessionId })),
    };
  })(args);

const INTENTS = ["profile", "rhythm", "password", "end-session", "end-others"] as const;

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => deeds[parse(z.object({ intent: choice(INTENTS) }), form).intent](desk, form))(args);

const deeds: Record<(typeof INTENTS)[number], (desk: Desk, form: FormData) => Promise<Response>> = {
  profile: async (desk, form) => {
    const profile = parse(ownProfileInput, form);
    await desk.database.write((tx) => editOwnProfile(tx, desk.actor, profile, desk.when));
    return go(desk, "/account", "people.account.saved");
  },
  rhythm: async (desk, form) => {
    const { rhythm } = parse(rhythmInput, form);
    await desk.database.write((tx) => chooseRhythm(tx, desk.actor, rhythm, desk.when));
    const said = desk.speech.t(`people.mail.rhythm.${rhythm}`);
    return go(desk, "/account#mail", "people.mail.rhythm.saved", { rhythm: said });
  },
  password: async (desk, form) => {
    const passwords = parse(changedPasswordInput, form);
    await changePassword(desk.database, desk.signedIn, passwords, desk.context.address, desk.when);
    return go(desk, "/account", "people.account.password.changed");
  },
  "end-session": async (desk, form) => {
    const { sessionId } = parse(z.object({ sessionId: idOf }), form);
    await desk.database.write((tx) => endSession(tx, desk.actor, sessionId, desk.when));
    return go(desk, "/account", "people.sessions.ended");
  },
  "end-others": async (desk) => {
    const { actor, signedIn, when, database } = desk;
    const count = await database.write((tx) => endOtherSessions(tx, actor, signedIn.sessionId, when));
    return go(desk, "/account", "people.sessions-of.ended", { count });
  },
};

export default function Account() {
  const { t } = useSpeech();
  const { profile, person, sessions, tokens, rhythm, mailed } = useAnswer<typeof loader>();
  return (
    <>
      <PageHeader title={t("desk.account")} lead={t("people.account.roles.hint")} />
      <PersonFacts person={person} />
      <Section title={t("people.account.profile")}>
        <ProfileForm profile={profile} />
      </Section>
      <MailSection rhythm={rhythm} mailed={mailed} />
      <Section title={t("people.account.password")} lead={t("people.account.password.lead")}>
        <PasswordForm email={person.email} />
      </Section>
      <Section
        title={t("people.sessions.title")}
        lead={t("people.sessions.lead")}
        actions={
          sessions.length > 1 && (
            <form method="post">
              <Hidden values={{ intent: "end-others" }} />
              <Button variant="quiet">{t("people.sessions.end-others")}</Button>
            </form>
          )
        }
      >
        <SessionsTable sessions={sessions} />
      </Section>
      <Section title={t("people.tokens.manage")} lead={t("people.tokens.lead")}>
        <p>
          <a href="/account/tokens">{t("people.tokens.count", { count: tokens })}</a>
        </p>
      </Section>
    </>
  );
}
