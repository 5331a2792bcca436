import { countryName } from "#app/kernel/country";
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
import type { StaleCause } from "#app/use-cases/signatures/signature";
import { StageBadge } from "#app/use-cases/stage-badge";
import { Absences } from "./absences";
import type { ShownAbsence } from "./delegate.server";
import { SignOffAnswer, SignOffDelegation } from "./sign-off-answer";
import { DueBadge, useStaleWords, VerdictBadge } from "./sign-off-badges";
import { SignOffConditions } from "./sign-off-conditions";
import type { SignOffCondition } from "./sign-off-conditions.server";
import type { WaitingSignOff } from "./sign-off-queue.server";
import type { Colleagues } from "./sign-off-reviewers.server";
import { SIGN_OFF_KINDS, type SignOffKind } from "./sign-offs";
import { isHosting } from "./vendors";

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
    inPlaceOf: string | null;
    staleOn: Day | null;
    staleCause: StaleCause | null;
    expiresOn: Day | null;
    reference: string;
    title: Told;
  }[];
  conditions: SignOffCondition[];
  absences: ShownAbsence[];
  colleagues: Colleagues;
  me: { id: number | null; name: string };
  today: Day;
}

function Waiting({ one, today }: { one: WaitingSignOff; today: Day }) {
  const { t, tell, date, list, locale } = useSpeech();
  const staleWords = useStaleWords();
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
      {one.delegatedTo && (
        <p>{t("delivery.sign-off.given", { from: one.delegatedBy ?? t("desk.product"), to: one.delegatedTo })}</p>
      )}
      {one.anew && (
        <p>
          {one.holdsUntil && one.holdsUntil > today
            ? t("delivery.sign-off.renews", { date: date(one.holdsUntil) })
            : t("delivery.sign-off.anew", { cause: staleWords(one.anew.cause, one.anew.detail) })}
        </p>
      )}
      <DescriptionList
        columns={3}
        items={[
          { term: t("trust.field.personalData"), value: said(one.personalData) },
          { term: t("safeguards.field.customerFacing"), value: said(one.customerFacing) },
          { term: t("safeguards.field.humanInTheLoop"), value: said(one.humanInTheLoop) },
          { term: t("trust.field.dataWhere"), value: tell(one.dataWhere) || t("desk.unknown") },
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
      {one.mayAnswer && (
        <SignOffAnswer id={one.id} label={t("delivery.sign-off.answer.one", { reference })} askable={one.askable} />
      )}
      {one.mayAnswer && (
        <SignOffDelegation
          id={one.id}
          label={t("delivery.sign-off.give.one", { reference })}
          mayGiveTo={one.mayGiveTo}
        />
      )}
    </Panel>
  );
}

/** What waits for each reviewer's signature, and what was last signed. */
export function SignOffQueue(props: Props) {
  const { kind, waiting, counts, answered, conditions, absences, colleagues, me, today } = props;
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
      {conditions.length > 0 && (
        <Section
          id="conditions"
          title={t("delivery.sign-off.conditions.title")}
          lead={t("delivery.sign-off.conditions.lead")}
        >
          <SignOffConditions
            conditions={conditions}
            label={t("delivery.sign-off.conditions.title")}
            today={today}
            withCase
          />
        </Section>
      )}
      <Absences absences={absences} colleagues={colleagues} me={me} today={today} />
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
                cell: (one) => <VerdictBadge signature={one} conditional={one.conditions !== null} today={today} />,
              },
              { key: "note", header: t("delivery.sign-off.note"), cell: (one) => tell(one.conditions ?? one.note) },
              {
                key: "by",
                header: t("delivery.sign-off.by"),
                cell: ({ by, inPlaceOf }) =>
                  inPlaceOf
                    ? t("delivery.sign-off.in-place-of", { by: by ?? t("desk.product"), of: inPlaceOf })
                    : (by ?? t("desk.product")),
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
