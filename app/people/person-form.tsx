import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { type DepartmentChoice, PersonFields, type StoredPerson } from "./person-fields";
import { isRole } from "./roles";

/** An administrator's edit of a person, with both sides where another administrator was faster. */
export function PersonForm(props: {
  person: StoredPerson & { version: number };
  departments: readonly DepartmentChoice[];
}) {
  const { person, departments } = props;
  const { t, tell, list } = useSpeech();
  const form = useForm("save");
  const { errors, refusal, rejection } = form;
  const rolesIn = (roles: readonly string[]) =>
    list(
      roles
        .filter(isRole)
        .map((role) => t(`people.role.${role}`))
        .sort(),
    );
  const departmentsIn = (ids: readonly string[]) =>
    list(departments.filter(({ id }) => ids.includes(String(id))).map(({ name }) => tell(name)));
  return (
    <form method="post" className="form">
      <Hidden values={{ intent: "save", version: person.version }} />
      {rejection?.stale ? (
        <ConflictPanel
          fields={[
            { label: t("people.person.name"), yours: rejection.typed.name ?? "", theirs: person.name },
            { label: t("people.email"), yours: rejection.typed.email ?? "", theirs: person.email },
            {
              label: t("people.person.roles"),
              yours: rolesIn(rejection.chosen["roles[]"] ?? []),
              theirs: rolesIn(person.roles),
            },
            {
              label: t("people.person.departments"),
              yours: departmentsIn(rejection.chosen["departmentIds[]"] ?? []),
              theirs: departmentsIn(person.departments.map(({ id }) => String(id))),
            },
          ]}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <PersonFields form={form} stored={person} departments={departments} />
      <FormActions>
        <Button>{t("desk.save")}</Button>
      </FormActions>
    </form>
  );
}
