import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer, useForm } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { createPerson } from "#app/people/create-person.server";
import { listDepartments } from "#app/people/departments.server";
import { permit } from "#app/people/permit";
import { personInput } from "#app/people/person";
import { PersonFields } from "#app/people/person-fields";
import { Button, ButtonLink } from "#app/ui/button";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";

export const handle = { title: "people.list.new" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => {
    permit(actor, "person.edit", {});
    const departments = (await listDepartments(database)).filter(({ active }) => active);
    return { departments: departments.map(({ id, name }) => ({ id, name })) };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const input = parse(personInput, form);
    const { personId } = await desk.database.write((tx) => createPerson(tx, desk.actor, input, null, desk.when));
    return go(desk, `/people/${personId}`, "people.person.created", { name: input.name });
  })(args);

export default function NewPerson() {
  const { t } = useSpeech();
  const { departments } = useAnswer<typeof loader>();
  const form = useForm();
  return (
    <>
      <PageHeader
        title={t("people.list.new")}
        crumbs={[{ label: t("people.list.title"), href: "/people" }]}
        lead={t("people.person.create.lead")}
      />
      {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={form.errors} />
        <PersonFields form={form} departments={departments} />
        <FormActions>
          <Button>{t("people.person.create")}</Button>
          <ButtonLink href="/people">{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
