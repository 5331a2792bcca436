import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Notice, PageHeader, Row, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CriterionDraft } from "./model";
import type { ScoringModel } from "./model.server";
import { ModelChanges } from "./model-changes-table";
import { type ModelsPage, useScopeWords } from "./models-page";
import { axesIn } from "./round-view";
import { AXES, type Axis } from "./score";

export interface ModelPage {
  model: ScoringModel;
  departments: ModelsPage["departments"];
  /** The version before it. */
  before: ScoringModel | null;
  /** How many cases were scored with it. */
  cases: number;
  mayEdit: boolean;
  /** The draft of its next version, where there is one. */
  draftId: number | null;
}

/** What a score of 1 to 5 means on each criterion of an axis. */
export function AnchorTable({ axis, criteria }: { axis: Axis; criteria: readonly CriterionDraft[] }) {
  const { t, tell, number } = useSpeech();
  return (
    <DataTable<CriterionDraft>
      caption={t(`assessment.axis.${axis}`)}
      narrow="cards"
      rows={criteria.filter((criterion) => criterion.axis === axis)}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "name",
          header: t("assessment.criterion"),
          cell: ({ name, question }) => (
            <Stack gap="tight">
              <span>{tell(name)}</span>
              <span className="hint">{tell(question)}</span>
            </Stack>
          ),
          rowHeader: true,
        },
        { key: "weight", header: t("assessment.weight"), cell: ({ weight }) => number(weight), numeric: true },
        ...[1, 2, 3, 4, 5].map((score) => ({
          key: `anchor-${score}`,
          header: String(score),
          cell: ({ anchors, values }: CriterionDraft) => {
            const quantity = values?.[score - 1];
            return (
              <Stack gap="tight">
                <span>{tell(anchors[score - 1])}</span>
                {quantity !== undefined && (
                  <span className="hint">{t("assessment.model.stands-for", { quantity: number(quantity) })}</span>
                )}
              </Stack>
            );
          },
        })),
      ]}
    />
  );
}

/** One published version: what it asks, of which cases, and what became of it. */
export function Model({ model, before, departments, cases, mayEdit, draftId }: ModelPage) {
  const { t, tell, date } = useSpeech();
  const { refusal } = useForm();
  const scope = useScopeWords(departments);
  const title = t("assessment.model.version", { name: tell(model.name), number: model.number });
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t("assessment.queue.title"), href: "/assess" },
          { label: t("assessment.model.title"), href: "/assess/models" },
          { label: title },
        ]}
        meta={
          model.active ? (
            <Badge tone="good">{t("assessment.model.in-use")}</Badge>
          ) : (
            <Badge>{t("assessment.model.past")}</Badge>
          )
        }
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <DescriptionList
        columns={2}
        items={[
          { term: t("assessment.model.scope"), value: scope(model) },
          { term: t("assessment.model.scheme"), value: t(`assessment.model.scheme.${model.scheme}`) },
          {
            term: t("assessment.model.published"),
            value: model.publishedBy
              ? t("assessment.model.published.by", { on: date(model.publishedOn), by: model.publishedBy })
              : date(model.publishedOn),
          },
          { term: t("assessment.model.cases"), value: t("assessment.model.cases.count", { count: cases }) },
          ...(model.note ? [{ term: t("assessment.model.note"), value: tell(model.note) }] : []),
        ]}
      />
      <Section title={t("assessment.model.criteria")} lead={t(`assessment.model.formula.${model.scheme}`)}>
        {axesIn(model, AXES).map((axis) => (
          <AnchorTable key={axis} axis={axis} criteria={model.criteria} />
        ))}
      </Section>
      {before && <ModelChanges before={before} after={model} scope={scope} />}
      {mayEdit && (
        <Section title={t("assessment.model.change")} lead={t("assessment.model.change.lead")}>
          <Row>
            {draftId === null ? (
              <form method="post">
                <Hidden values={{ intent: "begin-next", modelId: model.id }} />
                <Button>{t("assessment.model.next")}</Button>
              </form>
            ) : (
              <a href={`/assess/models/drafts/${draftId}`}>{t("assessment.model.draft.open")}</a>
            )}
            <form method="post">
              <Hidden values={{ intent: "begin-copy", modelId: model.id }} />
              <Once />
              <Button variant="quiet">{t("assessment.model.copy")}</Button>
            </form>
          </Row>
          {model.active && (
            <ConfirmForm
              label={t("assessment.model.withdraw")}
              consequence={t("assessment.model.withdraw.means")}
              submit={t("assessment.model.withdraw")}
              intent="withdraw"
            />
          )}
        </Section>
      )}
    </>
  );
}
