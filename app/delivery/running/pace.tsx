import { useSpeech } from "#app/locales/use-speech";
import { Chart } from "#app/ui/chart";
import { Meter } from "#app/ui/mark";
import { Row, Section, Stack } from "#app/ui/page";
import type { PocPage, PocShown } from "../poc-page.server";
import { CheckInForm, CheckIns, CorrectCheckIn, Skipped } from "./check-ins";

/** What is used of the time, the money and the work. */
export function Used({ poc }: { poc: PocShown }) {
  const { t, number, wholeMoney } = useSpeech();
  const { days, of, over } = poc.time;
  const spent = poc.pace?.spentMinor ?? null;
  // Once the verdict is in, a late one is a fact to read; the alarm is for a POC that still runs past its end.
  const late = poc.verdict !== null && over > 0;
  const work = poc.pace?.personDays ?? null;
  return (
    <Row>
      <Meter
        label={t("delivery.poc.time-used")}
        value={days + over}
        max={of}
        text={
          late
            ? t("delivery.poc.verdict-late", { of, over })
            : t("delivery.poc.days-of", { days: days + over, of: number(of) })
        }
        tone={late ? "warning" : over > 0 ? "bad" : undefined}
      />
      <Meter
        label={t("delivery.poc.money-used")}
        value={spent}
        max={Math.max(1, poc.budgetCapMinor)}
        text={t("delivery.poc.money-of", { spent: wholeMoney(spent), of: wholeMoney(poc.budgetCapMinor) })}
        tone={spent !== null && spent > poc.budgetCapMinor ? "bad" : undefined}
      />
      {poc.personDaysCap !== null && (
        <Meter
          label={t("delivery.pace.work-used")}
          value={work}
          max={poc.personDaysCap}
          text={t("delivery.pace.work-of", { used: number(work), of: number(poc.personDaysCap) })}
          tone={work !== null && work > poc.personDaysCap ? "bad" : undefined}
        />
      )}
    </Row>
  );
}

/** How time and caps run down, week by week, and where that leads. */
export function PaceSection({ poc, page }: { poc: PocShown; page: PocPage }) {
  const { t, date, wholeMoney } = useSpeech();
  const { pace } = poc;
  if (!pace) return null;
  const running = !poc.verdict;
  const corrected = poc.checkIns.find(({ id }) => id === page.correcting.checkIn);
  const holds = pace.spentAtEndMinor !== null && pace.spentAtEndMinor <= poc.budgetCapMinor;
  const series = (name: string, values: (number | null)[], paint: "a" | "b" | "c") => ({ name, values, paint });
  return (
    <Section
      title={t("delivery.pace.title")}
      id={running ? "pace" : undefined}
      lead={t("delivery.pace.lead")}
      level={3}
    >
      <Stack>
        <Used poc={poc} />
        {running && pace.money.kind === "unknown" && <p>{t("delivery.pace.unknown")}</p>}
        {running && holds && (
          <p>
            {t("delivery.pace.holds", {
              spent: wholeMoney(pace.spentAtEndMinor),
              cap: wholeMoney(poc.budgetCapMinor),
            })}
          </p>
        )}
        {pace.burn.length > 1 && (
          <Chart
            caption={t("delivery.pace.chart")}
            height="short"
            format={{ style: "percent", digits: 0 }}
            description={{
              kind: "lines",
              labelHeader: t("delivery.check-in.on"),
              labels: pace.burn.map(({ on }) => date(on)),
              threshold: { value: 1, label: t("delivery.pace.cap") },
              series: [
                series(
                  t("delivery.pace.time"),
                  pace.burn.map(({ time }) => time),
                  "a",
                ),
                series(
                  t("delivery.pace.money"),
                  pace.burn.map(({ money }) => money),
                  "b",
                ),
                ...(poc.personDaysCap === null
                  ? []
                  : [
                      series(
                        t("delivery.pace.work"),
                        pace.burn.map(({ work }) => work),
                        "c",
                      ),
                    ]),
              ],
            }}
          />
        )}
        <Skipped poc={poc} />
        <CheckIns poc={poc} page={page} />
        {running && <p className="hint">{t("delivery.pace.next", { date: date(pace.nextCheckIn) })}</p>}
        {running && page.mayWrite && corrected && <CorrectCheckIn poc={poc} page={page} week={corrected} />}
        {running && page.mayWrite && !corrected && <CheckInForm poc={poc} page={page} />}
      </Stack>
    </Section>
  );
}
