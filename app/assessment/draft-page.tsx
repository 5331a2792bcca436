import type { ReactNode } from "react";
import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink, ConfirmForm } from "#app/ui/button";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Row, Section } from "#app/ui/page";
import { DraftForm } from "./draft-form";
import type { ModelDraft } from "./draft-model.server";
import { problemsOf } from "./model";
import type { ScoringModel } from "./model.server";
import { ModelChanges } from "./model-changes-table";
import { AnchorTable } from "./model-page";
import { type ModelsPage, useScopeWords } from "./models-page";
import { axesIn } from "./round-view";
import { AXES } from "./score";

interface Props {
  draft: ModelDraft;
  departments: ModelsPage["departments"];
}

function useCrumbs(draft: ModelDraft) {
  const { t, tell } = useSpeech();
  return [
    { label: t("assessment.queue.title"), href: "/assess" },
    { label: t("assessment.model.title"), href: "/assess/models" },
    {
      label: t("assessment.model.draft.of", { name: tell(draft.content.name) }),
      href: `/assess/models/drafts/${draft.id}`,
    },
  ];
}

/** The next version of a model, being written. */
export function DraftPage({ draft, departments, at }: Props & { at: number | null }) {
  const { t, tell, moment } = useSpeech();
  const problems = problemsOf(draft.content);
  return (
    <>
      <PageHeader
        title={t("assessment.model.draft.of", { name: tell(draft.content.name) })}
        lead={t("assessment.model.draft.lead")}
        crumbs={useCrumbs(draft)}
        meta={
          <>
            {problems.length > 0 && (
              <Badge tone="warning">{t("assessment.model.problems", { count: problems.length })}</Badge>
            )}
            <span>
              {t("assessment.model.draft.edited", { by: draft.editedBy ?? "", on: moment(new Date(draft.editedAt)) })}
            </span>
          </>
        }
      />
      <DraftForm draft={draft} departments={departments} problems={problems} at={at} />
      <ConfirmForm
        label={t("assessment.model.discard")}
        consequence={t("assessment.model.discard.means")}
        submit={t("assessment.model.discard")}
        intent="discard"
      />
    </>
  );
}

/** What publishing a draft would do, and the button that does it. */
export function PreviewPage({
  draft,
  before,
  departments,
  children,
}: Props & { before: ScoringModel | null; children: ReactNode }) {
  const { t } = useSpeech();
  const { refusal } = useForm();
  const { content, version, id } = draft;
  const problems = problemsOf(content);
  const scope = useScopeWords(departments);
  return (
    <>
      <PageHeader
        title={t("assessment.model.preview.title")}
        lead={t("assessment.model.preview.lead")}
        crumbs={[...useCrumbs(draft), { label: t("assessment.model.preview.title") }]}
        meta={<span>{t("assessment.model.preview.for", { scope: scope(content) })}</span>}
        actions={<ButtonLink href={`/assess/models/drafts/${id}`}>{t("assessment.model.draft.back")}</ButtonLink>}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {children}
      {before && <ModelChanges before={before} after={content} scope={scope} />}
      <Section title={t("assessment.model.criteria")} lead={t(`assessment.model.formula.${content.scheme}`)}>
        {axesIn(content, AXES).map((axis) => (
          <AnchorTable key={axis} axis={axis} criteria={content.criteria} />
        ))}
      </Section>
      <Section title={t("assessment.model.publish.title")}>
        {problems.length > 0 ? (
          <Notice tone="warning">
            <a href={`/assess/models/drafts/${id}`}>{t("assessment.model.problems", { count: problems.length })}</a>
          </Notice>
        ) : (
          <Row>
            <ConfirmForm
              label={t("assessment.model.publish")}
              consequence={t("assessment.model.publish.means")}
              submit={t("assessment.model.publish")}
              fields={{ version }}
              variant="primary"
            />
          </Row>
        )}
      </Section>
    </>
  );
}
