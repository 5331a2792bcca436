import { Once, useForm } from "#app/answer";
import { ConflictPanel } from "#app/conflict";
import { countryName } from "#app/kernel/country";
import type { Day } from "#app/kernel/day";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Timeline } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";

import type { SiteShown } from "./page.server";
import { SITE_STAGES, type SiteStage } from "./roll-out";

const TONES = { planned: "neutral", pilot: "accent", live: "good", withdrawn: "warning" } as const;

function useStages() {
  const { t } = useSpeech();
  return SITE_STAGES.map((stage) => ({ value: stage, label: t(`roll-out.stage.${stage}`) }));
}

export function StageOfSite({ stage }: { stage: SiteStage }) {
  const { t } = useSpeech();
  return <Badge tone={TONES[stage]}>{t(`roll-out.stage.${stage}`)}</Badge>;
}

/** One place: its own life, dated, and how many people use the case there. */
export function SiteSection({ site, mayWrite, today }: { site: SiteShown; mayWrite: boolean; today: Day }) {
  const { t, tell, date, number, locale } = useSpeech();
  const name = [countryName(site.country, locale), site.branch].filter(Boolean).join(" · ");
  return (
    <Section level={3} id={`site-${site.id}`} title={name}>
      <Row>
        <StageOfSite stage={site.stage} />
        <span>{t("roll-out.since", { date: date(site.since) })}</span>
        <span>{t("roll-out.users", { active: number(site.active), eligible: number(site.eligible) })}</span>
      </Row>
      {site.readings.length > 0 && (
        <DataTable
          caption={t("roll-out.readings", { place: name })}
          narrow="cards"
          rows={site.readings}
          rowKey={({ id }) => id}
          columns={[
            { key: "on", header: t("roll-out.field.on"), cell: ({ on }) => date(on), rowHeader: true, width: "fit" },
            { key: "eligible", header: t("roll-out.eligible"), cell: (one) => number(one.eligible), numeric: true },
            { key: "active", header: t("roll-out.active"), cell: (one) => number(one.active), numeric: true },
            { key: "source", header: t("roll-out.field.source"), cell: (one) => tell(one.source) || t("desk.unknown") },
            { key: "by", header: t("roll-out.by"), cell: ({ by }) => by ?? t("desk.unknown") },
          ]}
        />
      )}
      <Disclosure summary={t("roll-out.life")}>
        <Timeline
          label={t("roll-out.life")}
          items={site.moves.map(({ id, to, on, reason, by }) => ({
            key: id,
            when: date(on),
            title: t(`roll-out.stage.${to}`),
            who: by ?? undefined,
            body: reason ? tell(reason) : undefined,
          }))}
        />
      </Disclosure>
      {mayWrite && <ReadingForm site={site} today={today} />}
      {mayWrite && <MoveSiteForm site={site} today={today} />}
    </Section>
  );
}

/** The same day again corrects its reading: the version says which one was seen. */
function ReadingForm({ site, today }: { site: SiteShown; today: Day }) {
  const { t, number } = useSpeech();
  const siteId = String(site.id);
  const { field, errors, refusal, rejection } = useForm("reading", { siteId });
  const day = rejection?.typed.on ?? today;
  const known = site.readings.find(({ on }) => on === day);
  const at = (name: string) => `${name}-reading-${site.id}`;
  const of = (name: string, stored?: number | null) => ({ ...field(name, stored), id: at(name) });
  return (
    <Disclosure summary={t("roll-out.read")} open={rejection !== undefined}>
      {rejection?.stale && known ? (
        <ConflictPanel
          fields={[
            { label: t("roll-out.eligible"), yours: rejection.typed.eligible ?? "", theirs: number(known.eligible) },
            { label: t("roll-out.active"), yours: rejection.typed.active ?? "", theirs: number(known.active) },
          ]}
        />
      ) : (
        refusal && <Notice tone="bad">{refusal}</Notice>
      )}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "reading", siteId, version: known?.version ?? 0 }} />
        <FieldGrid columns={3}>
          <DateField {...field("on", today)} id={at("on")} label={t("roll-out.field.on")} max={today} required />
          <NumberField {...of("eligible", known?.eligible)} label={t("roll-out.eligible")} />
          <NumberField {...of("active", known?.active)} label={t("roll-out.active")} />
        </FieldGrid>
        <TextField
          {...field("source")}
          id={at("source")}
          label={t("roll-out.field.source")}
          hint={t("roll-out.field.source.hint")}
        />
        <FormActions>
          <Button variant="quiet">{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

function MoveSiteForm({ site, today }: { site: SiteShown; today: Day }) {
  const { t } = useSpeech();
  const stages = useStages();
  const siteId = String(site.id);
  const { field, errors, refusal, rejection } = useForm("move-site", { siteId });
  const at = (name: string) => `${name}-site-${site.id}`;
  return (
    <Disclosure summary={t("roll-out.move")} open={rejection !== undefined}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "move-site", siteId, version: site.version }} />
        <FieldGrid>
          <Select
            {...field("stage")}
            id={at("stage")}
            label={t("roll-out.field.siteStage")}
            empty={t("delivery.choose")}
            options={stages.filter(({ value }) => value !== site.stage)}
            required
          />
          <DateField {...field("on", today)} id={at("on")} label={t("roll-out.field.on")} required />
        </FieldGrid>
        <TextArea
          {...field("reason")}
          id={at("reason")}
          label={t("registers.reason")}
          hint={t("roll-out.reason.hint")}
          rows={2}
        />
        <FormActions>
          <Button variant="quiet">{t("desk.save")}</Button>
        </FormActions>
      </form>
    </Disclosure>
  );
}

/** Another country, or another branch of one. */
export function SiteForm({ today }: { today: Day }) {
  const { t } = useSpeech();
  const stages = useStages();
  const { field, errors, refusal, rejection } = useForm("site");
  return (
    <Section title={t("roll-out.add")}>
      {refusal && rejection && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" className="form">
        <Once />
        <ErrorSummary errors={errors} />
        <Hidden values={{ intent: "site" }} />
        <FieldGrid>
          <TextField
            {...field("country")}
            label={t("registers.field.country")}
            hint={t("roll-out.country.hint")}
            width="medium"
            required
          />
          <TextField {...field("branch")} label={t("roll-out.field.branch")} hint={t("roll-out.branch.hint")} />
          <Select
            {...field("stage")}
            label={t("roll-out.field.siteStage")}
            empty={t("delivery.choose")}
            options={stages}
            required
          />
          <DateField {...field("on", today)} label={t("roll-out.field.on")} required />
        </FieldGrid>
        <FormActions>
          <Button variant="quiet">{t("roll-out.add.submit")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}
