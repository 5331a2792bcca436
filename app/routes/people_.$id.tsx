import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { useAnswer } from "#app/answer";
import { act, ask, type Desk, go, idFrom, parse } from "#app/desk.server";
import { choice, startedFrom } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { listDepartments } from "#app/people/departments.server";
import { readPerson } from "#app/people/directory.server";
import { editPerson, setActive } from "#app/people/edit-person.server";
import { issuePasswordLink, openLinkUntil } from "#app/people/password-link.server";
import { permit } from "#app/people/permit";
import { personEdit } from "#app/people/person";
import { type Access, type IssuedLink, isLinkFirst, PasswordLink, PersonAccess } from "#app/people/person-access";
import { PersonFacts } from "#app/people/person-facts";
import { PersonForm } from "#app/people/person-form";
import { endSessionsOf, sessionsOf } from "#app/people/sessions.server";
import { Badge } from "#app/ui/mark";
import { PageHeader, Section, Split } from "#app/ui/page";

export const handle = { title: ({ person }: { person: { name: string } }) => person.name };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, permits, when }) => {
    permit(actor, "person.read", {});
    const { hasPassword, version, ...person } = await readPerson(database, idFrom(params.id));
    if (!permits("person.edit")) return { person, editing: null };
    const { id: personId, name, email, active } = person;
    const access: Access = {
      ...{ personId, name, email, active, version, hasPassword },
      sessions: (await sessionsOf(database, personId, when.now)).length,
      linkUntil: await openLinkUntil(database, personId, when.now),
    };
    const mine = new Set(person.departments.map(({ id }) => id));
    const departments = (await listDepartments(database)).filter(({ id, active }) => active || mine.has(id));
    return { person, editing: { access, departments: departments.map(({ id, name }) => ({ id, name })) } };
  })(args);

const INTENTS = ["save", "close", "reopen", "link", "end-sessions"] as const;

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) =>
    deeds[parse(z.object({ intent: choice(INTENTS) }), form).intent](desk, form, idFrom(desk.params.id)),
  )(args);

type Deed = (desk: Desk, form: FormData, id: number) => Promise<Response>;

const setTo =
  (active: boolean): Deed =>
  async (desk, form, id) => {
    const { version } = parse(z.object({ version: startedFrom }), form);
    await desk.database.write((tx) => setActive(tx, desk.actor, id, { active, version }, desk.when));
    const { name } = await readPerson(desk.database, id);
    return go(desk, `/people/${id}`, active ? "people.reopen.done" : "people.close.done", { name });
  };

const deeds: Record<(typeof INTENTS)[number], Deed> = {
  save: async (desk, form, id) => {
    const edit = parse(personEdit, form);
    await desk.database.write((tx) => editPerson(tx, desk.actor, id, edit, desk.when));
    return go(desk, `/people/${id}`, "people.person.saved", { name: edit.name });
  },
  close: setTo(false),
  reopen: setTo(true),
  link: async ({ database, actor, context, url, when }, _form, id) => {
    const link = await database.write((tx) => issuePasswordLink(tx, actor, id, context.secret, when));
    const issued: IssuedLink = {
      url: (context.publicOrigin ?? url.origin) + link.path,
      until: link.expiresAt.getTime(),
    };
    // Answered at once instead of through a redirect: the link is on this one page and nowhere else.
    return json({ errors: {}, typed: { intent: "link" }, chosen: {}, issued });
  },
  "end-sessions": async (desk, _form, id) => {
    const count = await desk.database.write((tx) => endSessionsOf(tx, desk.actor, id, desk.when));
    return go(desk, `/people/${id}`, "people.sessions-of.ended", { count });
  },
};

export default function Person() {
  const { t } = useSpeech();
  const { person, editing } = useAnswer<typeof loader>();
  const { issued = null } = (useActionData() as { issued?: IssuedLink } | undefined) ?? {};
  return (
    <>
      <PageHeader
        title={person.name}
        crumbs={[{ label: t("people.list.title"), href: "/people" }]}
        meta={!person.active && <Badge tone="warning">{t("people.person.closed")}</Badge>}
      />
      {editing && isLinkFirst(editing.access, issued) && <PasswordLink access={editing.access} issued={issued} />}
      <PersonFacts person={person} />
      {editing && (
        <Split aside={<PersonAccess access={editing.access} issued={issued} />}>
          <Section title={t("people.person.edit")}>
            <PersonForm person={{ ...person, version: editing.access.version }} departments={editing.departments} />
          </Section>
        </Split>
      )}
    </>
  );
}
