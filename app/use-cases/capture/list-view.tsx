import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Checkbox, Select } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Notice, PageHeader, Section } from "#app/ui/page";
import type { CapturePage } from "./capture-page.server";
import type { LookedAt } from "./doubles.server";
import { LINE_LIMITS } from "./lines";

export interface Looked {
  lines: LookedAt[];
  departmentId: number | null;
  campaign: string | null;
}

/** What a line is probably the same as; nothing where it looks new. */
function Doubles({ twin, captured, similar }: LookedAt) {
  const { t, tell } = useSpeech();
  if (twin === null && captured === null && similar.length === 0) return null;
  return (
    <ul className="hint">
      {twin !== null && <li>{t("capture.list.twin", { number: twin })}</li>}
      {captured !== null && <li>{t("capture.list.captured", { reference: captured })}</li>}
      {similar.map(({ reference, title }) => (
        <li key={reference}>
          <a href={`/use-cases/${reference}`} target="_blank" rel="noreferrer">
            {t("capture.list.similar", { title: `${reference} · ${tell(title)}` })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ looked, sending }: { looked: Looked; sending: string }) {
  const { t } = useSpeech();
  const doubles = looked.lines.filter(({ twin, captured, similar }) => twin ?? captured ?? similar[0]).length;
  return (
    <Section title={t("capture.list.found", { count: looked.lines.length, doubles })} lead={t("capture.list.choose")}>
      <form method="post" className="form form-wide">
        <Hidden
          values={{ intent: "put-in", key: sending, departmentId: looked.departmentId, campaign: looked.campaign }}
        />
        <ol className="choice-list">
          {looked.lines.map((one) => (
            <li key={one.number}>
              <input type="hidden" name={`rows.${one.number}.line`} value={one.line} />
              {/* The same words twice are one need; what is only like another is for a person to judge. */}
              <Checkbox
                name={`rows.${one.number}.keep`}
                checked={one.twin === null && one.captured === null}
                label={<span dir="auto">{one.line}</span>}
              />
              <Doubles {...one} />
            </li>
          ))}
        </ol>
        <FormActions sticky>
          <Button>{t("capture.list.put-in")}</Button>
        </FormActions>
      </form>
    </Section>
  );
}

type ListProps = Pick<CapturePage, "campaigns" | "campaign" | "departments" | "departmentId"> & {
  sending: string;
  looked: Looked | null;
};

/** A list of needs, pasted; looked through for doubles; put in at once. */
export function CaptureListView({ campaigns, campaign, departments, departmentId, sending, looked }: ListProps) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal } = useForm();
  const options = (rows: readonly { id: number; name: Told }[]) =>
    rows.map(({ id, name }) => ({ value: String(id), label: tell(name) }));
  return (
    <>
      <PageHeader
        title={t("capture.list.title")}
        lead={t("capture.list.lead")}
        crumbs={[{ label: t("capture.title"), href: "/capture" }, { label: t("capture.list.title") }]}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {looked && <Chosen looked={looked} sending={sending} />}
      <Section title={looked ? t("capture.list.change") : undefined}>
        <form method="post" className="form">
          <ErrorSummary errors={errors} />
          <Hidden values={{ intent: "look" }} />
          <TextArea
            {...field("lines")}
            label={t("capture.list.lines")}
            hint={t("capture.list.lines.hint", { limit: LINE_LIMITS.list })}
            rows={looked ? 5 : 12}
            required
          />
          <FieldGrid columns={2}>
            <Select
              {...field("departmentId", departmentId)}
              label={t("capture.list.department")}
              empty={t("capture.department.any")}
              options={options(departments)}
            />
            {campaigns.length > 0 && (
              <Select
                {...field("campaign", campaign)}
                label={t("capture.campaign")}
                empty={t("capture.campaign.none")}
                options={campaigns.map(({ slug, name }) => ({ value: slug, label: tell(name) }))}
              />
            )}
          </FieldGrid>
          <FormActions>
            <Button variant={looked ? "quiet" : "primary"}>{t("capture.list.look")}</Button>
            <ButtonLink href="/capture">{t("desk.cancel")}</ButtonLink>
          </FormActions>
        </form>
      </Section>
    </>
  );
}
