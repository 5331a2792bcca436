import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer, useForm } from "#app/answer";
import { act, ask, type Desk, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { permit } from "#app/people/permit";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { CaseConflict } from "#app/use-cases/case-conflict";
import { CaseFields } from "#app/use-cases/case-form";
import { caseVersion, draftInput, editInput, submissionInput } from "#app/use-cases/case-input";
import { openCase } from "#app/use-cases/cases.server";
import { readCaseChoices } from "#app/use-cases/choices.server";
import { contentOf } from "#app/use-cases/content";
import { editCase } from "#app/use-cases/edit.server";
import { joinCase } from "#app/use-cases/similar/join.server";
import { similarTo, tooNear } from "#app/use-cases/similar/similar.server";
import { SimilarStep } from "#app/use-cases/similar/step";
import { deleteDraft, saveDraft, submitDraft } from "#app/use-cases/submit.server";

export const handle = {
  title: ({ reference }: { reference: string }, { t }: Speech) => t("use-cases.edit.title", { reference }),
};

const FORM = "use-case";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "use-case.edit", useCase);
    const { reference, version, stage, whyNew } = useCase;
    const draft = stage === "draft";
    const similar = draft ? tooNear(await similarTo(database, useCase, useCase.id)) : [];
    const stored = { ...contentOf(useCase), reference, version, whyNew };
    return { reference, draft, stored, similar, choices: await readCaseChoices(database, actor, useCase) };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { id, reference, stage } = await openCase(desk.database, desk.actor, desk.params.reference);
    return stage === "draft" ? workOnDraft(desk, form, id) : saveEdit(desk, form, id, reference);
  })(args);

async function saveEdit(desk: Desk, form: FormData, id: number, reference: string): Promise<Response> {
  const { version } = parse(caseVersion, form);
  const { whyNew: _, ...content } = parse(editInput(desk.locale), form);
  await desk.database.write((tx) => editCase(tx, desk.actor, { id, version, content }, desk.when));
  return go(desk, `/use-cases/${reference}`, "use-cases.notice.saved", { reference });
}

async function workOnDraft(desk: Desk, form: FormData, id: number): Promise<Response> {
  const { database, actor, when, locale } = desk;
  const join = form.get("join");
  if (typeof join === "string") {
    const reference = await database.write((tx) => joinCase(tx, actor, id, join, when));
    return go(desk, `/use-cases/${reference}`, "use-cases.notice.joined", { reference });
  }
  const intent = form.get("intent");
  if (intent === "delete") {
    const reference = await database.write((tx) => deleteDraft(tx, actor, id, when));
    return go(desk, "/use-cases", "use-cases.notice.draft-deleted", { reference });
  }
  const { version } = parse(caseVersion, form);
  if (intent === "save") {
    const { whyNew: _, ...content } = parse(draftInput, form);
    const reference = await database.write((tx) => saveDraft(tx, actor, { id, version, content }, when));
    return go(desk, `/use-cases/${reference}/edit`, "use-cases.notice.draft-saved", { reference });
  }
  const { whyNew, ...content } = parse(submissionInput(locale), form);
  const done = await database.write((tx) => submitDraft(tx, actor, { id, version, content, whyNew }, when));
  const { reference } = done;
  if (!done.submitted) return go(desk, `/use-cases/${reference}/edit#similar`);
  return go(desk, `/use-cases/${reference}`, "use-cases.notice.submitted", { reference });
}

export default function EditUseCase() {
  const { t } = useSpeech();
  const { reference, draft, stored, similar, choices } = useAnswer<typeof loader>();
  const { errors, refusal, rejection } = useForm();
  return (
    <>
      {rejection?.stale && <CaseConflict rejection={rejection} stored={stored} choices={choices} />}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      {similar.length > 0 && <SimilarStep similar={similar} whyNew={stored.whyNew} form={FORM} />}
      <form method="post" className="form form-wide" id={FORM}>
        <ErrorSummary errors={errors} />
        <CaseFields stored={stored} choices={choices} required={draft} />
        <FormActions sticky>
          {draft ? (
            <>
              <Button name="intent" value="submit">
                {t("use-cases.form.submit")}
              </Button>
              <Button name="intent" value="save" variant="quiet" formNoValidate>
                {t("use-cases.form.save-draft")}
              </Button>
            </>
          ) : (
            <>
              <Button>{t("desk.save")}</Button>
              <ButtonLink href={`/use-cases/${reference}`}>{t("desk.cancel")}</ButtonLink>
            </>
          )}
        </FormActions>
      </form>
      {draft && (
        <ConfirmForm
          label={t("use-cases.draft.delete")}
          consequence={t("use-cases.draft.delete.consequence")}
          submit={t("use-cases.draft.delete.submit")}
          intent="delete"
        />
      )}
    </>
  );
}
