import type { FormState } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { CheckboxGroup } from "#app/ui/choice";
import { HEARINGS, type Hearing } from "./roles";

/** Whom a session must hear, to tick. */
export function HearsField({ form, stored }: { form: FormState; stored: readonly Hearing[] }) {
  const { t } = useSpeech();
  return (
    <CheckboxGroup
      {...form.choices("hears[]", stored)}
      label={t("people.organisation.hears")}
      hint={t("people.organisation.hears.hint")}
      options={HEARINGS.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
    />
  );
}
