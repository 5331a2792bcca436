import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Badge, Meter } from "#app/ui/mark";
import { CardGrid, Empty, PageHeader, Panel, Row, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { CampaignList, ListedCampaign } from "./list-campaigns.server";

/** Whom it calls on, in words. */
function useInvited() {
  const { t, tell, list } = useSpeech();
  return (invited: ListedCampaign["invited"]) =>
    invited.length === 0 ? t("campaigns.everyone") : list(invited.map(({ name }) => tell(name)));
}

function Card({ campaign }: { campaign: ListedCampaign }) {
  const { t, tell, date } = useSpeech();
  const invitedIn = useInvited();
  const { slug, name, kind, state, startsOn, lastDay, submitted, target, host } = campaign;
  return (
    <Panel
      title={<a href={`/campaigns/${slug}`}>{tell(name)}</a>}
      actions={<Badge tone={state === "running" ? "good" : "neutral"}>{t(`campaigns.kind.${kind}`)}</Badge>}
    >
      <Stack gap="tight">
        <p>
          {state === "running"
            ? t("campaigns.days-left", { days: campaign.daysLeft })
            : t("campaigns.starts", { date: date(startsOn) })}
          {" · "}
          {t("campaigns.from-to", { from: date(startsOn), to: date(lastDay) })}
        </p>
        <Meter
          label={t("campaigns.progress.label")}
          value={submitted}
          max={target}
          text={t("campaigns.progress", { submitted, target })}
        />
        <p className="hint">{invitedIn(campaign.invited)}</p>
        <p className="hint">{t("campaigns.hosted-by", { name: host })}</p>
      </Stack>
    </Panel>
  );
}

function Past({ campaigns }: { campaigns: readonly ListedCampaign[] }) {
  const { t, tell, date, number } = useSpeech();
  return (
    <DataTable
      caption={t("campaigns.past.caption")}
      hideCaption
      narrow="cards"
      rows={campaigns}
      rowKey={({ id }) => id}
      rowHref={({ slug }) => `/campaigns/${slug}`}
      columns={[
        { key: "name", header: t("campaigns.column.name"), cell: ({ name }) => tell(name), rowHeader: true },
        {
          key: "days",
          header: t("campaigns.column.days"),
          cell: ({ startsOn, lastDay }) => t("campaigns.from-to", { from: date(startsOn), to: date(lastDay) }),
        },
        {
          key: "submitted",
          header: t("campaigns.column.submitted"),
          cell: (one) => number(one.submitted),
          numeric: true,
        },
        { key: "target", header: t("campaigns.column.target"), cell: (one) => number(one.target), numeric: true },
        { key: "waiting", header: t("campaigns.column.waiting"), cell: (one) => number(one.waiting), numeric: true },
        { key: "host", header: t("campaigns.column.host"), cell: ({ host }) => host },
      ]}
    />
  );
}

/** All campaigns, and what stays open between them. */
export function Campaigns({ groups, mayRun, maySubmit }: CampaignList & { maySubmit: boolean }) {
  const { t } = useSpeech();
  const start = mayRun && <ButtonLink href="/campaigns/new">{t("campaigns.new")}</ButtonLink>;
  return (
    <>
      <PageHeader title={t("campaigns.title")} lead={t("campaigns.lead")} actions={start} />
      {groups.map(({ state, campaigns }) =>
        campaigns.length === 0 && state !== "running" ? null : (
          <Section key={state} title={t(`campaigns.group.${state}`)}>
            {campaigns.length === 0 ? (
              <Empty title={t("campaigns.none.running")} action={start}>
                {t("campaigns.none.running.next")}
              </Empty>
            ) : state === "past" ? (
              <Past campaigns={campaigns} />
            ) : (
              <CardGrid size="wide">
                {campaigns.map((campaign) => (
                  <Card key={campaign.id} campaign={campaign} />
                ))}
              </CardGrid>
            )}
          </Section>
        ),
      )}
      <Section title={t("campaigns.continuous")} lead={t("campaigns.continuous.lead")}>
        <Row>
          {maySubmit && <ButtonLink href="/use-cases/new">{t("campaigns.page.put-in")}</ButtonLink>}
          <ButtonLink href="/capture">{t("campaigns.page.capture")}</ButtonLink>
        </Row>
      </Section>
    </>
  );
}
