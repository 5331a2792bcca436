import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useForm } from "#app/answer";
import { sessionCookie, visitorOf } from "#app/cookies.server";
import { actAnyone, askAnyone, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { signIn } from "#app/people/auth.server";
import { safeReturn, signInInput } from "#app/people/sign-in";
import { Button } from "#app/ui/button";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";

export const handle = { title: "people.sign-in.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async ({ organisation, signedIn, url }) => {
    if (!organisation) throw redirect("/set-up");
    if (signedIn) throw redirect(safeReturn(url.searchParams.get("to")));
    return null;
  })(args);

export const action = (args: ActionFunctionArgs) =>
  actAnyone(async (reception, form) => {
    const { context, request, when, url } = reception;
    const credentials = parse(signInInput, form);
    const session = await signIn(context.database, credentials, visitorOf(request, context), context.secret, when);
    const response = go(reception, safeReturn(url.searchParams.get("to")));
    response.headers.append("Set-Cookie", sessionCookie(context, session, when.now));
    return response;
  })(args);

export default function SignIn() {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm();
  return (
    <>
      <PageHeader title={t("people.sign-in.title")} lead={t("people.sign-in.lead")} />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <TextField {...field("email")} type="email" label={t("people.email")} autoComplete="username" required />
        <TextField
          {...field("password")}
          type="password"
          label={t("people.password")}
          hint={t("people.password.forgotten")}
          autoComplete="current-password"
          required
        />
        <FormActions>
          <Button>{t("desk.sign-in")}</Button>
        </FormActions>
      </form>
    </>
  );
}
