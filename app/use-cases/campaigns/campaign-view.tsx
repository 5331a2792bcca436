import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { ErrorSummary, FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Empty, Notice, PageHeader, Panel, Prose, Row, Section, Split, Stack } from "#app/ui/page";
import { QrCode } from "#app/ui/qr-code";
import { DataTable } from "#app/ui/table";
import { CAMPAIGN_LIMITS } from "./campaign";
import { BurnUpChart, ByDepartment, Counted, Funnel, Sums, useDepartmentName } from "./campaign-figures";
import type { CampaignPage } from "./campaign-page.server";

export type CampaignViewProps = CampaignPage & {
  /** The whole address of quick capture, as people type it. */
  captureAddress: string;
  maySubmit: boolean;
};

const CREDITED = 12;

function Latest({ latest, names }: CampaignPage) {
  const { t, tell } = useSpeech();
  const nameOf = useDepartmentName(names);
  if (latest.length === 0) {
    return <Empty title={t("campaigns.latest.none")}>{t("campaigns.latest.none.next")}</Empty>;
  }
  return (
    <DataTable
      caption={t("campaigns.latest.title")}
      hideCaption
      narrow="cards"
      rows={latest}
      rowKey={({ reference }) => reference}
      rowHref={({ reference, opens }) => (opens ? `/use-cases/${reference}` : null)}
      columns={[
        { key: "title", header: t("campaigns.latest.case"), cell: ({ title }) => tell(title), rowHeader: true },
        { key: "department", header: t("campaigns.departments.department"), cell: (row) => nameOf(row.departmentId) },
        { key: "by", header: t("campaigns.latest.by"), cell: ({ by }) => by ?? "" },
        {
          key: "stage",
          header: t("campaigns.funnel.stage"),
          cell: ({ stage }) =>
            stage === "draft" ? t("campaigns.latest.line") : t(`use-cases.stage.${stage ?? "unknown"}`),
        },
      ]}
    />
  );
}

function Contributors({ contributors }: CampaignPage) {
  const { t } = useSpeech();
  if (contributors.length === 0) return <p className="hint">{t("campaigns.contributors.none")}</p>;
  const more = contributors.length - CREDITED;
  return (
    <ul>
      {contributors.slice(0, CREDITED).map(({ name, cases }) => (
        <li key={name}>
          {name} · {t("campaigns.contributors.cases", { count: cases })}
        </li>
      ))}
      {more > 0 && <li className="hint">{t("campaigns.contributors.more", { count: more })}</li>}
    </ul>
  );
}

function CaptureLink({ captureAddress, openCapture }: CampaignViewProps) {
  const { t } = useSpeech();
  return (
    <Panel title={t("campaigns.link.title")}>
      <Stack gap="tight">
        <QrCode text={captureAddress} label={t("campaigns.link.qr", { address: captureAddress })} />
        <p className="address">
          <a href={captureAddress}>{captureAddress}</a>
        </p>
        <p className="hint">{t(openCapture ? "campaigns.link.open" : "campaigns.link.closed")}</p>
      </Stack>
    </Panel>
  );
}

function RunIt({ state, mayDelete, mayReopen }: CampaignPage) {
  const { t } = useSpeech();
  const { refusal } = useForm("run");
  return (
    <Section title={t("campaigns.run.title")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <Stack gap="tight">
        {state === "running" && (
          <ConfirmForm
            label={t("campaigns.run.end")}
            consequence={t("campaigns.run.end.consequence")}
            submit={t("campaigns.run.end.submit")}
            intent="end"
          />
        )}
        {mayReopen && (
          <form method="post">
            <Button variant="quiet" name="intent" value="reopen">
              {t("campaigns.run.reopen")}
            </Button>
          </form>
        )}
        {state !== "past" && (
          <ConfirmForm
            label={t("campaigns.run.renew")}
            consequence={t("campaigns.run.renew.consequence")}
            submit={t("campaigns.run.renew.submit")}
            intent="renew"
          />
        )}
        {mayDelete && (
          <ConfirmForm
            label={t("campaigns.run.delete")}
            consequence={t("campaigns.run.delete.consequence")}
            submit={t("campaigns.run.delete.submit")}
            intent="delete"
          />
        )}
      </Stack>
    </Section>
  );
}

/** At the end: what its host says of it, and what became of its cases. */
function Summary(page: CampaignPage) {
  const { t, tell, locale } = useSpeech();
  const { field, errors, refusal, rejection } = useForm("summary");
  const { summary, mayRun, version } = page;
  const words = tell(summary);
  return (
    <Section title={t("campaigns.summary.title")} id="summary">
      {words ? <Prose>{words}</Prose> : <p className="hint">{t("campaigns.summary.none")}</p>}
      {mayRun && (
        <div className="screen-only">
          <Disclosure summary={t("campaigns.summary.edit")} open={rejection !== undefined}>
            {refusal && <Notice tone="bad">{refusal}</Notice>}
            <form method="post" className="form">
              <ErrorSummary errors={errors} />
              <Hidden values={{ intent: "summary", version }} />
              {/* Saved as a whole: the other language goes along. */}
              <input
                type="hidden"
                name={`summary.${locale === "fr" ? "en" : "fr"}`}
                value={summary?.[locale === "fr" ? "en" : "fr"] ?? ""}
              />
              <TextArea
                {...field(`summary.${locale}`, summary?.[locale])}
                label={t("campaigns.summary.field")}
                hint={t("campaigns.summary.hint")}
                maxLength={CAMPAIGN_LIMITS.text}
                rows={6}
              />
              <FormActions>
                <Button>{t("campaigns.summary.save")}</Button>
              </FormActions>
            </form>
          </Disclosure>
        </div>
      )}
      <Funnel {...page} />
    </Section>
  );
}

function Head(page: CampaignViewProps) {
  const { t, tell, date } = useSpeech();
  const { slug, name, kind, state, startsOn, lastDay, endedOn, endsOn, host, mayRun, maySubmit } = page;
  const running = state === "running";
  return (
    <PageHeader
      eyebrow={t(`campaigns.kind.${kind}`)}
      title={tell(name)}
      crumbs={[{ label: t("campaigns.title"), href: "/campaigns" }, { label: tell(name) }]}
      meta={
        <>
          <Badge tone={running ? "good" : "neutral"}>{t(`campaigns.state.${state}`)}</Badge>
          <span>{t("campaigns.from-to", { from: date(startsOn), to: date(endsOn) })}</span>
          {running && <span>{t("campaigns.days-left", { days: page.daysLeft })}</span>}
          {endedOn !== null && lastDay < endsOn && <span>{t("campaigns.ended-early", { date: date(endedOn) })}</span>}
          {host && <span>{t("campaigns.hosted-by", { name: host })}</span>}
        </>
      }
      actions={
        <Row>
          {running && maySubmit && (
            <ButtonLink variant="primary" href={`/use-cases/new?campaign=${slug}`}>
              {t("campaigns.page.put-in")}
            </ButtonLink>
          )}
          {running && <ButtonLink href={`/capture?campaign=${slug}`}>{t("campaigns.page.capture")}</ButtonLink>}
          {state !== "past" && <ButtonLink href={`/campaigns/${slug}/wall`}>{t("campaigns.page.wall")}</ButtonLink>}
          {mayRun && <ButtonLink href={`/campaigns/${slug}/edit`}>{t("desk.edit")}</ButtonLink>}
        </Row>
      }
    />
  );
}

/** The page of one campaign: before it, while it runs, and as its summary afterwards. */
export function CampaignView(page: CampaignViewProps) {
  const { t, tell } = useSpeech();
  const { state, brief, prize, mayRun } = page;
  return (
    <>
      <Head {...page} />
      {state === "past" && <Summary {...page} />}
      <Section title={t("campaigns.page.figures")}>
        <Sums {...page} />
        <Counted {...page} />
      </Section>
      <Split
        aside={
          <>
            {state !== "past" && <CaptureLink {...page} />}
            {tell(brief) && (
              <Section title={t("campaigns.brief.title")}>
                <Prose>{tell(brief)}</Prose>
              </Section>
            )}
            {tell(prize) && (
              <Section title={t("campaigns.prize.title")}>
                <Prose>{tell(prize)}</Prose>
              </Section>
            )}
            <Section title={t("campaigns.contributors.title")}>
              <Contributors {...page} />
            </Section>
            {mayRun && (state !== "past" || page.mayReopen || page.mayDelete) && <RunIt {...page} />}
          </>
        }
      >
        <BurnUpChart {...page} />
        <ByDepartment {...page} />
        <Section title={t("campaigns.latest.title")}>
          <Latest {...page} />
        </Section>
      </Split>
    </>
  );
}
