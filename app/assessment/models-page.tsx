import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { LinkList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { CardGrid, Notice, PageHeader, Panel, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { AI_TYPES, isOffered } from "#app/use-cases/content";
import type { ModelDraft } from "./draft-model.server";
import type { StoredScope } from "./model";
import type { ModelVersion } from "./model.server";
import { SHIPPED_LINES, SHIPPED_MODELS } from "./shipped-models";

export interface ModelsPage {
  models: ModelVersion[];
  drafts: ModelDraft[];
  departments: { id: number; name: Told }[];
  mayEdit: boolean;
}

/** The cases that a model is for, in words. */
export function useScopeWords(departments: ModelsPage["departments"]) {
  const { t, tell, list } = useSpeech();
  return ({ departmentIds, aiTypes }: StoredScope): string => {
    const names = departments.filter(({ id }) => departmentIds?.includes(id)).map(({ name }) => tell(name));
    const types = (aiTypes ?? []).map((type) => (isOffered(AI_TYPES, type) ? t(`use-cases.ai-type.${type}`) : type));
    const parts = [names, types].filter((words) => words.length > 0).map((words) => list(words));
    return parts.length === 0 ? t("assessment.model.for-all") : parts.join(" · ");
  };
}

/** The versions that were published, the drafts, and the models to begin from. */
export function Models({ models, drafts, departments, mayEdit }: ModelsPage) {
  const { t, tell, date, moment } = useSpeech();
  const { refusal } = useForm();
  const scope = useScopeWords(departments);
  return (
    <>
      <PageHeader
        title={t("assessment.model.title")}
        lead={t("assessment.model.lead")}
        crumbs={[{ label: t("assessment.queue.title"), href: "/assess" }, { label: t("assessment.model.title") }]}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {mayEdit && drafts.length > 0 && (
        <Section title={t("assessment.model.drafts")}>
          <LinkList
            items={drafts.map(({ id, content, editedBy, editedAt }) => ({
              key: String(id),
              href: `/assess/models/drafts/${id}`,
              label: tell(content.name),
              note: t("assessment.model.draft.edited", { by: editedBy ?? "", on: moment(new Date(editedAt)) }),
            }))}
          />
        </Section>
      )}
      <Section title={t("assessment.model.versions")} lead={t("assessment.model.versions.lead")}>
        <DataTable<ModelVersion>
          caption={t("assessment.model.versions")}
          hideCaption
          narrow="cards"
          rows={models}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/assess/models/${id}`}
          columns={[
            {
              key: "name",
              header: t("assessment.model.name"),
              cell: ({ name, number }) => t("assessment.model.version", { name: tell(name), number }),
              rowHeader: true,
            },
            { key: "for", header: t("assessment.model.scope"), cell: scope },
            {
              key: "scheme",
              header: t("assessment.model.scheme"),
              cell: ({ scheme }) => t(`assessment.model.scheme.${scheme}`),
            },
            {
              key: "on",
              header: t("assessment.model.published"),
              cell: ({ publishedOn }) => date(publishedOn),
              width: "fit",
            },
            { key: "by", header: t("assessment.model.by"), cell: ({ publishedBy }) => publishedBy ?? "" },
            {
              key: "active",
              header: t("assessment.model.state"),
              cell: ({ active }) =>
                active ? (
                  <Badge tone="good">{t("assessment.model.in-use")}</Badge>
                ) : (
                  <Badge>{t("assessment.model.past")}</Badge>
                ),
              width: "fit",
            },
          ]}
        />
      </Section>
      <Section title={t("assessment.model.shipped")} lead={t("assessment.model.shipped.lead")}>
        <CardGrid size="wide">
          {SHIPPED_LINES.map((line) => (
            <Panel key={line} title={tell(SHIPPED_MODELS[line].name)}>
              <Stack gap="tight">
                <p>{t(`assessment.model.shipped.${line}`)}</p>
                {mayEdit && !drafts.some((draft) => draft.line === line) && (
                  <form method="post">
                    <Hidden values={{ intent: "begin-shipped", line }} />
                    <Button variant="quiet">
                      {t("assessment.model.begin", { name: tell(SHIPPED_MODELS[line].name) })}
                    </Button>
                  </form>
                )}
              </Stack>
            </Panel>
          ))}
        </CardGrid>
      </Section>
    </>
  );
}
