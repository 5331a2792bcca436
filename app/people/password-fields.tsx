import { useSpeech } from "#app/locales/use-speech";
import { TextField } from "#app/ui/field";
import { PASSWORD_MINIMUM } from "./password";

/** A new password, twice. What was typed never comes back to the page. */
export function PasswordFields(props: { errors: Record<string, string>; name?: string }) {
  const { errors, name = "password" } = props;
  const { t } = useSpeech();
  return (
    <>
      <TextField
        name={name}
        type="password"
        label={t("people.choose.new")}
        hint={t("people.choose.new.hint", { minimum: PASSWORD_MINIMUM })}
        error={errors[name]}
        autoComplete="new-password"
        minLength={PASSWORD_MINIMUM}
        maxLength={200}
        required
      />
      <TextField
        name={`${name}Again`}
        type="password"
        label={t("people.choose.again")}
        error={errors[`${name}Again`]}
        autoComplete="new-password"
        required
      />
    </>
  );
}
