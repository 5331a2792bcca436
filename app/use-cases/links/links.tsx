import { Once, useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { ErrorSummary, FieldGrid, FormActions, Hidden } from "#app/ui/form";
import { Notice, Row, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { unbroken } from "#app/ui/unbroken";
import { StageBadge } from "../stage-badge";
import { TAG_LETTERS } from "../tags/tag-names";
import { TagRow } from "./around";
import { LINK_KINDS } from "./link-kinds";
import type { CaseLink } from "./links.server";

export interface LinksPage {
  reference: string;
  tags: { name: string }[];
  usual: string[];
  links: CaseLink[];
  followers: { id: number; name: string }[];
  voters: { id: number; name: string; at: number }[];
  mayTag: boolean;
  mayLink: boolean;
}

/** What a case hangs together with: its tags, other cases, and the people who follow it or have the same need. */
export function LinksView(page: LinksPage) {
  const { t, moment } = useSpeech();
  const { followers, voters } = page;
  return (
    <>
      <TagsSection {...page} />
      <LinksSection {...page} />
      <Section id="votes" title={t("case.votes.count", { count: voters.length })} lead={t("case.votes.lead")}>
        {voters.length > 0 && (
          <ul>
            {voters.map(({ id, name, at }) => (
              <li key={id}>
                {name} <span className="hint">{moment(new Date(at))}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        id="followers"
        title={t("case.followers.count", { count: followers.length })}
        lead={t("case.followers.lead")}
      >
        {followers.length > 0 && (
          <ul>
            {followers.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function TagsSection({ tags, usual, mayTag }: LinksPage) {
  const { t } = useSpeech();
  const { field, errors, refusal } = useForm("tag");
  return (
    <Section id="tags" title={t("case.tags.title")} lead={t("case.tags.lead")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {tags.length > 0 ? <TagRow tags={tags} /> : <p className="hint">{t("case.tags.none")}</p>}
      {mayTag && (
        <Stack>
          <form method="post" className="form">
            <ErrorSummary errors={errors} />
            <TextField
              {...field("tags")}
              label={t("case.tags.add")}
              hint={t("case.tags.hint", { letters: TAG_LETTERS })}
              suggestions={usual.filter((name) => !tags.some((tag) => tag.name === name))}
              required
            />
            <FormActions>
              <Button variant="quiet" name="intent" value="tag">
                {t("case.tags.add.submit")}
              </Button>
            </FormActions>
          </form>
          {tags.length > 0 && (
            <Row>
              {tags.map(({ name }) => (
                <form key={name} method="post">
                  <Hidden values={{ tags: name }} />
                  <Button variant="plain" name="intent" value="untag">
                    {t("case.tags.remove", { name })}
                  </Button>
                </form>
              ))}
            </Row>
          )}
        </Stack>
      )}
    </Section>
  );
}

function LinksSection({ links, mayLink, reference }: LinksPage) {
  const { t, tell } = useSpeech();
  const { field, errors, refusal } = useForm("link");
  return (
    <Section id="links" title={t("case.links.title")} lead={t("case.links.lead")}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      {links.length > 0 ? (
        <DataTable
          caption={t("case.links.title")}
          hideCaption
          narrow="cards"
          rows={links}
          rowKey={({ id }) => id}
          columns={[
            { key: "words", header: t("case.links.kind"), cell: ({ words }) => t(`case.link.${words}`) },
            {
              key: "case",
              header: t("case.links.case"),
              rowHeader: true,
              cell: (link) => (
                <a href={`/use-cases/${link.reference}`}>{unbroken(`${link.reference} ${tell(link.title)}`)}</a>
              ),
            },
            { key: "stage", header: t("use-cases.column.stage"), cell: ({ stage }) => <StageBadge stage={stage} /> },
            ...(mayLink
              ? [
                  {
                    key: "remove",
                    header: t("case.links.change"),
                    cell: (link: CaseLink) => (
                      <form method="post">
                        <Hidden values={{ linkId: link.id }} />
                        <Button
                          variant="plain"
                          name="intent"
                          value="unlink"
                          aria-label={t("case.links.remove.of", { reference: link.reference })}
                        >
                          {t("case.links.remove")}
                        </Button>
                      </form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <p className="hint">{t("case.links.none")}</p>
      )}
      {mayLink && (
        <form method="post" className="form">
          <Once />
          <ErrorSummary errors={errors} />
          <FieldGrid columns={2}>
            <Select
              {...field("kind", "related")}
              label={t("case.links.this", { reference })}
              options={LINK_KINDS.map((kind) => ({ value: kind, label: t(`case.link.${kind}`) }))}
              required
            />
            <TextField
              {...field("to")}
              label={t("case.links.to")}
              hint={t("case.links.to.hint")}
              list="linkable"
              autoComplete="off"
              data-enhance="find-case"
              required
            />
          </FieldGrid>
          <datalist id="linkable" />
          <FormActions>
            <Button variant="quiet" name="intent" value="link">
              {t("case.links.add")}
            </Button>
          </FormActions>
        </form>
      )}
    </Section>
  );
}
