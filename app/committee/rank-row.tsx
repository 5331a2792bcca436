import { useSpeech } from "#app/locales/use-speech";
import { Badge } from "#app/ui/mark";
import { Row, Stack } from "#app/ui/page";
import { checkReason } from "./filter-words";
import type { FilterCheck, FilterState } from "./filters";
import type { Quadrant } from "./ranking";

export const QUADRANT_TONES = {
  "quick-win": "good",
  "strategic-bet": "accent",
  "fill-in": "neutral",
  avoid: "warning",
} as const satisfies Record<Quadrant, string>;

const STATE_TONES = { pass: "good", fail: "bad", missing: "warning", excepted: "accent" } as const satisfies Record<
  FilterState,
  string
>;

/** The filters that say something of a case: those that stop it, and those that a signed exception lets it pass. */
export function Checks({ checks, except }: { checks: readonly FilterCheck[]; except: string | null }) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const notable = checks.flatMap((check) => (check.state === "pass" ? [] : [{ ...check, state: check.state }]));
  if (notable.length === 0) return null;
  return (
    <Stack gap="tight">
      {notable.map((check) => (
        <Row key={check.filter.id}>
          <Badge tone={STATE_TONES[check.state]} title={checkReason(speech, check)}>
            {t(`prioritise.state.${check.state}`, { filter: tell(check.filter.name) })}
          </Badge>
        </Row>
      ))}
      {except && notable.some(({ state }) => state === "fail") && <a href={except}>{t("prioritise.exception.give")}</a>}
    </Stack>
  );
}
