import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer, useForm } from "#app/answer";
import { actAnyone, askAnyone, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { chosenPasswordInput } from "#app/people/password";
import { PasswordFields } from "#app/people/password-fields";
import { choosePassword, readPasswordLink } from "#app/people/password-link.server";
import { Button, ButtonLink } from "#app/ui/button";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";

export const handle = { title: "people.choose.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ database, context, params, when }) => {
    const link = await readPasswordLink(database, params.token ?? "", context.secret, when.now);
    if (link.state !== "open") return { state: link.state };
    return { state: link.state, name: link.name, email: link.email };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  actAnyone(async (reception, form) => {
    const { database, context, params, when } = reception;
    const { password } = parse(chosenPasswordInput, form);
    await choosePassword(database, params.token ?? "", password, context.secret, when);
    return go(reception, "/sign-in", "people.choose.done");
  })(args);

export default function ChoosePassword() {
  const { t } = useSpeech();
  const link = useAnswer<typeof loader>();
  const { errors, refusal } = useForm();
  if (link.state !== "open") {
    return (
      <>
        <PageHeader title={t("people.choose.closed")} lead={t(`people.refusal.link-${link.state}`)} />
        <p>
          <ButtonLink href="/sign-in">{t("desk.sign-in")}</ButtonLink>
        </p>
      </>
    );
  }
  const { name, email } = link;
  return (
    <>
      <PageHeader title={t("people.choose.title")} lead={t("people.choose.lead", { name, email })} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        {/* For password managers: whose password this is. */}
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <PasswordFields errors={errors} />
        <FormActions>
          <Button>{t("people.choose.submit")}</Button>
        </FormActions>
      </form>
    </>
  );
}
