import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { LinkList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Empty, PageHeader, Section } from "#app/ui/page";
import type { EndOf } from "./ends.server";
import { EndsTable } from "./ends-table";
import { REGISTERS, type Register } from "./fields";

export interface RegistersIndex {
  counts: Record<Register, { used: number; retired: number }>;
  ends: EndOf[];
}

/** Every register with how much it holds, and what of them ends soon. */
export function RegistersView({ counts, ends }: RegistersIndex) {
  const { t, number } = useSpeech();
  const endsIn = (register: Register) => ends.filter((end) => end.register === register).length;
  return (
    <>
      <PageHeader
        title={t("registers.title")}
        lead={t("registers.lead")}
        actions={<ButtonLink href="/registers/exposure">{t("exposure.title")}</ButtonLink>}
      />
      <Section title={t("registers.all")}>
        <LinkList
          items={[
            ...REGISTERS.map((register) => ({
              key: register,
              href: `/registers/${register}`,
              label: t(`registers.of.${register}`),
              note: (
                <>
                  {t(`registers.lead.${register}`)}{" "}
                  {endsIn(register) > 0 && (
                    <Badge tone="warning">{t("registers.ends.count", { count: endsIn(register) })}</Badge>
                  )}
                </>
              ),
              end: number(counts[register].used),
            })),
            { key: "ai-act", href: "/registers/ai-act", label: t("ai-act.register"), note: t("ai-act.register.lead") },
            { key: "risks", href: "/registers/risks", label: t("risks.register"), note: t("risks.register.lead") },
            {
              key: "incidents",
              href: "/registers/incidents",
              label: t("incidents.register"),
              note: t("incidents.register.lead"),
            },
            { key: "exposure", href: "/registers/exposure", label: t("exposure.title"), note: t("exposure.lead") },
          ]}
        />
      </Section>
      <Section id="ends" title={t("registers.ends")} lead={t("registers.ends.lead")}>
        {ends.length === 0 ? (
          <Empty title={t("registers.ends.none")}>{t("registers.ends.none.next")}</Empty>
        ) : (
          <EndsTable ends={ends} />
        )}
      </Section>
    </>
  );
}
