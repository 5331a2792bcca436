import type { FormState } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { CheckboxGroup } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ROLES, type Role } from "./roles";

export interface StoredPerson {
  name: string;
  email: string;
  roles: readonly Role[];
  departments: readonly { id: number; name: Told }[];
}

export interface DepartmentChoice {
  id: number;
  name: Told;
}

export function PersonFields(props: {
  form: FormState;
  stored?: StoredPerson;
  departments: readonly DepartmentChoice[];
}) {
  const { form, stored, departments } = props;
  const { field, choices } = form;
  const { t, tell } = useSpeech();
  return (
    <>
      <TextField {...field("name", stored?.name)} label={t("people.person.name")} maxLength={120} required />
      <TextField
        {...field("email", stored?.email)}
        type="email"
        label={t("people.email")}
        maxLength={200}
        autoComplete="off"
        required
      />
      <CheckboxGroup
        {...choices("roles[]", stored?.roles)}
        label={t("people.person.roles")}
        options={ROLES.map((role) => ({
          value: role,
          label: t(`people.role.${role}`),
          hint: t(`people.role-hint.${role}`),
        }))}
      />
      {departments.length > 0 ? (
        <CheckboxGroup
          {...choices(
            "departmentIds[]",
            stored?.departments.map(({ id }) => String(id)),
          )}
          label={t("people.person.departments")}
          hint={t("people.person.departments.hint")}
          options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        />
      ) : (
        <p className="hint">
          {t("people.person.no-departments")} <a href="/admin/departments/new">{t("people.departments.new")}</a>
        </p>
      )}
    </>
  );
}
