import type { ReactNode } from "react";
import { addQuarters } from "#app/kernel/quarter";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { StepList } from "#app/ui/listing";
import { Tabs } from "#app/ui/navigation";
import { PageHeader } from "#app/ui/page";
import type { QuarterHead } from "./collection.server";
import { QuarterBadge } from "./evidence-mark";
import { QUARTER_STATUSES } from "./quarter-life";

export const QUARTER_TABS = ["collection", "review", "costs", "close"] as const;

/** What stands above every page of a quarter: which one, how far it is, and the ways to its parts. */
export function QuarterFrame({ head, path, children }: { head: QuarterHead; path: string; children: ReactNode }) {
  const { t, quarter: say, moment } = useSpeech();
  const { quarter, status, closer, closedAt } = head;
  const base = `/quarter/${quarter}`;
  const at = QUARTER_STATUSES.indexOf(status);
  const [before, after] = [addQuarters(quarter, -1), addQuarters(quarter, 1)];
  return (
    <>
      <PageHeader
        title={t("measurement.quarter.title", { quarter: say(quarter) })}
        lead={t(`measurement.quarter.status.${status}.lead`)}
        meta={
          <>
            <QuarterBadge status={status} />
            {closedAt !== null && (
              <span>
                {t("measurement.quarter.closed-by", {
                  name: closer ?? t("desk.product"),
                  date: moment(new Date(closedAt)),
                })}
              </span>
            )}
          </>
        }
        actions={
          <>
            <ButtonLink href={`/quarter/${before}`}>← {say(before)}</ButtonLink>
            <ButtonLink href={`/quarter/${after}`}>{say(after)} →</ButtonLink>
          </>
        }
      />
      <StepList
        label={t("measurement.quarter.steps")}
        steps={QUARTER_STATUSES.map((step, index) => ({
          label: t(`measurement.quarter.status.${step}`),
          state: index < at || status === "closed" ? "done" : index === at ? "current" : "ahead",
        }))}
      />
      <Tabs
        label={t("measurement.quarter.parts")}
        items={QUARTER_TABS.map((tab) => {
          const href = tab === "collection" ? base : `${base}/${tab}`;
          return { href, label: t(`measurement.quarter.tab.${tab}`), current: path === href };
        })}
      />
      {children}
    </>
  );
}
