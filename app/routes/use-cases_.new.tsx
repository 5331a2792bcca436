import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { z } from "zod";
import { useAnswer, useForm } from "#app/answer";
import { act, ask, asTyped, type Desk, go, parse } from "#app/desk.server";
import { useSpeech } from "#app/locales/use-speech";
import { writeOnce } from "#app/once.server";
import { peopleTyped } from "#app/people/people-typed.server";
import { NO_PARTIES } from "#app/people/permissions";
import { permit } from "#app/people/permit";
import { Button } from "#app/ui/button";
import { ErrorSummary, FormActions } from "#app/ui/form";
import { Notice, PageHeader, Split } from "#app/ui/page";
import { campaignChoice } from "#app/use-cases/campaigns/campaign";
import { CampaignField } from "#app/use-cases/campaigns/campaign-field";
import { campaignsToChoose } from "#app/use-cases/campaigns/campaigns.server";
import { putInFor } from "#app/use-cases/campaigns/put-in.server";
import { draftInput, draftKeyInput, submissionInput } from "#app/use-cases/case-input";
import { caseByReference } from "#app/use-cases/cases.server";
import { PEOPLE_FIELDS, readCaseChoices } from "#app/use-cases/choices.server";
import { NOTHING_SAID } from "#app/use-cases/content";
import { type Advice, adviseOn } from "#app/use-cases/intake/advice.server";
import { EstimatePanel } from "#app/use-cases/intake/advice-parts";
import { CaseFields } from "#app/use-cases/intake/case-form";
import { DraftList } from "#app/use-cases/intake/draft-list";
import { DraftState } from "#app/use-cases/intake/draft-state";
import { draftsOf } from "#app/use-cases/intake/drafts.server";
import { GuideNext } from "#app/use-cases/intake/guide";
import { KeptTexts } from "#app/use-cases/intake/kept-texts";
import { entryOf, type LiveEntry, liveAnswersInput } from "#app/use-cases/intake/live-entry";
import { contentTyped, liveTyped } from "#app/use-cases/intake/typed";
import { begunBy, keepDraft, submitDraft, submitUseCase } from "#app/use-cases/submit.server";

export const handle = { title: "use-cases.new.title" } as const;
const FORM = "use-case";

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, actor, organisation, url, when }) => {
    permit(actor, "use-case.submit", NO_PARTIES);
    const choices = await readCaseChoices(database, actor);
    // Where there is only one to choose, it is chosen.
    const [only, ...others] = choices.departments;
    const departmentId = actor.departmentIds[0] ?? (others.length === 0 ? only?.id : null) ?? null;
    const stored = { ...NOTHING_SAID, ownerId: actor.personId, departmentId };
    const advice = await adviseOn(database, stored, organisation.currency);
    const campaigns = await campaignsToChoose(database, actor, url.searchParams.get("campaign"), when.today);
    const drafts = await draftsOf(database, actor.personId);
    return { choices, stored, advice, me: actor.personId, drafts, campaigns, today: when.today };
  })(args);

export const action = (args: ActionFunctionArgs) =>
  act(async (desk, form) => {
    const { database, actor, when, organisation } = desk;
    const intent = form.get("intent");
    const { said, faults } = await peopleTyped(database, form, PEOPLE_FIELDS);
    if (intent === "advise") {
      const { content } = contentTyped(said);
      return json({ ...asTyped(form), advice: await adviseOn(database, content, organisation.currency) });
    }
    const key = parse(draftKeyInput, form);
    const join = form.get("join");
    if (typeof join === "string") {
      // What was typed is kept as a draft, which then joins.
      const { whyNew: _, ...content } = parse(draftInput, said, faults);
      const { reference } = await writeOnce(desk, form, (tx) =>
        keepDraft(tx, actor, { content, ...key, liveEntry: liveTyped(form) }, when),
      );
      return go(desk, `/use-cases/${encodeURIComponent(join)}/join?from=${reference}#join`);
    }
    if (intent === "save") {
      const { whyNew: _, ...content } = parse(draftInput, said, faults);
      const { campaign } = parse(campaignChoice, form);
      const { reference } = await writeOnce(desk, form, async (tx) => {
        const kept = await keepDraft(tx, actor, { content, ...key, liveEntry: liveTyped(form) }, when);
        if (campaign) await putInFor(tx, actor, (await caseByReference(tx, kept.reference)).id, campaign, when);
        return kept;
      });
      return go(desk, `/use-cases/${reference}/edit`, "use-cases.notice.draft-saved", { reference });
    }
    const live = entryOf(parse(liveAnswersInput, form), when.today);
    const content = parse(submissionInput(desk.locale), said, { ...faults, ...live.faults });
    const submission = { ...content, ...parse(campaignChoice, form), ...key };
    return submit(desk, form, submission, live.entry);
  })(args);

type Said = z.output<ReturnType<typeof submissionInput>> &
  z.output<typeof campaignChoice> &
  z.output<typeof draftKeyInput>;

async function submit(
  desk: Desk,
  form: FormData,
  { whyNew, campaign, draftKey, ...content }: Said,
  entered: LiveEntry | null,
): Promise<Response> {
  const { actor, when } = desk;
  const liveEntry = liveTyped(form);
  const at = entered ? ([entered] as const) : ([] as const);
  const done = await writeOnce(desk, form, async (tx) => {
    const begun = await begunBy(tx, actor, draftKey);
    // The answer to the first try was lost on its way: the case is there already.
    if (begun && begun.stage !== "draft") return { submitted: true, ...begun };
    const put = begun
      ? await submitDraft(tx, actor, { ...begun, content, whyNew, liveEntry }, when, entered)
      : await submitUseCase(
          tx,
          actor,
          { ...content, whyNew, similarLookedAt: false, draftKey, liveEntry },
          when,
          ...at,
        );
    if (campaign) await putInFor(tx, actor, put.id, campaign, when);
    return put;
  });
  const { reference } = done;
  if (!done.submitted) return go(desk, `/use-cases/${reference}/edit#similar`);
  return go(desk, `/use-cases/${reference}`, entered ? "intake.live.done" : "use-cases.notice.submitted", {
    reference,
  });
}

export default function NewUseCase() {
  const { t } = useSpeech();
  const { choices, stored, advice: atFirst, me, drafts, campaigns, today } = useAnswer<typeof loader>();
  const { advice = atFirst } = (useActionData() as { advice?: Advice } | undefined) ?? {};
  const { errors, refusal, rejection } = useForm();
  return (
    <>
      <PageHeader
        title={t("use-cases.new.title")}
        lead={t("intake.new.lead")}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }, { label: t("use-cases.new.title") }]}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <KeptTexts person={me} />
      <Split aside={<EstimatePanel advice={advice} form={FORM} />} follow>
        <form
          method="post"
          id={FORM}
          className="form"
          data-enhance="live-parts draft guide"
          data-live="advise"
          data-person={me}
          data-place="new"
          data-keep="server"
          data-turned={rejection ? "" : undefined}
        >
          <ErrorSummary errors={errors} />
          <CaseFields stored={stored} choices={choices} advice={advice} required live={{ answers: null, today }} />
          <CampaignField {...campaigns} />
          <FormActions sticky>
            <GuideNext />
            <Button name="intent" value="submit">
              {t("use-cases.form.submit")}
            </Button>
            <Button name="intent" value="save" variant="quiet" formNoValidate>
              {t("use-cases.form.save-draft")}
            </Button>
            <DraftState />
          </FormActions>
        </form>
      </Split>
      <DraftList drafts={drafts} />
    </>
  );
}
