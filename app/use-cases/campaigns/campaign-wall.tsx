import { useSpeech } from "#app/locales/use-speech";
import { QrCode } from "#app/ui/qr-code";
import { Wall } from "#app/ui/wall";
import { useDepartmentName } from "./campaign-figures";
import type { CampaignWall } from "./campaign-page.server";

export type CampaignWallProps = CampaignWall & {
  captureAddress: string;
  /** Milliseconds from one look at the figures to the next. */
  every: number;
};

/** What the workshop sees of itself. It asks for itself anew: by script, or by reloading where there is none. */
export function CampaignWallView(wall: CampaignWallProps) {
  const { t, tell, number, date } = useSpeech();
  const { slug, name, target, sums, departments, names, lines, state, captureAddress, every, startsOn } = wall;
  const nameOf = useDepartmentName(names);
  const most = Math.max(1, ...departments.map((one) => one.target ?? one.submitted + one.captured));
  return (
    <div data-enhance="wall" data-every={every} data-lost={t("campaigns.wall.lost", { time: "{time}" })}>
      <div data-wall-news="" className="wall-news" role="status" hidden />
      <div data-wall="">
        <Wall
          title={tell(name)}
          eyebrow={
            state === "running" ? t("campaigns.days-left", { days: wall.daysLeft }) : t(`campaigns.state.${state}`)
          }
          figure={{
            value: number(sums.submitted),
            words: t("campaigns.wall.target", { count: sums.submitted, target }),
            note: t("campaigns.wall.captured", { count: sums.waiting }),
            share: sums.submitted / Math.max(1, target),
            coming: sums.waiting / Math.max(1, target),
          }}
          parts={{
            label: t("campaigns.wall.departments"),
            // As on the campaign's page: only what is submitted is set against a target.
            rows: departments.map(({ departmentId, invited, submitted, captured, target: own }) => ({
              key: String(departmentId),
              label: nameOf(departmentId, invited),
              value:
                own === null
                  ? t("campaigns.wall.submitted", { count: submitted })
                  : t("campaigns.wall.submitted-of", { count: submitted, target: own }),
              note: captured === 0 ? "" : t("campaigns.wall.captured", { count: captured }),
              share: submitted / Math.max(1, own ?? most),
              coming: captured / Math.max(1, own ?? most),
            })),
          }}
          lines={{
            label: t("campaigns.wall.lines"),
            empty: t("campaigns.wall.lines.none"),
            rows: lines.map(({ reference, title, departmentId, by }) => ({
              key: reference,
              text: tell(title),
              note: [departmentId === null ? null : nameOf(departmentId), by].filter(Boolean).join(" · "),
            })),
          }}
          aside={
            state === "running" ? (
              <>
                <QrCode text={captureAddress} label={t("campaigns.link.qr", { address: captureAddress })} />
                <p>{t("campaigns.wall.join")}</p>
                <p className="address">{captureAddress.replace(/^https?:\/\//, "")}</p>
              </>
            ) : (
              <p>
                {state === "past" ? t("campaigns.wall.closed") : t("campaigns.wall.not-yet", { date: date(startsOn) })}
              </p>
            )
          }
          foot={<a href={`/campaigns/${slug}`}>{t("campaigns.wall.back")}</a>}
        />
      </div>
    </div>
  );
}
