import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { departmentInput } from "#app/people/department";
import { DepartmentForm } from "#app/people/department-form";
import { createDepartment } from "#app/people/departments.server";
import { permit } from "#app/people/permit";
import { PageHeader } from "#app/ui/page";

export const handle = { title: "people.departments.new" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ actor }) => {
    permit(actor, "department.edit", {});
    return null;
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = parse(departmentInput(desk.organisation.currency), form);
    await desk.database.write((tx) => createDepartment(tx, desk.actor, input, desk.when));
    return go(desk, "/admin/departments", "people.department.created", { code: input.code });
  })(args);

export default function NewDepartment() {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("people.departments.new")}
        crumbs={[{ label: t("people.departments.title"), href: "/admin/departments" }]}
      />
      <DepartmentForm stored={null} />
    </>
  );
}
