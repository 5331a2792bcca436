import type { Told } from "#app/kernel/told";
import { UNKNOWN } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { DescriptionList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Row } from "#app/ui/page";
import type { Role } from "./roles";

export interface Facts {
  email: string;
  roles: readonly Role[];
  departments: readonly { id: number; name: Told }[];
}

export function RoleBadges({ roles }: { roles: readonly Role[] }) {
  const { t } = useSpeech();
  if (roles.length === 0) return <>{t("people.role.none")}</>;
  return (
    <Row>
      {roles.map((role) => (
        <Badge key={role} tone={role === "admin" ? "accent" : "neutral"}>
          {t(`people.role.${role}`)}
        </Badge>
      ))}
    </Row>
  );
}

/** Who somebody is, for everybody to see. */
export function PersonFacts({ person: { email, roles, departments } }: { person: Facts }) {
  const { t, tell, list } = useSpeech();
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: t("people.email"), value: <a href={`mailto:${email}`}>{email}</a> },
        { term: t("people.person.roles"), value: <RoleBadges roles={roles} /> },
        {
          term: t("people.person.departments"),
          value: departments.length ? list(departments.map(({ name }) => tell(name))) : UNKNOWN,
        },
      ]}
    />
  );
}
