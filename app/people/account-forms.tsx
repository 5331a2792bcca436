import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { LOCALES } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { PasswordFields } from "./password-fields";

export interface OwnProfileForm {
  name: string;
  locale: string | null;
  theme: string | null;
  version: number;
}

export function ProfileForm({ profile }: { profile: OwnProfileForm }) {
  const { t } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("profile");
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "profile", version: profile.version }} />
      {rejection?.stale ? (
        <ConflictPanel
          fields={[{ label: t("people.person.name"), yours: rejection.typed.name ?? "", theirs: profile.name }]}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <TextField {...field("name", profile.name)} label={t("people.person.name")} autoComplete="name" required />
      <Select
        {...field("locale", profile.locale)}
        label={t("people.account.language")}
        empty={t("people.account.language.browser")}
        options={LOCALES.map((value) => ({ value, label: t(`people.language.${value}`) }))}
      />
      <Select
        {...field("theme", profile.theme)}
        label={t("desk.theme.label")}
        empty={t("people.account.theme.browser")}
        options={(["light", "dark"] as const).map((value) => ({ value, label: t(`desk.theme.${value}`) }))}
      />
      <FormActions>
        <Button>{t("desk.save")}</Button>
      </FormActions>
    </form>
  );
}

export function PasswordForm({ email }: { email: string }) {
  const { t } = useSpeech();
  const { errors, refusal } = useForm("password");
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "password" }} />
      {/* For password managers: whose password this is. */}
      <input type="hidden" name="username" value={email} autoComplete="username" />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <ErrorSummary errors={errors} />
      <TextField
        name="currentPassword"
        type="password"
        label={t("people.account.password.current")}
        error={errors.currentPassword}
        autoComplete="current-password"
        required
      />
      <PasswordFields errors={errors} />
      <FormActions>
        <Button>{t("people.account.password")}</Button>
      </FormActions>
    </form>
  );
}
