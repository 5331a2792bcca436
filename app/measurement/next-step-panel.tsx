import { useSpeech } from "#app/locales/use-speech";
import { GateChecks } from "#app/safeguards/gate-list";
import { placeOf } from "#app/safeguards/requirement-place";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, Row, Section } from "#app/ui/page";
import type { Deed, NextStep, Owed, Turn } from "./next-step";
import type { NextGate } from "./next-step.server";

const NAMED = 3;
const OWN_PLACES = {
  "ask-security": "/governance#sign-offs",
  "ask-legal": "/governance#sign-offs",
  "own-checks": "/governance#own-checks",
  move: "/governance#move",
  report: "/kpis",
  resume: "/governance#move",
  "end-pause": "/risks#incidents",
  "say-stage": "/governance#move",
} as const;

function isOwn(deed: Deed): deed is Exclude<Deed, Owed> {
  return deed in OWN_PLACES;
}

function Deeds({ turn, reference }: { turn: Turn; reference: string }) {
  const { t } = useSpeech();
  return (
    <ul>
      {turn.deeds.map((deed) => (
        <li key={deed}>
          <a href={isOwn(deed) ? `/use-cases/${reference}${OWN_PLACES[deed]}` : placeOf(deed, reference)}>
            {t(`measurement.next.deed.${deed}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What takes a case further and whose turn it is: said to everybody, also to those who can only wait. */
export function NextStepPanel(props: { step: NextStep | null; gate?: NextGate | null; reference: string }) {
  const { step, gate, reference } = props;
  const { t, list } = useSpeech();
  if (!step) return null;
  const title = step.to
    ? t("measurement.next.title.to", { stage: t(`use-cases.stage.${step.to}`) })
    : t("measurement.next.title");
  const namesOf = ({ names }: Turn) => {
    if (names.length === 0) return t("measurement.next.nobody");
    const more = names.length - NAMED;
    return t("measurement.next.names", {
      names: more > 0 ? names.slice(0, NAMED).join(", ") : list(names),
      more: Math.max(0, more),
    });
  };
  return (
    <Section id="next-step" title={title} lead={t("measurement.next.lead")}>
      <DescriptionList
        columns={step.turns.length > 1 ? 2 : 1}
        items={step.turns.map((turn) => ({
          term: (
            <Row>
              {t(`measurement.next.doer.${turn.doer}`)}
              {turn.yours && <Badge tone="accent">{t("measurement.next.yours")}</Badge>}
            </Row>
          ),
          value: <Deeds turn={turn} reference={reference} />,
          note: namesOf(turn),
        }))}
      />
      {gate && <Missing gate={gate} reference={reference} />}
    </Section>
  );
}

/** What the next gate asks for: how much of it is there, and behind that, each of it. */
function Missing({ gate, reference }: { gate: NextGate; reference: string }) {
  const { t } = useSpeech();
  const { checks, scoresHidden } = gate;
  // Whether hidden scores pass the filters is not known to the reader: that is not missing.
  const missing = checks.filter(({ met, requirement }) => !met && !(scoresHidden && requirement === "filters")).length;
  return (
    <Disclosure summary={t("measurement.next.gate", { missing, asked: checks.length })}>
      <GateChecks gate={{ ...gate, missing, offered: false }} page={{ reference, scoresHidden }} />
    </Disclosure>
  );
}
