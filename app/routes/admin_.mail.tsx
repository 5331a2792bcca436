import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { AdministrationTabs } from "#app/administration";
import { useAnswer } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { idOf } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { readMailState } from "#app/people/mail-content.server";
import { MailStatePage } from "#app/people/mail-state";
import { permit } from "#app/people/permit";
import { retryMail } from "#app/people/retry-mail.server";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "people.mail.state.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, context }) => {
    permit(actor, "organisation.edit", {});
    const { lastSentAt, troubles, ...counts } = await readMailState(database);
    return {
      mailed: context.mails,
      demo: organisation.demo,
      state: {
        ...counts,
        lastSentAt: lastSentAt?.getTime() ?? null,
        troubles: troubles.map((trouble) => ({ ...trouble, at: trouble.at.getTime() })),
      },
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { mail } = parse(z.object({ mail: idOf }), form);
    await desk.database.write((tx) => retryMail(tx, desk.actor, mail, desk.when));
    return go(desk, "/admin/mail", "people.mail.state.retried");
  })(args);

export default function MailAdministration() {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader title={t("people.mail.state.title")} lead={t("people.mail.state.lead")} />
      <AdministrationTabs current="/admin/mail" />
      <MailStatePage {...useAnswer<typeof loader>()} />
    </>
  );
}
