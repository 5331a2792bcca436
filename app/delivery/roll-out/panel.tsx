import { useSpeech } from "#app/locales/use-speech";
import { Section } from "#app/ui/page";
import type { UsersWent } from "./destinations.server";
import { UsersWentSection } from "./destinations-view";
import { RollOutLine } from "./line";
import type { RollOutTotals } from "./roll-out";

export interface RollOutPanelProps {
  totals: RollOutTotals | null;
  users: { to: UsersWent[]; from: UsersWent[] };
  reference: string;
}

/** What the card of a case says of its roll-out: how far it came, and what became of its users. */
export function RollOutPanel({ totals, users, reference }: RollOutPanelProps) {
  const { t } = useSpeech();
  return (
    <>
      {totals && (
        <Section title={t("roll-out.totals")}>
          <p>
            <a href={`/use-cases/${reference}/roll-out`}>
              <RollOutLine totals={totals} />
            </a>
          </p>
        </Section>
      )}
      <UsersWentSection {...users} />
    </>
  );
}
