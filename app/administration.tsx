import type { Key } from "#app/locales/keys";
import { useSpeech } from "#app/locales/use-speech";
import { Tabs } from "#app/ui/navigation";

/** The parts of the administration, whichever room they belong to. */
const PARTS = [
  { href: "/admin", label: "people.organisation.title" },
  { href: "/admin/departments", label: "people.departments.title" },
  { href: "/admin/rates", label: "business-cases.rates.title" },
  { href: "/admin/gates", label: "own-checks.gates" },
  { href: "/admin/ai-act", label: "ai-act.law" },
  { href: "/admin/mail", label: "people.mail.state.title" },
] as const satisfies readonly { href: string; label: Key }[];

export function AdministrationTabs({ current }: { current: (typeof PARTS)[number]["href"] }) {
  const { t } = useSpeech();
  return (
    <Tabs
      label={t("people.admin.tabs")}
      items={PARTS.map(({ href, label }) => ({ href, label: t(label), current: href === current }))}
    />
  );
}
