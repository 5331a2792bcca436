import { useSpeech } from "#app/locales/use-speech";
import { Notice } from "#app/ui/page";
import type { Choices } from "../choices.server";

/** Why the form cannot be submitted yet, and where a department is made or who makes one. */
export function NoDepartment({ mayMake, makers }: NonNullable<Choices["noDepartment"]>) {
  const { t, list } = useSpeech();
  return (
    <Notice tone="warning" title={t("use-cases.form.no-department")}>
      <p>{t("use-cases.form.no-department.next")}</p>
      <p>
        {mayMake ? (
          <a href="/admin/departments/new">{t("use-cases.form.no-department.make")}</a>
        ) : (
          t("use-cases.form.no-department.ask", { names: list(makers) })
        )}
      </p>
    </Notice>
  );
}
