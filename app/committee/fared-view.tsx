import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { DataTable, Pager } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { StageBadge } from "#app/use-cases/stage-badge";
import { type FaredPart, faredAddress } from "./fared";
import type { Fared, FaredCases } from "./fared.server";

const kindOf = ({ against }: Fared) => (against ? "against" : "with");

/** How approvals with the rank fared beside those against it; each figure opens to its cases. */
export function FaredTable({ fared }: { fared: Fared[] }) {
  const { t, number, percent, wholeMoney } = useSpeech();
  const amount = (one: Fared, minor: Fared["realisedMinor"]) => wholeMoney(one.reported > 0 ? minor : null);
  const share = (one: Fared) => percent(one.promisedMinor > 0 ? one.realisedMinor / one.promisedMinor : null, 0);
  const opens = (one: Fared, part: FaredPart, said: string) =>
    one[part] > 0 ? <a href={faredAddress({ kind: kindOf(one), part })}>{said}</a> : said;
  return (
    <Section title={t("committee.fared")} lead={t("committee.fared.lead")}>
      <DataTable
        caption={t("committee.fared")}
        hideCaption
        narrow="cards"
        rows={fared}
        rowKey={({ against }) => String(against)}
        columns={[
          {
            key: "kind",
            header: t("committee.fared.kind"),
            cell: ({ against }) => t(against ? "committee.fared.against" : "committee.fared.with"),
            rowHeader: true,
          },
          {
            key: "approved",
            header: t("committee.fared.approved"),
            cell: (one) => opens(one, "approved", number(one.approved)),
            numeric: true,
          },
          {
            key: "live",
            header: t("committee.fared.live"),
            cell: (one) => opens(one, "live", number(one.live)),
            numeric: true,
          },
          {
            key: "stopped",
            header: t("committee.fared.stopped"),
            cell: (one) => opens(one, "stopped", number(one.stopped)),
            numeric: true,
          },
          {
            key: "promised",
            header: t("committee.fared.promised"),
            cell: (one) => opens(one, "reported", amount(one, one.promisedMinor)),
            numeric: true,
          },
          {
            key: "realised",
            header: t("committee.fared.realised"),
            cell: (one) => opens(one, "reported", amount(one, one.realisedMinor)),
            numeric: true,
          },
          {
            key: "kept",
            header: t("committee.fared.kept"),
            cell: (one) => opens(one, "reported", share(one)),
            numeric: true,
          },
        ]}
      />
    </Section>
  );
}

/** The cases behind one figure of it, with the sums where it is one. */
export function FaredCasesView({ opened, fared }: { opened: FaredCases; fared: readonly Fared[] }) {
  const { t, tell, date, number, wholeMoney } = useSpeech();
  const { kind, part, cases, next } = opened;
  const whole = fared.find((one) => kindOf(one) === kind);
  const count = whole?.[part] ?? 0;
  const title = t(`committee.fared.cases.${part}`, { kind, count, text: number(count) });
  const summed = part === "reported";
  return (
    <Section id="fared-cases" title={title} lead={t(summed ? "committee.fared.cases.lead" : "committee.fared.last")}>
      <p>
        <a href="/committee/against-rank">{t("committee.fared.back")}</a>
      </p>
      <DataTable
        caption={title}
        hideCaption
        narrow="cards"
        totals={summed}
        rows={cases}
        rowKey={({ id }) => id}
        empty={t("committee.fared.cases.none")}
        columns={[
          {
            key: "case",
            header: t("committee.case"),
            cell: ({ reference, title: name, session }) => (
              <a href={`/committee/${session}/${reference}`}>
                <Unbroken>
                  {reference} · {tell(name)}
                </Unbroken>
              </a>
            ),
            rowHeader: true,
            total: t("committee.fared.cases.total", { count, text: number(count) }),
          },
          {
            key: "session",
            header: t("committee.fared.cases.decided"),
            cell: ({ session, on }) => (
              <a href={`/committee/${session}`}>
                {t("committee.fared.cases.in", { session: number(session), on: date(on) })}
              </a>
            ),
          },
          { key: "stage", header: t("committee.against.now"), cell: ({ stage }) => <StageBadge stage={stage} /> },
          {
            key: "promised",
            header: t("committee.fared.promised"),
            cell: ({ reference, promisedMinor }) =>
              promisedMinor === null ? (
                wholeMoney(null)
              ) : (
                <a href={`/use-cases/${reference}/business-case`}>{wholeMoney(promisedMinor)}</a>
              ),
            numeric: true,
            total: wholeMoney(whole?.promisedMinor ?? null),
          },
          {
            key: "realised",
            header: t("committee.fared.realised"),
            cell: ({ reference, realisedMinor }) =>
              realisedMinor === null ? (
                wholeMoney(null)
              ) : (
                <a href={`/dashboard/reports?case=${reference}`}>{wholeMoney(realisedMinor)}</a>
              ),
            numeric: true,
            total: wholeMoney(whole?.realisedMinor ?? null),
          },
        ]}
      />
      <Pager next={next === null ? undefined : faredAddress({ kind, part }, next)} />
    </Section>
  );
}
