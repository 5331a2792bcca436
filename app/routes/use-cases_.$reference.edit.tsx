import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useAnswer, useForm } from "#app/answer";
import { act, ask, asTyped, type Desk, go, parse } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { moveThroughGate } from "#app/measurement/move-case.server";
import { sentBefore, writeOnce } from "#app/once.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { permit } from "#app/people/permit";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice, Split } from "#app/ui/page";
import { campaignChoice } from "#app/use-cases/campaigns/campaign";
import { CampaignField } from "#app/use-cases/campaigns/campaign-field";
import { campaignsOfDraft, chooseCampaign } from "#app/use-cases/campaigns/put-in.server";
import { caseVersion, draftInput, editInput, submissionInput, withdrawalInput } from "#app/use-cases/case-input";
import { openCase, type UseCase } from "#app/use-cases/cases.server";
import { PEOPLE_FIELDS, readCaseChoices } from "#app/use-cases/choices.server";
import { contentOf } from "#app/use-cases/content";
import { editCase, mayStillEdit } from "#app/use-cases/edit.server";
import { type Advice, adviseOn } from "#app/use-cases/intake/advice.server";
import { EstimatePanel } from "#app/use-cases/intake/advice-parts";
import { CaseConflict } from "#app/use-cases/intake/case-conflict";
import { CaseFields } from "#app/use-cases/intake/case-form";
import { DraftState } from "#app/use-cases/intake/draft-state";
import { GuideNext } from "#app/use-cases/intake/guide";
import { entryOf, liveAnswersInput } from "#app/use-cases/intake/live-entry";
import { contentTyped, liveTyped } from "#app/use-cases/intake/typed";
import { Withdrawal } from "#app/use-cases/intake/withdrawal";
import { similarTo, tooNear } from "#app/use-cases/similar/similar.server";
import { refuseMerged } from "#app/use-cases/similar/standing-in.server";
import { SimilarStep } from "#app/use-cases/similar/step";
import { mayStillTakeBack } from "#app/use-cases/stood-at.server";
import { deleteDraft, type Submitted, saveDraft, submitDraft } from "#app/use-cases/submit.server";

export const handle = {
  title: ({ reference }: { reference: string }, { t }: Speech) => t("use-cases.edit.title", { reference }),
};

const FORM = "use-case";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, params, organisation, permits, when }) => {
    const useCase = await openCase(database, actor, params.reference);
    permit(actor, "use-case.edit", useCase);
    await refuseMerged(database, useCase);
    const { reference, version, stage, whyNew } = useCase;
    const draft = stage === "draft";
    const similar = draft ? tooNear(await similarTo(database, useCase, useCase.id)) : [];
    const stored = { ...contentOf(useCase), reference, version, whyNew };
    return {
      ...{ reference, draft, stored, similar, me: actor.personId },
      choices: await readCaseChoices(database, actor, useCase),
      campaigns: draft ? await campaignsOfDraft(database, actor, useCase.campaignId, when.today) : null,
      advice: await adviseOn(database, useCase, organisation.currency),
      live: draft ? { answers: useCase.liveEntry, today: when.today } : null,
      frozen: !mayStillEdit(actor, useCase),
      mayDelete: draft && permits("draft.delete", useCase),
      stage: permits("use-case.withdraw", useCase) && (await mayStillTakeBack(database, useCase)) ? stage : null,
    };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const useCase = await openCase(desk.database, desk.actor, desk.params.reference);
    const { id, reference, stage } = useCase;
    const intent = form.get("intent");
    if (intent === "advise") {
      const { said } = await withPeople(desk, form, useCase);
      const { content } = contentTyped(said);
      const advice = await adviseOn(desk.database, content, desk.organisation.currency);
      return json({ ...asTyped(form), advice });
    }
    if (intent === "withdraw" || intent === "again") return takeBack(desk, form, { id, reference }, intent);
    // Pressed twice: the first time has submitted it already.
    const before = stage === "draft" ? null : await sentBefore<Submitted>(desk, form);
    if (before) return submittedAs(desk, before);
    return stage === "draft" ? workOnDraft(desk, form, useCase) : saveEdit(desk, form, useCase);
  })(args);

/** Whoever put it in takes it out of the queue, or puts it in again. */
async function takeBack(
  desk: Desk,
  form: FormData,
  of: { id: number; reference: string },
  intent: "withdraw" | "again",
) {
  const reason = { [desk.locale]: parse(withdrawalInput, form).reason };
  const to = intent === "withdraw" ? "withdrawn" : "submitted";
  await writeOnce(desk, form, (tx) => moveThroughGate(tx, desk.actor, { useCaseId: of.id, to, reason }, desk.when));
  return go(desk, `/use-cases/${of.reference}`, `intake.back.${intent}.done`, { reference: of.reference });
}

const withPeople = ({ database }: Desk, form: FormData, useCase: UseCase) =>
  peopleTyped(
    database,
    form,
    PEOPLE_FIELDS,
    PEOPLE_FIELDS.map((field) => useCase[field]),
  );

async function saveEdit(desk: Desk, form: FormData, useCase: UseCase): Promise<Response> {
  const { id, reference } = useCase;
  await refuseMerged(desk.database, useCase);
  const { version } = parse(caseVersion, form);
  const { said, faults } = await withPeople(desk, form, useCase);
  const { whyNew: _, ...content } = parse(editInput(desk.locale, contentOf(useCase)), said, faults);
  await desk.database.write((tx) => editCase(tx, desk.actor, { id, version, content }, desk.when));
  return go(desk, `/use-cases/${reference}`, "use-cases.notice.saved", { reference });
}

async function workOnDraft(desk: Desk, form: FormData, useCase: UseCase): Promise<Response> {
  const { id } = useCase;
  const { database, actor, when, locale } = desk;
  const liveEntry = liveTyped(form);
  const join = form.get("join");
  if (typeof join === "string") {
    // What was typed beside it is kept with the draft, which then joins.
    if (form.has("version")) {
      const { version } = parse(caseVersion, form);
      const { whyNew: _, ...content } = parse(draftInput, form);
      await database.write((tx) => saveDraft(tx, actor, { id, version, content, liveEntry }, when));
    }
    const draft = await openCase(database, actor, desk.params.reference);
    return go(desk, `/use-cases/${encodeURIComponent(join)}/join?from=${draft.reference}#join`);
  }
  const intent = form.get("intent");
  if (intent === "delete") {
    const reference = await database.write((tx) => deleteDraft(tx, actor, id, when));
    return go(desk, "/use-cases", "use-cases.notice.draft-deleted", { reference });
  }
  const { version } = parse(caseVersion, form);
  const { said, faults } = await withPeople(desk, form, useCase);
  if (intent === "save") {
    const { whyNew: _, ...content } = parse(draftInput, said, faults);
    const { reference } = await writeOnce(desk, form, async (tx) => {
      const saved = await saveDraft(tx, actor, { id, version, content, liveEntry }, when);
      await chooseCampaign(tx, actor, id, campaignIn(form), when);
      return saved;
    });
    return go(desk, `/use-cases/${reference}/edit`, "use-cases.notice.draft-saved", { reference });
  }
  const live = entryOf(parse(liveAnswersInput, form), when.today);
  const { whyNew, ...content } = parse(submissionInput(locale), said, { ...faults, ...live.faults });
  const draft = { id, version, content, whyNew, liveEntry };
  const done = await writeOnce(desk, form, async (tx) => {
    const put = await submitDraft(tx, actor, draft, when, live.entry);
    await chooseCampaign(tx, actor, id, campaignIn(form), when);
    return put;
  });
  return submittedAs(desk, done, live.entry !== null);
}

/** Undefined where the form did not ask. */
const campaignIn = (form: FormData) => (form.has("campaign") ? parse(campaignChoice, form).campaign : undefined);

function submittedAs(desk: Desk, { reference, submitted }: Submitted, live = false): Response {
  if (!submitted) return go(desk, `/use-cases/${reference}/edit#similar`);
  const notice = live ? "intake.live.done" : "use-cases.notice.submitted";
  return go(desk, `/use-cases/${reference}`, notice, { reference });
}

export default function EditUseCase() {
  const { t } = useSpeech();
  const { reference, draft, stored, similar, choices, campaigns, me, live, frozen, stage, mayDelete, ...answer } =
    useAnswer<typeof loader>();
  const { advice = answer.advice } = (useActionData() as { advice?: Advice } | undefined) ?? {};
  const { errors, refusal, rejection } = useForm();
  return (
    <>
      {rejection?.stale && <CaseConflict rejection={rejection} stored={stored} choices={choices} />}
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      {similar.length > 0 && <SimilarStep similar={similar} whyNew={stored.whyNew} form={FORM} />}
      {frozen ? (
        <Notice tone="info">{t("use-cases.refusal.screened")}</Notice>
      ) : (
        <Split aside={<EstimatePanel advice={advice} form={FORM} />} follow>
          <form
            method="post"
            id={FORM}
            className="form"
            data-enhance={draft ? "live-parts draft guide" : "live-parts draft"}
            data-live="advise"
            data-person={me}
            data-place={reference}
            data-keep={draft ? "server" : "device"}
            data-turned={rejection ? "" : undefined}
          >
            <ErrorSummary errors={errors} />
            <CaseFields stored={stored} choices={choices} advice={advice} required={draft} live={live ?? undefined} />
            {campaigns && <CampaignField {...campaigns} />}
            <FormActions sticky>
              {draft ? (
                <>
                  <GuideNext />
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
              <DraftState />
            </FormActions>
          </form>
        </Split>
      )}
      <Withdrawal stage={stage} />
      {mayDelete && (
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
