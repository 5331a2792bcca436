import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import { addressOf, placeInOrder } from "../choice";
import { liveSources, RankFormula } from "../rank-formula";
import type { WhatIfPage } from "./what-if.server";

/** Why the case that the address asks about would stand where it would; with what other weights change beside today's. */
export function WhyThere({ why, names, said }: WhatIfPage) {
  const { t, tell, number } = useSpeech();
  if (!why) return null;
  const { useCaseId, rank, basis, today } = why;
  const { reference = "", title } = names[useCaseId] ?? {};
  const { score, ...sources } = liveSources(reference);
  const moved = today !== null && (today.value !== basis.value || today.complexity !== basis.complexity);
  const before = (axis: "value" | "complexity") => ({
    name: t(`what-if.why.${axis}`),
    value: number(today?.[axis] ?? null, 0),
    ...(score ? { href: score } : {}),
  });
  return (
    <Section
      id="why"
      title={t("what-if.why", { rank })}
      lead={`${reference} ${tell(title)}`}
      actions={<a href={addressOf("/prioritise/what-if", said, { why: null })}>{t("prioritise.map.members.close")}</a>}
    >
      <RankFormula
        open
        basis={basis}
        at={moved ? sources : { ...sources, score }}
        more={[
          ...(moved ? [before("value"), before("complexity")] : []),
          ...(today
            ? [{ name: t("what-if.why.rank"), value: number(today.rank), href: placeInOrder(today.rank) }]
            : []),
        ]}
      />
    </Section>
  );
}
