import { useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { PersonField } from "#app/people/person-field";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, Fieldset, FormActions, Hidden } from "#app/ui/form";
import { Notice } from "#app/ui/page";
import { MarkField } from "./marks";
import { RISK_CATEGORIES } from "./risk";
import type { RiskFormValues } from "./risk-page.server";

const WORDS = ["title", "description", "mitigation"] as const;
const MARKED = ["likelihood", "impact", "residualLikelihood", "residualImpact"] as const;
const DAYS = ["mitigationDueOn", "mitigationDoneOn", "reviewOn"] as const;

function Conflict({ stored, typed }: { stored: RiskFormValues; typed: Record<string, string> }) {
  const { t, tell, date } = useSpeech();
  const mark = (value: string | number | null | undefined) => (value ? String(value) : "");
  return (
    <ConflictPanel
      fields={[
        ...WORDS.map((name) => ({
          label: t(`risks.field.${name}`),
          yours: typed[name] ?? "",
          theirs: tell(stored[name]),
        })),
        { label: t("risks.field.ownerId"), yours: typed.ownerId ?? "", theirs: stored.ownerTyped },
        ...MARKED.map((name) => ({
          label: t(`risks.field.${name}`),
          yours: mark(typed[name]),
          theirs: mark(stored[name]),
        })),
        ...DAYS.map((name) => ({
          label: t(`risks.field.${name}`),
          yours: typed[name] ? date(typed[name]) : "",
          theirs: stored[name] ? date(stored[name]) : "",
        })),
      ]}
    />
  );
}

/** A risk as it is written, new or changed. */
export function RiskForm({ stored, back }: { stored: RiskFormValues; back: string }) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("risk");
  return (
    <form method="post" className="form">
      {rejection?.stale ? (
        <Conflict stored={stored} typed={rejection.typed} />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <ErrorSummary errors={errors} />
      <Hidden values={{ intent: "risk", version: stored.version }} />
      <TextField
        {...field("title", tell(stored.title))}
        label={t("risks.field.title")}
        hint={t("risks.field.title.hint")}
        width="long"
        required
      />
      <TextArea {...field("description", tell(stored.description))} label={t("risks.field.description")} rows={3} />
      <FieldGrid columns={2}>
        <Select
          {...field("category", stored.category)}
          label={t("risks.field.category")}
          empty={t("risks.choose")}
          options={RISK_CATEGORIES.map((value) => ({ value, label: t(`risks.category.${value}`) }))}
          required
        />
        <PersonField
          {...field("ownerId", stored.ownerTyped)}
          label={t("risks.field.ownerId")}
          hint={t("risks.field.ownerId.hint")}
          required
        />
        <MarkField
          {...field("likelihood", stored.likelihood)}
          scale="likelihood"
          label={t("risks.field.likelihood")}
          required
        />
        <MarkField {...field("impact", stored.impact)} scale="impact" label={t("risks.field.impact")} required />
      </FieldGrid>
      <Fieldset legend={t("risks.mitigation")} hint={t("risks.mitigation.hint")}>
        <TextArea {...field("mitigation", tell(stored.mitigation))} label={t("risks.field.mitigation")} rows={3} />
        <FieldGrid columns={3}>
          <PersonField
            {...field("mitigationOwnerId", stored.mitigationOwnerTyped)}
            label={t("risks.field.mitigationOwnerId")}
          />
          <DateField {...field("mitigationDueOn", stored.mitigationDueOn)} label={t("risks.field.mitigationDueOn")} />
          <DateField
            {...field("mitigationDoneOn", stored.mitigationDoneOn)}
            label={t("risks.field.mitigationDoneOn")}
          />
        </FieldGrid>
        <FieldGrid columns={2}>
          <MarkField
            {...field("residualLikelihood", stored.residualLikelihood)}
            scale="likelihood"
            label={t("risks.field.residualLikelihood")}
            empty={t("risks.not-said")}
          />
          <MarkField
            {...field("residualImpact", stored.residualImpact)}
            scale="impact"
            label={t("risks.field.residualImpact")}
            empty={t("risks.not-said")}
          />
        </FieldGrid>
      </Fieldset>
      <DateField
        {...field("reviewOn", stored.reviewOn)}
        label={t("risks.field.reviewOn")}
        hint={t("risks.field.reviewOn.hint")}
        required
      />
      <FormActions>
        <Button>{t("desk.save")}</Button>
        <ButtonLink href={back}>{t("desk.cancel")}</ButtonLink>
      </FormActions>
    </form>
  );
}
