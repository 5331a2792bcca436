import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer, useForm } from "#app/answer";
import { act, ask, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { Button } from "#app/ui/button";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice, PageHeader } from "#app/ui/page";
import { CaseFields } from "#app/use-cases/case-form";
import { draftInput, submissionInput } from "#app/use-cases/case-input";
import { readCaseChoices } from "#app/use-cases/choices.server";
import { createDraft, submitUseCase } from "#app/use-cases/submit.server";

export const handle = { title: "use-cases.new.title" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor }) => {
    permit(actor, "use-case.submit", NO_PARTIES);
    const choices = await readCaseChoices(database, actor);
    // Where there is only one to choose, it is chosen.
    const [only, ...others] = choices.departments;
    const departmentId = actor.departmentIds[0] ?? (others.length === 0 ? only?.id : null);
    return { choices, ownerId: actor.personId, departmentId: departmentId ?? null };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, locale } = desk;
    if (form.get("intent") === "save") {
      const { whyNew: _, ...content } = parse(draftInput, form);
      const { reference } = await database.write((tx) => createDraft(tx, actor, content, when));
      return go(desk, `/use-cases/${reference}/edit`, "use-cases.notice.draft-saved", { reference });
    }
    const submission = parse(submissionInput(locale), form);
    const done = await database.write((tx) =>
      submitUseCase(tx, actor, { ...submission, similarLookedAt: false }, when),
    );
    const { reference } = done;
    if (!done.submitted) return go(desk, `/use-cases/${reference}/edit#similar`);
    return go(desk, `/use-cases/${reference}`, "use-cases.notice.submitted", { reference });
  })(args);

export default function NewUseCase() {
  const { t } = useSpeech();
  const { choices, ownerId, departmentId } = useAnswer<typeof loader>();
  const { errors, refusal } = useForm();
  return (
    <>
      <PageHeader
        title={t("use-cases.new.title")}
        lead={t("use-cases.new.lead")}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }, { label: t("use-cases.new.title") }]}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form form-wide">
        <ErrorSummary errors={errors} />
        <CaseFields stored={{ ownerId, departmentId }} choices={choices} required />
        <FormActions sticky>
          <Button name="intent" value="submit">
            {t("use-cases.form.submit")}
          </Button>
          <Button name="intent" value="save" variant="quiet" formNoValidate>
            {t("use-cases.form.save-draft")}
          </Button>
        </FormActions>
      </form>
    </>
  );
}
