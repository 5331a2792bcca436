import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Section } from "#app/ui/page";
import type { Composition } from "./composition.server";

/** Who sits in the committee, and which department or function has nobody there. */
export function CompositionSection({ composition }: { composition: Composition }) {
  const { t, tell, list } = useSpeech();
  const { departments, functions, others } = composition;
  const said = (names: string[]) => (names.length ? list(names) : t("committee.composition.nobody"));
  const gaps = departments.filter(({ members }) => members.length === 0);
  return (
    <Section title={t("committee.composition")} lead={t("committee.composition.lead", { gaps: gaps.length })}>
      <DescriptionList
        columns={3}
        items={functions.map(({ role, members }) => ({ term: t(`people.role.${role}`), value: said(members) }))}
      />
      <Disclosure summary={t("committee.composition.departments", { count: departments.length })}>
        <DescriptionList
          columns={2}
          items={departments.map(({ name, members }) => ({ term: tell(name), value: said(members) }))}
        />
        {others.length > 0 && <p>{t("committee.composition.others", { names: list(others) })}</p>}
      </Disclosure>
    </Section>
  );
}
