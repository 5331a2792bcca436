import { useForm } from "#app/answer";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { TextArea, TextField } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Disclosure, Notice, PageHeader, Row, Section } from "#app/ui/page";
import type { CapturePage, OpenCapture } from "./capture-page.server";
import { LINE_LIMITS } from "./lines";

interface LineFormProps {
  /** Names this sending. */
  sending: string;
  /** Whose lines this device keeps while there is no network. */
  keeper: string;
  departments: readonly { id: number; name: Told }[];
  department: string | null;
  campaigns?: { options: readonly { slug: string; name: Told }[]; chosen: string | null };
  /** For who has no account: the name they gave last. */
  name?: string;
}

/** One line and one button. The script keeps what could not be sent; without it the browser says so itself. */
function LineForm({ sending, keeper, departments, department, campaigns, name }: LineFormProps) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal } = useForm();
  return (
    <div
      data-enhance="capture"
      data-keeper={keeper}
      data-offline={t("capture.offline")}
      data-again={t("capture.again")}
      data-back={t("capture.back")}
      data-refused={t("capture.refused")}
    >
      {refusal && (
        <div data-error="">
          <Notice tone="bad">{refusal}</Notice>
        </div>
      )}
      <div className="kept-here" data-kept="" role="status" hidden>
        <p />
        <ul />
      </div>
      <form method="post" className="form form-thumb" data-line-form="">
        <ErrorSummary errors={errors} />
        <Hidden values={{ key: sending }} />
        <TextArea
          {...field("line")}
          label={t("capture.line")}
          hint={t("capture.line.hint")}
          rows={2}
          autoFocus
          required
        />
        {departments.length > 0 && (
          <Select
            {...field("departmentId", department)}
            label={t("capture.department")}
            empty={t("capture.department.any")}
            options={departments.map((one) => ({ value: String(one.id), label: tell(one.name) }))}
          />
        )}
        {campaigns && campaigns.options.length > 0 && (
          <Select
            {...field("campaign", campaigns.chosen)}
            label={t("capture.campaign")}
            empty={t("capture.campaign.none")}
            options={campaigns.options.map((one) => ({ value: one.slug, label: tell(one.name) }))}
          />
        )}
        {name !== undefined && (
          <TextField
            {...field("name", name)}
            label={t("capture.name")}
            hint={t("capture.name.hint")}
            maxLength={LINE_LIMITS.name}
            autoComplete="name"
          />
        )}
        <Disclosure summary={t("capture.more")} open={Boolean(errors.affected)}>
          <TextField {...field("affected")} label={t("capture.affected")} maxLength={LINE_LIMITS.affected} />
        </Disclosure>
        <FormActions>
          <Button>{t("capture.send")}</Button>
        </FormActions>
      </form>
    </div>
  );
}

/** Quick capture for somebody who is signed in. */
export function CaptureView(page: CapturePage & { sending: string; keeper: string }) {
  const { t, tell } = useSpeech();
  const { campaigns, campaign, notRunning, departments, departmentId, last, toComplete, sending, keeper } = page;
  const query = campaign ? `?campaign=${campaign}` : "";
  return (
    <>
      <PageHeader
        title={t("capture.title")}
        lead={t("capture.lead")}
        actions={
          <Row>
            <ButtonLink href={`/capture/list${query}`}>{t("capture.many")}</ButtonLink>
            <span data-to-complete="">
              {toComplete > 0 && (
                <ButtonLink href="/capture/lines">{t("capture.to-complete", { count: toComplete })}</ButtonLink>
              )}
            </span>
          </Row>
        }
      />
      {notRunning && <Notice tone="warning">{t("capture.not-running")}</Notice>}
      <LineForm
        sending={sending}
        keeper={keeper}
        departments={departments}
        department={departmentId === null ? null : String(departmentId)}
        campaigns={{ options: campaigns, chosen: campaign }}
      />
      <div data-last-lines="">
        {last.length > 0 && (
          <Section title={t("capture.last")}>
            <ul className="link-list">
              {last.map(({ reference, title }) => (
                <li key={reference}>
                  <a href={`/use-cases/${reference}/edit`}>
                    <span className="link-words">
                      <span className="link-label">{tell(title)}</span>
                      <span className="hint unbroken">{`${reference} · ${t("capture.complete")}`}</span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

export type OpenCaptureProps = OpenCapture & {
  sending: string;
  keeper: string;
  code: string;
  /** What this device sent last, as it remembers itself. */
  remembered: { lines: readonly string[]; name: string; department: string };
};

/** Quick capture by a campaign's link: nothing but the campaign's name, the line, and what this device sent. */
export function OpenCaptureView(page: OpenCaptureProps) {
  const { t, tell, date } = useSpeech();
  const { name, state, startsOn, openCapture, departments, sending, keeper, code, remembered } = page;
  if (state !== "running") {
    return (
      <PageHeader
        title={t(`capture.closed.${state}`)}
        lead={t(`capture.closed.${state}.lead`, { name: tell(name), date: date(startsOn) })}
      />
    );
  }
  const signIn = <a href={`/sign-in?to=${encodeURIComponent(`/capture/${code}`)}`}>{t("capture.sign-in")}</a>;
  if (!openCapture) return <PageHeader title={tell(name)} lead={t("capture.refusal.sign-in")} actions={signIn} />;
  return (
    <>
      <PageHeader title={tell(name)} lead={t("capture.open.lead")} />
      <LineForm
        sending={sending}
        keeper={keeper}
        departments={departments}
        department={remembered.department}
        name={remembered.name}
      />
      <div data-last-lines="">
        {remembered.lines.length > 0 && (
          <Section title={t("capture.last.here")}>
            <ul className="plain-list">
              {[...new Set(remembered.lines)].map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
      <p className="hint">{signIn}</p>
    </>
  );
}
