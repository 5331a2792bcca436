import { type FormState, type Rejection, useForm } from "#app/answer";
import { ConflictPanel, chosen } from "#app/conflict";
import { parseNumber } from "#app/kernel/input";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { CheckboxGroup, Select } from "#app/ui/choice";
import { NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Panel, Row, Section, Stack } from "#app/ui/page";
import { AI_TYPES } from "#app/use-cases/content";
import type { ModelDraft } from "./draft-model.server";
import type { CriterionDraft, FoundProblem } from "./model";
import type { ModelsPage } from "./models-page";
import { isRatio, SCHEMES, type Scheme } from "./ratio";
import { AXES } from "./score";

const SCORES = [0, 1, 2, 3, 4] as const;
const LANGUAGES = ["fr", "en"] as const;

interface CriterionProps {
  criterion: CriterionDraft;
  at: number;
  last: number;
  scheme: Scheme;
  problems: readonly FoundProblem[];
  form: FormState;
  /** Opened where the reader has just been. */
  open: boolean;
}

/** What a score means, in both languages, and the quantity that it stands for in a ratio. */
function AnchorFields({ criterion, at, scheme, form }: Omit<CriterionProps, "last" | "problems" | "open">) {
  const { t } = useSpeech();
  return (
    <Fieldset legend={t("assessment.model.anchors")}>
      {SCORES.map((score) => (
        <FieldGrid key={score} columns={isRatio(scheme) ? 3 : 2}>
          {LANGUAGES.map((language) => (
            <TextField
              key={language}
              {...form.field(`criteria.${at}.anchors.${score}.${language}`, criterion.anchors[score]?.[language] ?? "")}
              label={t(`assessment.model.anchor.${language}`, { score: score + 1 })}
              lang={language}
            />
          ))}
          {isRatio(scheme) && (
            <NumberField
              {...form.field(`criteria.${at}.values.${score}`, criterion.values?.[score] ?? null)}
              label={t("assessment.model.value", { score: score + 1 })}
            />
          )}
        </FieldGrid>
      ))}
    </Fieldset>
  );
}

function CriterionFields(props: CriterionProps) {
  const { criterion, at, last, scheme, problems, form, open } = props;
  const { t, tell, number } = useSpeech();
  const name = tell(criterion.name) || t("assessment.model.criterion.nameless");
  const mine = problems.filter((found) => found.at === at);
  return (
    <div id={`criterion-${at}`}>
      <Panel
        title={t("assessment.model.criterion.summary", {
          name,
          axis: t(`assessment.axis.${criterion.axis}`),
          weight: number(criterion.weight),
        })}
      >
        <Row>
          <Button name="act" value={`up-${at}`} variant="plain" disabled={at === 0}>
            {t("assessment.model.up")}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button name="act" value={`down-${at}`} variant="plain" disabled={at === last}>
            {t("assessment.model.down")}
            <span className="visually-hidden"> {name}</span>
          </Button>
          <Button name="act" value={`remove-${at}`} variant="plain">
            {t("assessment.model.remove")}
            <span className="visually-hidden"> {name}</span>
          </Button>
        </Row>
        {mine.map(({ problem }) => (
          <Badge key={problem} tone="warning">
            {t(`assessment.model.problem.${problem}`)}
          </Badge>
        ))}
        <Disclosure summary={t("assessment.model.criterion.edit", { name })} open={open || mine.length > 0}>
          <Stack>
            <Hidden values={{ [`criteria.${at}.key`]: criterion.key }} />
            <FieldGrid columns={2}>
              {LANGUAGES.map((language) => (
                <TextField
                  key={language}
                  {...form.field(`criteria.${at}.name.${language}`, criterion.name[language] ?? "")}
                  label={t(`assessment.model.criterion.name.${language}`)}
                  lang={language}
                />
              ))}
            </FieldGrid>
            <FieldGrid columns={2}>
              {LANGUAGES.map((language) => (
                <TextField
                  key={language}
                  {...form.field(`criteria.${at}.question.${language}`, criterion.question[language] ?? "")}
                  label={t(`assessment.model.question.${language}`)}
                  lang={language}
                />
              ))}
            </FieldGrid>
            <FieldGrid columns={2}>
              <Select
                {...form.field(`criteria.${at}.axis`, criterion.axis)}
                label={t("assessment.axis")}
                options={AXES.map((axis) => ({ value: axis, label: t(`assessment.axis.${axis}`) }))}
              />
              <NumberField
                {...form.field(`criteria.${at}.weight`, criterion.weight)}
                label={t("assessment.weight")}
                hint={scheme === "product-ratio" ? t("assessment.model.weight.unused") : undefined}
                required
              />
            </FieldGrid>
            <AnchorFields {...props} />
          </Stack>
        </Disclosure>
      </Panel>
    </div>
  );
}

/** The criteria in the order in which they were sent: another person may have moved those that are stored meanwhile. */
function asTyped(typed: Rejection["typed"], stored: readonly CriterionDraft[]): readonly CriterionDraft[] {
  const sent: CriterionDraft[] = [];
  for (let at = 0; typed[`criteria.${at}.key`] !== undefined; at++) {
    const key = typed[`criteria.${at}.key`] ?? "";
    const known = stored.find((criterion) => criterion.key === key);
    const axis = AXES.find((one) => one === typed[`criteria.${at}.axis`]) ?? known?.axis ?? "value";
    const name = { fr: typed[`criteria.${at}.name.fr`] ?? "", en: typed[`criteria.${at}.name.en`] ?? "" };
    const weight = parseNumber(typed[`criteria.${at}.weight`] ?? "") ?? 0;
    sent.push({ key, axis, weight, name, question: {}, anchors: known?.anchors ?? [], values: known?.values ?? null });
  }
  return sent;
}

/** What this person wrote beside what another one saved meanwhile. */
function DraftConflict({
  content,
  typed,
  rejection,
}: {
  content: ModelDraft["content"];
  typed: readonly CriterionDraft[];
  rejection: Rejection;
}) {
  const { t, tell, number, locale } = useSpeech();
  const scheme = (one: string | undefined) => chosen(SCHEMES, one, (each) => t(`assessment.model.scheme.${each}`));
  const said = (of: CriterionDraft | undefined) =>
    of
      ? t("assessment.model.criterion.summary", {
          name: tell(of.name),
          axis: t(`assessment.axis.${of.axis}`),
          weight: number(of.weight),
        })
      : "";
  const keys = [...new Set([...typed, ...content.criteria].map(({ key }) => key))];
  const by = (criteria: readonly CriterionDraft[], key: string) => criteria.find((one) => one.key === key);
  return (
    <ConflictPanel
      fields={[
        {
          label: t("assessment.model.name"),
          yours: rejection.typed[`name.${locale}`] ?? "",
          theirs: tell(content.name),
        },
        { label: t("assessment.model.scheme"), yours: scheme(rejection.typed.scheme), theirs: scheme(content.scheme) },
        ...keys.map((key) => ({
          label: t("assessment.criterion"),
          yours: said(by(typed, key)),
          theirs: said(by(content.criteria, key)),
        })),
      ]}
    />
  );
}

/** The whole draft in one form: each button keeps everything that is written before it does what it says. */
export function DraftForm({
  draft,
  departments,
  problems,
  at,
}: {
  draft: ModelDraft;
  departments: ModelsPage["departments"];
  problems: readonly FoundProblem[];
  at: number | null;
}) {
  const { t, tell } = useSpeech();
  const form = useForm();
  const { content } = draft;
  const { rejection } = form;
  const criteria = rejection ? asTyped(rejection.typed, content.criteria) : content.criteria;
  return (
    <form method="post" className="form form-wide">
      <ErrorSummary errors={form.errors} />
      {rejection?.stale ? (
        <DraftConflict content={content} typed={criteria} rejection={rejection} />
      ) : (
        form.refusal && <Notice tone="bad">{form.refusal}</Notice>
      )}
      <Hidden values={{ version: draft.version }} />
      {/* Enter in a field saves, and nothing else. */}
      <Button name="act" value="save">
        {t("assessment.model.save")}
      </Button>
      <Section title={t("assessment.model.about")}>
        <FieldGrid columns={2}>
          {LANGUAGES.map((language) => (
            <TextField
              key={language}
              {...form.field(`name.${language}`, content.name[language] ?? "")}
              label={t(`assessment.model.name.${language}`)}
              lang={language}
            />
          ))}
        </FieldGrid>
        <FieldGrid columns={2}>
          {LANGUAGES.map((language) => (
            <TextArea
              key={language}
              {...form.field(`note.${language}`, content.note?.[language] ?? "")}
              label={t(`assessment.model.note.${language}`)}
              lang={language}
              rows={2}
            />
          ))}
        </FieldGrid>
        <Select
          {...form.field("scheme", content.scheme)}
          label={t("assessment.model.scheme")}
          hint={t("assessment.model.scheme.hint")}
          options={SCHEMES.map((scheme) => ({ value: scheme, label: t(`assessment.model.scheme.${scheme}`) }))}
        />
        <FieldGrid columns={2}>
          <CheckboxGroup
            {...form.choices("departmentIds[]", content.departmentIds.map(String))}
            label={t("assessment.model.departments")}
            hint={t("assessment.model.departments.hint")}
            options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
          />
          <CheckboxGroup
            {...form.choices("aiTypes[]", content.aiTypes)}
            label={t("assessment.model.ai-types")}
            hint={t("assessment.model.ai-types.hint")}
            options={AI_TYPES.map((type) => ({ value: type, label: t(`use-cases.ai-type.${type}`) }))}
          />
        </FieldGrid>
      </Section>
      <Section title={t("assessment.model.criteria")} lead={t(`assessment.model.formula.${content.scheme}`)}>
        {problems
          .filter((found) => found.at === null)
          .map(({ problem }) => (
            <Badge key={problem} tone="warning">
              {t(`assessment.model.problem.${problem}`)}
            </Badge>
          ))}
        <Stack>
          {criteria.map((criterion, place) => (
            <CriterionFields
              key={criterion.key}
              {...{ criterion, problems, form }}
              at={place}
              last={criteria.length - 1}
              scheme={content.scheme}
              open={place === at}
            />
          ))}
        </Stack>
        <Button name="act" value="add" variant="quiet">
          {t("assessment.model.add")}
        </Button>
      </Section>
      <FormActions sticky>
        <Button name="act" value="preview">
          {t("assessment.model.to-preview")}
        </Button>
        <Button name="act" value="save" variant="quiet">
          {t("assessment.model.save")}
        </Button>
      </FormActions>
    </form>
  );
}
