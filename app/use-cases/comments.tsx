import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { TextArea } from "#app/ui/field";
import { FormActions } from "#app/ui/form";
import { Timeline } from "#app/ui/listing";
import { Notice, Prose, Section } from "#app/ui/page";
import type { Card } from "./card.server";
import { langOf } from "./case-frame";
import { COMMENT_MAXIMUM } from "./case-input";

export function Comments({ comments }: { comments: Card["comments"] }) {
  const { t, tell, moment, locale } = useSpeech();
  const { field, refusal } = useForm("comment");
  return (
    <Section id="comments" title={t("use-cases.comments.title", { count: comments.length })}>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action="?index" className="form screen-only">
        <TextArea
          {...field("body")}
          label={t("use-cases.comments.add")}
          rows={3}
          maxLength={COMMENT_MAXIMUM}
          required
        />
        <FormActions>
          <Button variant="quiet" name="intent" value="comment">
            {t("use-cases.comments.send")}
          </Button>
        </FormActions>
      </form>
      {comments.length > 0 && (
        <Timeline
          label={t("use-cases.comments.title", { count: comments.length })}
          items={comments.map(({ id, at, author, body }) => ({
            key: id,
            when: moment(new Date(at)),
            title: author,
            body: <Prose lang={langOf(body, locale)}>{tell(body)}</Prose>,
          }))}
        />
      )}
    </Section>
  );
}
