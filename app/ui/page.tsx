import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./navigation";
import { type Tone, ToneShape } from "./tone";
import { unbroken } from "./unbroken";

export interface PageHeaderProps {
  title: ReactNode;
  /** A short line above the title: a reference, the name of the part. */
  eyebrow?: ReactNode;
  crumbs?: readonly Crumb[];
  lead?: ReactNode;
  /** Badges and short facts under the title. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** The language of the title, where it is not the reader's. */
  lang?: string;
}

/** The head of a page and its only h1. */
export function PageHeader({ title, eyebrow, crumbs, lead, meta, actions, lang }: PageHeaderProps) {
  return (
    <header className="page-header">
      {crumbs && crumbs.length > 0 && <Breadcrumb items={crumbs} />}
      <div className="page-header-line">
        <div className="page-header-words">
          {eyebrow && <p className="eyebrow">{unbroken(eyebrow)}</p>}
          <h1 lang={lang}>{title}</h1>
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {lead && <p className="lead">{lead}</p>}
      {meta && <div className="row meta">{meta}</div>}
    </header>
  );
}

export interface SectionProps {
  title?: ReactNode;
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  level?: 2 | 3;
  /** Crumbs that lead back here restore the filters and the scroll of this list. */
  keepPlace?: boolean;
  children?: ReactNode;
}

export function Section({ title, id, lead, actions, level = 2, keepPlace, children }: SectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} className={`section section-${level}`} data-keep-place={keepPlace ? "" : undefined}>
      {(title || actions) && (
        <div className="section-head">
          {title && <Heading>{title}</Heading>}
          {actions && <div className="actions">{actions}</div>}
        </div>
      )}
      {lead && <p className="section-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** A bordered sheet for asides and cards. */
export function Panel(props: { title?: ReactNode; actions?: ReactNode; tone?: Tone; children?: ReactNode }) {
  const { title, actions, tone = "neutral", children } = props;
  return (
    <div className={`panel tone-${tone}`}>
      {(title || actions) && (
        <div className="panel-head">
          {title && <h3>{unbroken(title)}</h3>}
          {actions && <div className="actions">{actions}</div>}
        </div>
      )}
      {children}
    </div>
  );
}

export function CardGrid({ children, size = "normal" }: { children: ReactNode; size?: "normal" | "wide" }) {
  return <div className={`card-grid card-grid-${size}`}>{children}</div>;
}

/** A main column with a narrower aside, which goes below on small screens; `follow` keeps a short one in sight on others. */
export function Split(props: { children: ReactNode; aside: ReactNode; follow?: boolean }) {
  const { children, aside, follow = false } = props;
  return (
    <div className="split">
      <div className="stack split-main">{children}</div>
      <aside className={follow ? "stack split-aside split-follow" : "stack split-aside"}>{aside}</aside>
    </div>
  );
}

export function Row({ children, spread = false }: { children: ReactNode; spread?: boolean }) {
  return <div className={spread ? "row row-spread" : "row"}>{children}</div>;
}

export function Stack({ children, gap = "normal" }: { children: ReactNode; gap?: "normal" | "tight" }) {
  return <div className={gap === "tight" ? "stack stack-tight" : "stack"}>{children}</div>;
}

/** Long text that people wrote: keeps their line breaks and a readable measure. */
export function Prose({ children, lang }: { children: ReactNode; lang?: string }) {
  return (
    <div className="prose" lang={lang}>
      {children}
    </div>
  );
}

/** Nothing here yet: what it would be, and what to do next. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-text">{children}</div>}
      {action && <div className="row">{action}</div>}
    </div>
  );
}

export function Disclosure(props: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="disclosure" open={props.open}>
      <summary>{props.summary}</summary>
      <div className="disclosure-body">{props.children}</div>
    </details>
  );
}

export type NoticeTone = "good" | "bad" | "warning" | "info";

/** What just happened, or what must be known first. Bad news and warnings interrupt a screen reader; the rest waits. */
export function Notice(props: { tone: NoticeTone; title?: ReactNode; children?: ReactNode }) {
  const { tone, title, children } = props;
  return (
    <div className={`notice tone-${tone}`} role={tone === "bad" || tone === "warning" ? "alert" : "status"}>
      <ToneShape tone={tone} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
