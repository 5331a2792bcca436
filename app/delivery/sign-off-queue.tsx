import type { Day } from "#app/kernel/day";
import type { Told } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Tabs } from "#app/ui/navigation";
import { Empty, PageHeader, Panel, Row, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "#app/use-cases/stage-badge";
import { SignOffAnswer } from "./sign-off-answer";
import type { WaitingSignOff } from "./sign-off-queue.server";
import { daysLate, SIGN_OFF_KINDS, type SignOffKind } from "./sign-offs";
import { countryName, isHosting } from "./vendors";

interface Props {
  kind: SignOffKind | null;
  waiting: WaitingSignOff[];
  counts: Record<SignOffKind, number>;
  answered: {
    id: number;
    kind: SignOffKind;
    verdict: "yes" | "no" | null;
    note: Told | null;
    conditions: Told | null;
    on: Day | null;
    by: string | null;
    reference: string;
    title: Told;
  }[];
  today: Day;
}

/** When it is due, in a badge that says late where it is. */
export function DueBadge({ dueOn, today }: { dueOn: Day | null; today: Day }) {
  const { t, date } = useSpeech();
  if (dueOn === null) return <Badge>{t("delivery.sign-off.no-due")}</Badge>;
  const late = daysLate(dueOn, today);
  return late > 0 ? (
    <Badge tone="bad">{t("delivery.sign-off.late", { days: late })}</Badge>
  ) : (
    <Badge tone="accent">{t("delivery.sign-off.due", { date: date(dueOn) })}</Badge>
  );
}

function Waiting({ one, today }: { one: WaitingSignOff; today: Day }) {
  const { t, tell, date, list, locale } = useSpeech();
  const said = (value: boolean | null) => (value === null ? t("desk.unknown") : t(value ? "desk.yes" : "desk.no"));
  const { reference, kind } = one;
  const hosted = one.models.map(({ name, hosting }) =>
    isHosting(hosting)
      ? t("delivery.sign-off.model-hosted", { name, hosting: t(`delivery.hosting.${hosting}`) })
      : name,
  );
  const sold = one.vendors.map(({ name, country }) =>
    country ? t("delivery.sign-off.vendor-from", { name, country: countryName(country, locale) ?? country }) : name,
  );
  return (
    <Panel
      title={
        <a id={`sign-off-${one.id}`} href={`/use-cases/${reference}/governance`}>
          <Unbroken>
            {reference} · {tell(one.title)}
          </Unbroken>
        </a>
      }
    >
      <Row>
        <Badge tone="accent">{t(`delivery.sign-off.kind.${kind}`)}</Badge>
        <DueBadge dueOn={one.dueOn} today={today} />
        <StageBadge stage={one.stage} />
        <span>
          {t("delivery.sign-off.asked", { name: one.asker ?? t("desk.product"), date: date(one.requestedOn) })}
        </span>
      </Row>
      <DescriptionList
        columns={3}
        items={[
          { term: t("safeguards.field.personalData"), value: said(one.personalData) },
          { term: t("safeguards.field.customerFacing"), value: said(one.customerFacing) },
          { term: t("safeguards.field.humanInTheLoop"), value: said(one.humanInTheLoop) },
          { term: t("safeguards.field.dataWhere"), value: tell(one.dataWhere) || t("desk.unknown") },
          { term: t("delivery.vendors.title"), value: sold.length ? list(sold) : t("desk.unknown") },
          { term: t("delivery.models.title"), value: hosted.length ? list(hosted) : t("desk.unknown") },
        ]}
      />
      <p>
        {t(`delivery.sign-off.look.${kind}`)}{" "}
        <a href={`/use-cases/${reference}/governance`}>{t("use-cases.tab.governance")}</a>
        {" · "}
        <a href={`/use-cases/${reference}/poc`}>{t("use-cases.tab.poc")}</a>
        {" · "}
        <a href={`/use-cases/${reference}/business-case`}>{t("use-cases.tab.business-case")}</a>
      </p>
      {one.mayAnswer && <SignOffAnswer id={one.id} label={t("delivery.sign-off.answer.one", { reference })} />}
    </Panel>
  );
}

/** What waits for each reviewer's signature, and what was last signed. */
export function SignOffQueue({ kind, waiting, counts, answered, today }: Props) {
  const { t, tell, date } = useSpeech();
  return (
    <>
      <PageHeader title={t("delivery.sign-off.title")} lead={t("delivery.sign-off.lead")} />
      <Tabs
        label={t("delivery.sign-off.kinds")}
        items={[
          { href: "/sign-offs?kind=all", label: t("delivery.sign-off.all"), current: kind === null },
          ...SIGN_OFF_KINDS.map((one) => ({
            href: `/sign-offs?kind=${one}`,
            label: t(`delivery.sign-off.kind.${one}`),
            current: kind === one,
            count: counts[one],
          })),
        ]}
      />
      <Section title={t("delivery.sign-off.waiting")}>
        {waiting.length ? (
          waiting.map((one) => <Waiting key={one.id} one={one} today={today} />)
        ) : (
          <Empty
            title={t("delivery.sign-off.none")}
            action={<ButtonLink href="/use-cases">{t("desk.nav.use-cases")}</ButtonLink>}
          >
            {t("delivery.sign-off.none.next")}
          </Empty>
        )}
      </Section>
      {answered.length > 0 && (
        <Section title={t("delivery.sign-off.answered")}>
          <DataTable
            caption={t("delivery.sign-off.answered")}
            hideCaption
            rows={answered}
            rowKey={({ id }) => id}
            narrow="cards"
            columns={[
              {
                key: "case",
                header: t("delivery.sign-off.case"),
                cell: (one) => (
                  <a href={`/use-cases/${one.reference}/governance`}>
                    <Unbroken>
                      {one.reference} · {tell(one.title)}
                    </Unbroken>
                  </a>
                ),
                rowHeader: true,
              },
              {
                key: "kind",
                header: t("delivery.sign-off.kind"),
                cell: (one) => t(`delivery.sign-off.kind.${one.kind}`),
              },
              {
                key: "verdict",
                header: t("delivery.sign-off.verdict"),
                cell: (one) => <VerdictBadge verdict={one.verdict} conditions={one.conditions} />,
              },
              { key: "note", header: t("delivery.sign-off.note"), cell: (one) => tell(one.conditions ?? one.note) },
              {
                key: "by",
                header: t("delivery.sign-off.by"),
                cell: (one) => one.by ?? t("desk.product"),
                width: "fit",
              },
              { key: "on", header: t("delivery.sign-off.on"), cell: (one) => date(one.on), width: "fit" },
            ]}
          />
        </Section>
      )}
    </>
  );
}

export function VerdictBadge({ verdict, conditions }: { verdict: "yes" | "no" | null; conditions: Told | null }) {
  const { t } = useSpeech();
  if (verdict === null) return <Badge tone="warning">{t("delivery.sign-off.waits")}</Badge>;
  if (verdict === "no") return <Badge tone="bad">{t("desk.no")}</Badge>;
  return <Badge tone="good">{t(conditions ? "delivery.sign-off.yes-if" : "desk.yes")}</Badge>;
}
