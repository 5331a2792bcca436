import { useSpeech } from "#app/locales/use-speech";
import { LinkList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Empty, Section } from "#app/ui/page";
import type { HomePage } from "./home.server";

/** What waits for the reader: each with how many, none where there is nothing. */
export function Waiting({ waiting, firstSteps }: HomePage) {
  const { t, number, quarter } = useSpeech();
  const {
    toScreen,
    lateToScreen,
    toAssess,
    drafts,
    lines,
    debts,
    asked,
    conditions,
    obligations,
    risks,
    ends,
    toReport,
    signOffs,
    toValidate,
  } = waiting;
  const items = [
    {
      key: "screen",
      href: "/screening",
      count: toScreen,
      label: t("home.waiting.screen", { count: toScreen }),
      note: lateToScreen > 0 && <Badge tone="bad">{t("home.waiting.screen.late", { count: lateToScreen })}</Badge>,
    },
    { key: "assess", href: "/assess", count: toAssess, label: t("home.waiting.assess", { count: toAssess }) },
    {
      key: "drafts",
      href: "/use-cases?stage=draft",
      count: drafts,
      label: t("home.waiting.drafts", { count: drafts }),
    },
    { key: "lines", href: "/capture/lines", count: lines, label: t("capture.home", { count: lines }) },
    {
      key: "asked",
      href: "/committee/conditions",
      count: asked,
      label: t("home.waiting.asked", { count: asked }),
    },
    {
      key: "sign-off-conditions",
      href: "/sign-offs?kind=all#conditions",
      count: conditions,
      label: t("home.waiting.conditions", { count: conditions }),
    },
    {
      key: "obligations",
      href: "/registers/ai-act?owner=me#deadlines",
      count: obligations.open,
      label: t("ai-act.home", { count: obligations.open }),
      note: obligations.overdue > 0 && (
        <Badge tone="bad">{t("ai-act.home.overdue", { count: obligations.overdue })}</Badge>
      ),
    },
    {
      key: "risks",
      href: `/registers/risks?owner=${risks.ownerId}&review=overdue`,
      count: risks.overdue,
      label: t("risks.home.overdue", { count: risks.overdue }),
      note: t("risks.home", { count: risks.open }),
    },
    { key: "ends", href: "/registers#ends", count: ends, label: t("registers.ends.home", { count: ends }) },
    { key: "debts", href: "/debts", count: debts, label: t("home.waiting.debts", { count: debts }) },
    {
      key: "report",
      href: "/report",
      count: toReport?.count ?? 0,
      label: toReport ? t("home.waiting.report", { count: toReport.count, quarter: quarter(toReport.quarter) }) : "",
    },
    ...signOffs.map(({ kind, count }) => ({
      key: kind,
      href: "/sign-offs",
      count,
      label: t(`home.waiting.sign-off.${kind}`, { count }),
    })),
    {
      key: "validate",
      href: toValidate ? `/quarter/${toValidate.quarter}` : "/quarter",
      count: toValidate?.count ?? 0,
      label: toValidate
        ? t("home.waiting.validate", { count: toValidate.count, quarter: quarter(toValidate.quarter) })
        : "",
    },
  ].filter(({ count }) => count > 0);
  // The first steps stand above: there is something to do.
  if (items.length === 0 && firstSteps) return null;
  return (
    <Section title={t("home.waiting")}>
      {items.length ? (
        <LinkList items={items.map(({ count, ...item }) => ({ ...item, end: number(count) }))} />
      ) : (
        <Empty title={t("home.waiting.nothing")}>{t("home.waiting.nothing.next")}</Empty>
      )}
    </Section>
  );
}
