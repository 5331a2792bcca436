import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Badge, Tag } from "#app/ui/mark";
import { Row, Section } from "#app/ui/page";
import { unbroken } from "#app/ui/unbroken";
import type { CaseFile } from "../files/files.server";
import type { CaseLink } from "./links.server";

export interface Around {
  tags: { name: string }[];
  links: CaseLink[];
  files: Pick<CaseFile, "id" | "name" | "size" | "internal">[];
}

/** What hangs on a case: its tags, the cases it is linked with, its files; each leads to where it is changed. */
export function AroundSections(props: { around: Around; reference: string; closed: boolean }) {
  const { t, tell } = useSpeech();
  const { around, reference, closed } = props;
  const { tags, links, files } = around;
  const base = `/use-cases/${reference}`;
  const change = (href: string, label: string) =>
    closed ? null : (
      <span className="screen-only">
        <ButtonLink href={href} variant="plain" aria-label={label}>
          {t("desk.edit")}
        </ButtonLink>
      </span>
    );
  return (
    <>
      <Section title={t("case.tags.title")} actions={change(`${base}/links#tags`, t("case.tags.change"))}>
        {tags.length > 0 ? <TagRow tags={tags} /> : <p className="hint">{t("case.tags.none")}</p>}
      </Section>
      <Section title={t("case.links.title")} actions={change(`${base}/links#links`, t("case.links.change"))}>
        {links.length > 0 ? (
          <ul>
            {links.map((link) => (
              <li key={link.id}>
                {t(`case.link.${link.words}`)}{" "}
                <a href={`/use-cases/${link.reference}`}>{unbroken(`${link.reference} ${tell(link.title)}`)}</a>
              </li>
            ))}
          </ul>
        ) : (
          <p className="hint">{t("case.links.none")}</p>
        )}
      </Section>
      <Section title={t("case.files.title")} actions={change(`${base}/files`, t("case.files.change"))}>
        {files.length > 0 ? (
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <a href={`${base}/files/${file.id}`} download>
                  {file.name}
                </a>{" "}
                <FileSize bytes={file.size} />{" "}
                {file.internal && <Badge tone="warning">{t("case.files.internal")}</Badge>}
              </li>
            ))}
          </ul>
        ) : (
          <p className="hint">{t("case.files.none")}</p>
        )}
      </Section>
    </>
  );
}

/** Tags, each leading to the cases that have it. */
export function TagRow({ tags }: { tags: readonly { name: string }[] }) {
  return (
    <Row>
      {tags.map(({ name }) => (
        <Tag key={name} href={`/use-cases?${new URLSearchParams({ tag: name })}`}>
          {name}
        </Tag>
      ))}
    </Row>
  );
}

export function FileSize({ bytes }: { bytes: number }) {
  const { t, number } = useSpeech();
  const kilobytes = bytes / 1024;
  return (
    <span className="hint">
      {kilobytes < 1000
        ? t("case.files.kilobytes", { size: number(Math.max(1, Math.round(kilobytes)), 0) })
        : t("case.files.megabytes", { size: number(kilobytes / 1024, 1) })}
    </span>
  );
}
