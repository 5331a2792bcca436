import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Figure, FigureGrid, Formula } from "#app/ui/figure";
import { Empty, Notice, Section } from "#app/ui/page";
import { UsersWentSection } from "./destinations-view";
import type { RollOutPage } from "./page.server";
import { SiteForm, SiteSection } from "./sites";

/** Where a case is rolled out, who uses it there, and what became of its users. */
export function RollOutView({ page }: { page: RollOutPage }) {
  const { t } = useSpeech();
  const { sites, mayWrite } = page;
  return (
    <>
      {sites.length === 0 ? (
        <Empty title={t("roll-out.none")}>{t(mayWrite ? "roll-out.none.next" : "roll-out.none.others")}</Empty>
      ) : (
        <Totals page={page} />
      )}
      {page.adoption.length > 0 && <Adoption page={page} />}
      <UsersWentSection {...page.destinations} />
      {sites.length > 0 && (
        <Section id="sites" title={t("roll-out.sites")}>
          {mayWrite && <SignedAnew page={page} />}
          {sites.map((site) => (
            <SiteSection key={site.id} site={site} mayWrite={mayWrite} today={page.today} />
          ))}
        </Section>
      )}
      {mayWrite && <SiteForm today={page.today} />}
      {page.stage && page.mayMove && ["pilot", "production"].includes(page.stage) && (
        <p>
          <a href={`/use-cases/${page.reference}/governance#move`}>{t("roll-out.retire")}</a>
        </p>
      )}
    </>
  );
}

/** What the forms of this page may set off, said before anything is saved. */
function SignedAnew({ page: { signed, sites } }: { page: RollOutPage }) {
  const { t, list } = useSpeech();
  if (signed.length === 0 || !sites.some(({ stage }) => stage === "pilot" || stage === "live")) return null;
  const roles = list(signed.map((kind) => t(`delivery.sign-off.kind.${kind}`)));
  return <Notice tone="warning">{t("roll-out.signed-anew", { count: signed.length, roles })}</Notice>;
}

function Totals({ page: { totals, plateau, planNumber, reference } }: { page: RollOutPage }) {
  const { t, number, percent } = useSpeech();
  if (!totals) return null;
  const { eligible, active, share, countries, liveCountries, sites } = totals;
  return (
    <Section title={t("roll-out.totals")}>
      <FigureGrid label={t("roll-out.totals")}>
        <Figure
          label={t("roll-out.adoption")}
          value={percent(share)}
          comparison={
            plateau === null
              ? t("roll-out.no-plateau")
              : t("roll-out.plateau", { share: percent(plateau), number: planNumber ?? 0 })
          }
          href={plateau === null ? undefined : `/use-cases/${reference}/business-case`}
          formula={<Formula expression={t("roll-out.adoption.formula")} inputs={[]} />}
        />
        <Figure label={t("roll-out.active")} value={number(active)} note={t("roll-out.latest")} />
        <Figure label={t("roll-out.eligible")} value={number(eligible)} />
        <Figure
          label={t("roll-out.countries")}
          value={t("roll-out.countries.of", { live: liveCountries, count: countries })}
          note={t("roll-out.sites.count", { count: sites })}
        />
      </FigureGrid>
    </Section>
  );
}

function Adoption({ page: { adoption, plateau } }: { page: RollOutPage }) {
  const { t, quarter, number } = useSpeech();
  const planned = adoption.some((one) => one.planned !== null);
  return (
    <Section id="adoption" title={t("roll-out.curve")} lead={t("roll-out.curve.lead")}>
      <Chart
        caption={t("roll-out.curve")}
        format={{ style: "percent" }}
        openTable
        note={t("roll-out.curve.users", {
          users: adoption
            .map((one) => `${quarter(one.quarter)} ${number(one.active)}/${number(one.eligible)}`)
            .join(" · "),
        })}
        description={{
          kind: "lines",
          labelHeader: t("registers.spend.quarter"),
          labels: adoption.map((one) => quarter(one.quarter)),
          series: [
            { name: t("roll-out.adoption"), values: adoption.map((one) => one.share), paint: "a" },
            ...(planned
              ? [{ name: t("roll-out.planned"), values: adoption.map((one) => one.planned), paint: "muted" as const }]
              : []),
          ],
          ...(plateau !== null && { threshold: { value: plateau, label: t("roll-out.plateau.line") } }),
        }}
      />
    </Section>
  );
}
