import { NEXT_GATE } from "#app/delivery/pipeline";
import { useSpeech } from "#app/locales/use-speech";
import { Checklist } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Row, Section, Stack } from "#app/ui/page";
import { isOwn } from "#app/use-cases/gates";
import type { OfferedMove } from "#app/use-cases/who-moves";
import type { GovernancePage } from "./governance-page.server";
import { placeOf } from "./requirement-place";

export function GateChecks({
  gate,
  page,
}: {
  gate: OfferedMove;
  page: Pick<GovernancePage, "reference" | "scoresHidden">;
}) {
  const { t, tell } = useSpeech();
  const stage = t(`use-cases.stage.${gate.to}`);
  return (
    <Checklist
      label={t("safeguards.gate.label", { stage })}
      items={gate.checks.map(({ requirement, met, question }) => {
        const label = isOwn(requirement) ? tell(question) : t(`safeguards.requirement.${requirement}`);
        if (met) return { label, met };
        if (requirement === "learning") {
          return {
            label,
            met: null,
            href: placeOf(requirement, page.reference),
            note: t("safeguards.gate.with-the-move"),
          };
        }
        if (requirement === "filters" && page.scoresHidden) {
          return { label, met: null, href: placeOf("assessments", page.reference), note: t("use-cases.scores-hidden") };
        }
        return { label, met, href: placeOf(requirement, page.reference) };
      })}
    />
  );
}

function Missing({ count }: { count: number }) {
  const { t } = useSpeech();
  return <Badge tone={count === 0 ? "good" : "warning"}>{t("safeguards.gate.missing", { count })}</Badge>;
}

/** What each next gate asks for, met or missing, with the way to where it is filled in. */
export function GateList({ page }: { page: GovernancePage }) {
  const { t } = useSpeech();
  const usual = page.stage && NEXT_GATE[page.stage];
  const next = page.gates.find(({ to }) => to === usual);
  const others = page.gates.filter((gate) => gate !== next && gate.checks.length > 0);
  if (!next && others.length === 0) return null;
  return (
    <Section title={t("safeguards.gates")} lead={t("safeguards.gates.lead")}>
      <Stack>
        {next && (
          <Stack gap="tight">
            <Row>
              <h3>{t("safeguards.gate.to", { stage: t(`use-cases.stage.${next.to}`) })}</h3>
              <Missing count={next.missing} />
            </Row>
            <GateChecks gate={next} page={page} />
          </Stack>
        )}
        {others.length > 0 && (
          <Disclosure summary={t("safeguards.gates.others")} open={!next}>
            <Stack>
              {others.map((gate) => (
                <Stack gap="tight" key={gate.to}>
                  <Row>
                    <h3>{t("safeguards.gate.to", { stage: t(`use-cases.stage.${gate.to}`) })}</h3>
                    <Missing count={gate.missing} />
                  </Row>
                  <GateChecks gate={gate} page={page} />
                </Stack>
              ))}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Section>
  );
}
