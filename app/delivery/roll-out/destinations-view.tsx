import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Select } from "#app/ui/choice";
import { NumberField, TextField } from "#app/ui/field";
import { FieldGrid, Fieldset } from "#app/ui/form";
import { LinkList } from "#app/ui/listing";
import { Section } from "#app/ui/page";
import { DESTINATION_ROWS, DESTINATIONS } from "./destinations";
import type { UsersWent } from "./destinations.server";

/** Where the users of a retired case went, and from where they came to one: said on both. */
export function UsersWentSection({ to, from }: { to: readonly UsersWent[]; from: readonly UsersWent[] }) {
  const { t, tell, date } = useSpeech();
  if (to.length + from.length === 0) return null;
  const named = ({ reference, title }: UsersWent) => `${reference} · ${tell(title) || t("use-cases.untitled")}`;
  const counted = ({ users }: UsersWent) =>
    users === null ? t("roll-out.users.unknown") : t("roll-out.users.count", { count: users });
  const where = (one: UsersWent) =>
    one.kind === "case"
      ? named(one)
      : one.kind === "tool"
        ? t("roll-out.to.tool-named", { tool: one.tool ?? "" })
        : t("roll-out.to.nowhere");
  return (
    <Section id="users" title={t("roll-out.went")}>
      <ul>
        {to
          .filter(({ kind }) => kind !== "case")
          .map((one) => (
            <li key={one.id}>
              {t("roll-out.went.to", { where: where(one), users: counted(one), date: date(one.on) })}
            </li>
          ))}
      </ul>
      <LinkList
        items={[
          ...to
            .filter(({ kind }) => kind === "case")
            .map((one) => ({
              key: `to-${one.id}`,
              href: `/use-cases/${one.reference}`,
              label: t("roll-out.went.to", { where: where(one), users: counted(one), date: date(one.on) }),
            })),
          ...from.map((one) => ({
            key: `from-${one.id}`,
            href: `/use-cases/${one.reference}`,
            label: t("roll-out.came.from", { where: named(one), users: counted(one), date: date(one.on) }),
          })),
        ]}
      />
    </Section>
  );
}

/** Part of the form that moves a case: only a retirement reads it. */
export function DestinationFields() {
  const { t } = useSpeech();
  const { field } = useForm("move");
  return (
    <Fieldset legend={t("roll-out.went")} hint={t("roll-out.went.hint")}>
      {DESTINATION_ROWS.map((at) => (
        <FieldGrid columns={3} key={at}>
          <Select
            {...field(`wentTo.${at}.kind`)}
            label={t("roll-out.to")}
            empty={t("registers.none-known")}
            options={DESTINATIONS.map((kind) => ({ value: kind, label: t(`roll-out.to.${kind}`) }))}
          />
          <TextField {...field(`wentTo.${at}.to`)} label={t("roll-out.to.which")} placeholder="UC-0042" />
          <NumberField {...field(`wentTo.${at}.users`)} label={t("roll-out.to.users")} />
        </FieldGrid>
      ))}
    </Fieldset>
  );
}
