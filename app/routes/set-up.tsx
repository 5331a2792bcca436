import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useAnswer, useForm } from "#app/answer";
import { installScoringModel } from "#app/assessment/model.server";
import { installFilters } from "#app/committee/default-filters.server";
import { localeCookie, sessionCookie, visitorOf } from "#app/cookies.server";
import { actAnyone, askAnyone, go, parse } from "#app/desk.server";
import { Refusal } from "#app/kernel/refusal";
import { whenAt } from "#app/kernel/when";
import { useSpeech } from "#app/locales/use-speech";
import { hashPassword, openSession } from "#app/people/auth.server";
import { OrganisationFields } from "#app/people/organisation-fields";
import { PasswordFields } from "#app/people/password-fields";
import { CASEBOOK } from "#app/people/roles";
import { setUpInput } from "#app/people/set-up";
import { setUp } from "#app/people/set-up.server";
import { Button } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { ErrorSummary, Fieldset, FormActions } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";

export const handle = { title: "people.set-up.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ organisation, locale }) => {
    if (organisation) throw redirect("/sign-in");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // A server that keeps UTC says nothing of where its people live.
    return { name: "", currency: "EUR", fiscalFirstMonth: 1, timeZone: zone === "UTC" ? "Europe/Paris" : zone, locale };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  actAnyone(async (reception, form) => {
    const { database, context, request, organisation: existing } = reception;
    if (existing) throw new Refusal(409, "people.refusal.already-set-up");
    const { adminName, adminEmail, adminPassword, adminPasswordAgain: _, ...organisation } = parse(setUpInput, form);
    const admin = { name: adminName, email: adminEmail, passwordHash: await hashPassword(adminPassword) };
    const when = whenAt(reception.when.now, organisation);
    const session = await database.write(async (tx) => {
      const { adminId } = await setUp(tx, organisation, admin, when);
      await installScoringModel(tx, CASEBOOK, when);
      await installFilters(tx, CASEBOOK, when);
      return openSession(tx, adminId, adminName, visitorOf(request, context), context.secret, when);
    });
    const response = go(reception, "/", "people.set-up.done");
    response.headers.append("Set-Cookie", sessionCookie(context, session, when.now));
    response.headers.append("Set-Cookie", localeCookie(context, organisation.locale));
    return response;
  })(args);

export default function SetUp() {
  const { t } = useSpeech();
  const stored = useAnswer<typeof loader>();
  const form = useForm();
  const { field, errors, refusal } = form;
  return (
    <>
      <PageHeader title={t("people.set-up.title")} lead={t("people.set-up.lead")} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        <Fieldset legend={t("people.set-up.organisation")}>
          <OrganisationFields form={form} stored={stored} />
        </Fieldset>
        <Fieldset legend={t("people.set-up.administrator")}>
          <TextField {...field("adminName")} label={t("people.person.name")} autoComplete="name" required />
          <TextField {...field("adminEmail")} type="email" label={t("people.email")} autoComplete="username" required />
          <PasswordFields name="adminPassword" errors={errors} />
        </Fieldset>
        <FormActions>
          <Button>{t("people.set-up.submit")}</Button>
        </FormActions>
      </form>
    </>
  );
}
