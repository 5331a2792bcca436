import { Once, useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "#app/ui/choice";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice } from "#app/ui/page";
import { CAMPAIGN_KINDS, CAMPAIGN_LIMITS, type CampaignSaid } from "./campaign";
import type { CampaignChoices } from "./list-campaigns.server";

export interface StoredCampaign extends CampaignSaid {
  slug: string;
  version: number;
}

interface CampaignFormProps {
  stored: Partial<StoredCampaign>;
  choices: CampaignChoices;
}

/** What was typed beside what somebody else saved meanwhile. */
function Conflict({ stored, choices }: CampaignFormProps) {
  const { t, tell, date, number, locale } = useSpeech();
  const { rejection } = useForm();
  if (!rejection?.stale) return null;
  const { typed } = rejection;
  const nameOf = (id: number) => choices.hosts.find((host) => host.id === id)?.name ?? "";
  const day = (text: string | undefined) => (text ? date(text) : "");
  return (
    <ConflictPanel
      fields={[
        { label: t("campaigns.form.name"), yours: typed[`name.${locale}`] ?? "", theirs: tell(stored.name) },
        { label: t("campaigns.form.brief"), yours: typed[`brief.${locale}`] ?? "", theirs: tell(stored.brief) },
        { label: t("campaigns.form.prize"), yours: typed[`prize.${locale}`] ?? "", theirs: tell(stored.prize) },
        { label: t("campaigns.form.starts-on"), yours: day(typed.startsOn), theirs: day(stored.startsOn) },
        { label: t("campaigns.form.ends-on"), yours: day(typed.endsOn), theirs: day(stored.endsOn) },
        { label: t("campaigns.form.target"), yours: typed.target ?? "", theirs: number(stored.target) },
        { label: t("campaigns.form.host"), yours: nameOf(Number(typed.hostId)), theirs: nameOf(stored.hostId ?? 0) },
      ]}
    />
  );
}

function Invited({ stored, choices }: CampaignFormProps) {
  const { t, tell } = useSpeech();
  const form = useForm();
  const { departments, mayInviteAll } = choices;
  const targetOf = (id: number) => stored.invited?.find(({ departmentId }) => departmentId === id)?.target ?? null;
  return (
    <>
      <CheckboxGroup
        {...form.choices(
          "departments[]",
          stored.invited?.map(({ departmentId }) => String(departmentId)),
        )}
        label={t("campaigns.form.departments")}
        hint={t(mayInviteAll ? "campaigns.form.departments.all" : "campaigns.form.departments.own")}
        options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
      />
      <FieldGrid columns={4}>
        {departments.map(({ id, name }) => (
          <NumberField
            key={id}
            {...form.field(`targets.${id}`, targetOf(id))}
            label={t("campaigns.form.department-target", { name: tell(name) })}
          />
        ))}
      </FieldGrid>
    </>
  );
}

/** The form of a campaign, new or known. */
export function CampaignForm({ stored, choices }: CampaignFormProps) {
  const { t, locale } = useSpeech();
  const form = useForm();
  const { field, errors, refusal, rejection } = form;
  const other = locale === "fr" ? "en" : "fr";
  const toldIn = (name: "name" | "brief" | "prize", language: "fr" | "en") =>
    field(`${name}.${language}`, stored[name]?.[language]);
  const elsewhere = Boolean(stored.name?.[other] || stored.brief?.[other] || stored.prize?.[other]);
  const openCapture = rejection ? rejection.typed.openCapture !== undefined : (stored.openCapture ?? false);
  return (
    <>
      <Conflict stored={stored} choices={choices} />
      {refusal && !rejection?.stale && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form form-wide">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ version: stored.version }} />
        <TextField
          {...toldIn("name", locale)}
          label={t("campaigns.form.name")}
          hint={t("campaigns.form.name.hint")}
          maxLength={CAMPAIGN_LIMITS.name}
          required
        />
        <RadioGroup
          {...field("kind", stored.kind)}
          label={t("campaigns.form.kind")}
          options={CAMPAIGN_KINDS.map((kind) => ({
            value: kind,
            label: t(`campaigns.kind.${kind}`),
            hint: t(`campaigns.kind.${kind}.hint`),
          }))}
          required
        />
        <FieldGrid columns={3}>
          <DateField {...field("startsOn", stored.startsOn)} label={t("campaigns.form.starts-on")} required />
          <DateField {...field("endsOn", stored.endsOn)} label={t("campaigns.form.ends-on")} required />
          <NumberField
            {...field("target", stored.target)}
            label={t("campaigns.form.target")}
            hint={t("campaigns.form.target.hint")}
            required
          />
        </FieldGrid>
        <TextArea
          {...toldIn("brief", locale)}
          label={t("campaigns.form.brief")}
          hint={t("campaigns.form.brief.hint")}
          maxLength={CAMPAIGN_LIMITS.text}
          rows={4}
        />
        <TextField
          {...toldIn("prize", locale)}
          label={t("campaigns.form.prize")}
          hint={t("campaigns.form.prize.hint")}
          maxLength={CAMPAIGN_LIMITS.prize}
        />
        <Disclosure summary={t("campaigns.form.language")} open={elsewhere}>
          <TextField
            {...toldIn("name", other)}
            label={t("campaigns.form.name")}
            maxLength={CAMPAIGN_LIMITS.name}
            lang={other}
          />
          <TextArea
            {...toldIn("brief", other)}
            label={t("campaigns.form.brief")}
            maxLength={CAMPAIGN_LIMITS.text}
            lang={other}
          />
          <TextField
            {...toldIn("prize", other)}
            label={t("campaigns.form.prize")}
            maxLength={CAMPAIGN_LIMITS.prize}
            lang={other}
          />
        </Disclosure>
        <Select
          {...field("hostId", stored.hostId)}
          label={t("campaigns.form.host")}
          hint={t("campaigns.form.host.hint")}
          options={choices.hosts.map(({ id, name }) => ({ value: String(id), label: name }))}
          required
        />
        <Invited stored={stored} choices={choices} />
        <Checkbox
          name="openCapture"
          checked={openCapture}
          label={t("campaigns.form.open-capture")}
          hint={t("campaigns.form.open-capture.hint")}
        />
        <FormActions>
          <Button>{t(stored.slug ? "desk.save" : "campaigns.form.create")}</Button>
          <ButtonLink href={stored.slug ? `/campaigns/${stored.slug}` : "/campaigns"}>{t("desk.cancel")}</ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
