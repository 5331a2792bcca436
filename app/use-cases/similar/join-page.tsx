import { type FormState, Once, useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ConfirmForm } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { NumberField, TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Notice, Panel, Prose, Section, Stack } from "#app/ui/page";
import { langOf } from "../case-frame";
import { TIMES_PER, type TimesPer } from "../content";
import type { CoSponsor, SharedNeed } from "./co-sponsors.server";
import { NEED_LETTERS } from "./join-input";
import { SharedVolumes } from "./shared-need";

/** What the form starts with: a draft's volumes, or nothing but one's own department. */
export interface JoinStart {
  draft: string | null;
  departmentId: number | null;
  need: Told | null;
  peopleAffected: number | null;
  timesPer: TimesPer | null;
  times: number | null;
  minutesPerTime: number | null;
}

export interface JoinPage {
  reference: string;
  shared: SharedNeed;
  start: JoinStart;
  departments: { id: number; name: Told }[];
}

/** A need that several teams have: what it adds up to, who shares it, and joining it. */
export function JoinView({ page }: { page: JoinPage }) {
  const { t } = useSpeech();
  const { shared, start, departments } = page;
  const form = useForm("join");
  const joins = shared.mayJoin && (!shared.joined || start.draft !== null);
  const open = joins && (!shared.mine || start.draft !== null);
  return (
    <Stack>
      <Section title={t("similar.shared-need.title")} lead={t("similar.shared-need.lead")}>
        <SharedVolumes shared={shared} />
      </Section>
      {shared.coSponsors.length > 0 && (
        <Section title={t("similar.co-sponsors.title", { count: shared.coSponsors.length })}>
          <Stack>
            {shared.coSponsors.map((one) => (
              <CoSponsorPanel key={one.id} one={one} departments={departments} />
            ))}
          </Stack>
        </Section>
      )}
      {joins && !open && <Notice tone="info">{t("similar.refusal.own-case", { reference: page.reference })}</Notice>}
      {open && (
        <Section id="join" title={t("similar.join.title")} lead={t("similar.join.lead")}>
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          {start.draft && <Notice tone="info">{t("similar.join.draft", { draft: start.draft })}</Notice>}
          <form method="post" className="form form-wide">
            <Once />
            <ErrorSummary errors={form.errors} />
            <Hidden values={{ draft: start.draft }} />
            <JoinFields form={form} said={start} departments={departments} />
            <FormActions>
              <Button name="intent" value="join">
                {t("similar.join.submit")}
              </Button>
            </FormActions>
          </form>
        </Section>
      )}
    </Stack>
  );
}

type SaidOnJoining = Omit<JoinStart, "draft"> & { additional?: boolean };

function JoinFields(props: {
  form: FormState;
  said: SaidOnJoining;
  departments: JoinPage["departments"];
  prefix?: string;
}) {
  const { form, said, departments, prefix = "" } = props;
  const { t, tell } = useSpeech();
  const field = (name: string, stored?: string | number | null) => ({
    ...form.field(name, stored),
    id: `${prefix}${name}`,
  });
  return (
    <>
      <Select
        {...field("departmentId", said.departmentId)}
        label={t("similar.field.own-department")}
        empty={t("use-cases.form.choose")}
        options={departments.map(({ id, name }) => ({ value: String(id), label: tell(name) }))}
        required
      />
      <FieldGrid columns={4}>
        <NumberField {...field("peopleAffected", said.peopleAffected)} label={t("similar.field.people")} />
        <NumberField {...field("times", said.times)} label={t("similar.field.times")} />
        <Select
          {...field("timesPer", said.timesPer)}
          label={t("similar.field.times-per")}
          empty={t("use-cases.form.choose")}
          options={TIMES_PER.map((per) => ({ value: per, label: t(`use-cases.times-per.${per}`) }))}
        />
        <NumberField
          {...field("minutesPerTime", said.minutesPerTime)}
          label={t("similar.field.minutes")}
          unit={t("use-cases.form.minutes.unit")}
        />
      </FieldGrid>
      <Checkbox
        name="additional"
        id={`${prefix}additional`}
        label={t("similar.field.additional")}
        hint={t("similar.field.additional.hint")}
        checked={form.rejection ? form.rejection.typed.additional !== undefined : said.additional === true}
      />
      <TextArea
        {...field("need", tell(said.need))}
        label={t("similar.field.need")}
        hint={t("similar.field.need.hint")}
        rows={3}
        maxLength={NEED_LETTERS}
      />
    </>
  );
}

function CoSponsorPanel(props: { one: CoSponsor; departments: JoinPage["departments"] }) {
  const { one, departments } = props;
  const { t, tell, number, date, locale } = useSpeech();
  const form = useForm(`correct-${one.id}`);
  const unknown = t("desk.unknown");
  const department = one.department ? tell(one.department) : t("use-cases.head.no-department");
  const byMerge = one.mergedFrom !== null;
  return (
    <Panel title={one.person ? `${one.person} · ${department}` : department}>
      <p className="hint">
        {t("similar.co-sponsors.volume", {
          people: one.peopleAffected === null ? unknown : number(one.peopleAffected),
          hours: one.hours === null ? unknown : number(one.hours, 0),
          date: date(one.joinedOn),
        })}{" "}
        {one.additional && t("similar.co-sponsors.additional")}
      </p>
      {one.mergedFrom && (
        <p>
          {t("similar.co-sponsors.merged-from")} <a href={`/use-cases/${one.mergedFrom}?stay`}>{one.mergedFrom}</a>
        </p>
      )}
      {one.need && <Prose lang={langOf(one.need, locale)}>{tell(one.need)}</Prose>}
      {one.mayCorrect && (
        <details open={Boolean(form.rejection)}>
          <summary>{t("similar.co-sponsors.correct")}</summary>
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          <form method="post" className="form form-wide">
            <ErrorSummary errors={form.errors} />
            <Hidden values={{ id: one.id, version: one.version }} />
            <JoinFields form={form} said={one} departments={departments} prefix={`of-${one.id}-`} />
            <FormActions>
              <Button variant="quiet" name="intent" value={`correct-${one.id}`}>
                {t("desk.save")}
              </Button>
            </FormActions>
          </form>
        </details>
      )}
      {one.mayCorrect && (one.mine || !byMerge) && (
        <ConfirmForm
          label={t("similar.co-sponsors.leave")}
          consequence={t(byMerge ? "similar.co-sponsors.leave.draft" : "similar.co-sponsors.leave.consequence")}
          submit={t("similar.co-sponsors.leave.submit")}
          intent="leave"
          fields={{ id: one.id }}
        />
      )}
    </Panel>
  );
}
