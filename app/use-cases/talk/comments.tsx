import { Once, useForm } from "#app/answer";
import { tell } from "#app/kernel/told";
import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink, ConfirmForm } from "#app/ui/button";
import { Checkbox } from "#app/ui/choice";
import { TextArea } from "#app/ui/field";
import { FormActions, Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Disclosure, Notice, Prose, Row, Section } from "#app/ui/page";
import { langOf } from "../case-frame";
import { toldPieces } from "./mentions";
import type { Talk, TalkComment } from "./talk.server";
import { COMMENT_MAXIMUM } from "./talk-input";

/** What was said of a case, and the form to say more: with notes among them, for those who judge it. */
export function Comments({ talk, reference, closed }: { talk: Talk; reference: string; closed: boolean }) {
  const { t } = useSpeech();
  const { comments, older } = talk;
  const title = t("use-cases.comments.title", { count: comments.length });
  return (
    <Section id="comments" title={title}>
      {closed || <CommentForm mayNote={talk.mayNote} />}
      {comments.length > 0 && (
        <ol className="timeline" aria-label={title}>
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      {older && (
        <ButtonLink href={`/use-cases/${reference}?before=${older}#comments`}>{t("case.comments.older")}</ButtonLink>
      )}
    </Section>
  );
}

function CommentForm({ mayNote }: { mayNote: boolean }) {
  const { t } = useSpeech();
  const { field, refusal, rejection } = useForm("comment");
  return (
    <>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <form method="post" action="?index" className="form screen-only" data-enhance="mentions">
        <Once />
        <TextArea
          {...field("body")}
          label={t("use-cases.comments.add")}
          hint={t("case.comments.hint")}
          rows={3}
          maxLength={COMMENT_MAXIMUM}
          required
        />
        {mayNote && (
          <Checkbox
            name="internal"
            label={t("case.note.label")}
            hint={t("case.note.hint")}
            checked={rejection?.typed.internal !== undefined}
          />
        )}
        <FormActions>
          <Button variant="quiet" name="intent" value="comment">
            {t("use-cases.comments.send")}
          </Button>
        </FormActions>
      </form>
    </>
  );
}

function Comment({ comment }: { comment: TalkComment }) {
  const { t, moment } = useSpeech();
  const { id, author, at, editedAt, internal } = comment;
  return (
    <li id={`comment-${id}`} className={internal ? "tone-warning" : "tone-neutral"}>
      <p className="timeline-when">{moment(new Date(at))}</p>
      <div className="timeline-what">
        <p className="timeline-title">
          {author} {internal && <Badge tone="warning">{t("case.note.badge")}</Badge>}
        </p>
        {editedAt !== null && <p className="hint">{t("case.comments.edited", { at: moment(new Date(editedAt)) })}</p>}
        <div className="timeline-body">
          <Body comment={comment} />
          <Own comment={comment} />
        </div>
      </div>
    </li>
  );
}

function Body({ comment }: { comment: TalkComment }) {
  const { t, locale, moment } = useSpeech();
  const { body, withdrawnAt, mentioned } = comment;
  if (withdrawnAt !== null) {
    return <p className="hint">{t("case.comments.withdrawn", { at: moment(new Date(withdrawnAt)) })}</p>;
  }
  return (
    <Prose lang={langOf(body, locale)}>
      {toldPieces(tell(body, locale), mentioned).map(({ text, names }, index) =>
        names === null ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other key
          <strong key={index} title={names}>
            {text}
          </strong>
        ),
      )}
    </Prose>
  );
}

/** What the writer of a comment may still do with it. */
function Own({ comment }: { comment: TalkComment }) {
  const { t, locale } = useSpeech();
  const { id, body, version, mayEdit, mayWithdraw } = comment;
  const { field, refusal, errors } = useForm("comment-edit", { commentId: String(id) });
  if (!mayEdit && !mayWithdraw) return null;
  const problem = refusal !== null || Object.keys(errors).length > 0;
  return (
    <div className="screen-only">
      <Row>
        {mayEdit && (
          <Disclosure summary={t("case.comments.edit")} open={problem}>
            {refusal && <Notice tone="bad">{refusal}</Notice>}
            <form
              method="post"
              action="?index"
              className="form"
              data-enhance="mentions"
              data-note={comment.internal ? "" : undefined}
            >
              <Hidden values={{ commentId: id, version: version }} />
              <TextArea
                {...field("said", tell(body, locale))}
                id={`said-${id}`}
                label={t("case.comments.edit.label")}
                hideLabel
                rows={4}
                maxLength={COMMENT_MAXIMUM}
                required
              />
              <FormActions>
                <Button variant="quiet" name="intent" value="comment-edit">
                  {t("desk.save")}
                </Button>
              </FormActions>
            </form>
          </Disclosure>
        )}
        {mayWithdraw && (
          <ConfirmForm
            label={t("case.comments.withdraw")}
            consequence={t("case.comments.withdraw.consequence")}
            submit={t("case.comments.withdraw.submit")}
            action="?index"
            intent="comment-withdraw"
            fields={{ commentId: id }}
          />
        )}
      </Row>
    </div>
  );
}
