import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { act, ask, go, idFrom, parse } from "#app/desk.server";
import type { Told } from "#app/kernel/told";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { departmentInput, departmentVersion } from "#app/people/department";
import { DepartmentForm } from "#app/people/department-form";
import { editDepartment, readDepartment } from "#app/people/departments.server";
import { permit } from "#app/people/permit";
import { PageHeader } from "#app/ui/page";

export const handle = { title: ({ name }: { name: Told }, { tell }: Speech) => tell(name) };

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    permit(actor, "department.edit", {});
    return readDepartment(database, idFrom(params.id));
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const edit = {
      ...parse(departmentInput(desk.organisation.currency), form),
      ...parse(departmentVersion, form),
    };
    await desk.database.write((tx) => editDepartment(tx, desk.actor, idFrom(desk.params.id), edit, desk.when));
    return go(desk, "/admin/departments", "people.department.saved", { code: edit.code });
  })(args);

export default function Department() {
  const { t, tell } = useSpeech();
  const department = useAnswer<typeof loader>();
  return (
    <>
      <PageHeader
        title={tell(department.name)}
        eyebrow={department.code}
        crumbs={[{ label: t("people.departments.title"), href: "/admin/departments" }]}
      />
      <DepartmentForm stored={department} />
    </>
  );
}
