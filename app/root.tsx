import { json, type LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Outlet,
  UNSAFE_RemixContext as RemixContext,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import type { Locale } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import { type Speech, speechFor } from "#app/locales/speech";
import { SpeechProvider, useSpeech } from "#app/locales/use-speech";
import { newSending } from "#app/people/once.server";
import { ButtonLink } from "#app/ui/button";
import { Notice, PageHeader } from "#app/ui/page";
import { BareShell, PreferenceSwitch, Shell } from "#app/ui/shell";
import styles from "#app/ui/styles/casebook.css?url";
import { type Failure, type Rejection, ToldByForm } from "./answer";
import { askAnyone, type Reception, rejectionHere, takeFlash } from "./desk.server";
import { NEWS, navigationFor } from "./navigation";
import { useRefused } from "./refused";
import { Untold, Written } from "./untold";

/** What a route may say of itself to the shell. */
export interface PageHandle {
  /** The browser tab's title: a message, or words made of what the page shows. */
  title?: Key | ((answer: never, speech: Speech) => string);
  /** A page for a screen on the wall: in the dark, without the rail, and asked for anew every so many seconds where no script does it. */
  wall?: { seconds: number };
}

const useWall = () => (useMatches().at(-1)?.handle as PageHandle | undefined)?.wall;

interface ShellAnswer {
  locale: Locale;
  theme: "light" | "dark" | null;
  currency: string;
  timeZone: string;
  organisation: string | null;
  demo: boolean;
  person: string | null;
  notice: string | null;
  rejection: Rejection | null;
  path: string;
  /** The page of ours from which this one was asked for. */
  from: string | null;
  /** By which the log knows this request: what a page says that broke while it was drawn. */
  caller: string;
  unread: number;
  /** Names what the forms of this page send. */
  sending: string | null;
  navigation: ReturnType<typeof navigationFor>;
}

/** Only where a page failed is it shown: a page that was kept is the same wherever one came from. */
function cameFrom({ request, url }: Reception): string | null {
  const said = request.headers.get("Referer") ?? "";
  if (!URL.canParse(said)) return null;
  const { origin, pathname, search } = new URL(said);
  return origin === url.origin && pathname !== url.pathname && pathname !== "/" ? pathname + search : null;
}

export const loader = (args: LoaderFunctionArgs) =>
  askAnyone(async (reception) => {
    const { organisation, signedIn, locale, url, context } = reception;
    const { notice, forget } = takeFlash(reception);
    const answer: ShellAnswer = {
      locale,
      theme: signedIn?.theme ?? null,
      currency: organisation?.currency ?? "EUR",
      timeZone: organisation?.timeZone ?? "UTC",
      organisation: organisation?.name ?? null,
      demo: organisation?.demo ?? false,
      person: signedIn?.actor.name ?? null,
      notice,
      rejection: rejectionHere(reception),
      path: url.pathname + url.search,
      from: cameFrom(reception),
      caller: context.caller.id,
      unread: signedIn?.unread ?? 0,
      sending: signedIn ? newSending() : null,
      navigation: signedIn ? navigationFor(signedIn.actor, url.pathname, signedIn.unread) : [],
    };
    // As it is where nothing has to be said in a header: writing it as JSON and reading it again costs a small page a twentieth.
    return forget ? json(answer, { headers: { "Set-Cookie": forget } }) : answer;
  })(args);

/** Only the shell's own cookie passes from loaders to the page's headers. */
export function headers({ loaderHeaders }: { loaderHeaders: Headers }): Headers {
  const headers = new Headers({ "Cache-Control": "private, no-cache" });
  const forget = loaderHeaders.get("Set-Cookie");
  if (forget) headers.append("Set-Cookie", forget);
  return headers;
}

function useTitle(speech: Speech): string {
  const last = useMatches().at(-1);
  const title = (last?.handle as PageHandle | undefined)?.title;
  if (!title || !last) return speech.t("desk.product");
  // What is open in one tab of many is told by the case first: its pages are called alike.
  const named = (words: string) => [last.params.reference?.toUpperCase(), words].filter(Boolean).join(" · ");
  const page = typeof title === "string" ? named(speech.t(title)) : last.data ? title(last.data as never, speech) : "";
  return page ? `${page} · ${speech.t("desk.product")}` : speech.t("desk.product");
}

function Document({
  shell,
  speech,
  children,
}: {
  shell: ShellAnswer | undefined;
  speech: Speech;
  children: ReactNode;
}) {
  const script = useContext(RemixContext)?.manifest.entry.module;
  const wall = useWall();
  return (
    <html lang={speech.locale} data-theme={wall ? "dark" : (shell?.theme ?? undefined)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{useTitle(speech)}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        {/* Not `async`: it waits for the styles, and so does the end of parsing, at which browsers look for forms to fill: without styles they would lay the page out for nothing. */}
        {script && <script type="module" src={script} />}
        {wall && (
          <noscript>
            <meta httpEquiv="refresh" content={String(wall.seconds)} />
          </noscript>
        )}
      </head>
      <body>{children}</body>
    </html>
  );
}

function Frame({ shell, children }: { shell: ShellAnswer | undefined; children: ReactNode }) {
  const { t, locale } = useSpeech();
  const wall = useWall();
  const back = { back: shell?.path ?? "/" };
  const language = (
    <PreferenceSwitch
      label={t("desk.language.label")}
      action="/preferences"
      name="locale"
      fields={back}
      options={[
        { value: "fr", label: "Français", lang: "fr", current: locale === "fr" },
        { value: "en", label: "English", lang: "en", current: locale === "en" },
      ]}
    />
  );
  if (wall && shell?.person) return <main id="main">{children}</main>;
  if (!shell?.person) {
    return (
      <BareShell brand={t("desk.product")} home="/" foot={language}>
        {shell?.notice && (
          <div className="flash">
            <Notice tone="good">{shell.notice}</Notice>
          </div>
        )}
        {children}
      </BareShell>
    );
  }
  return (
    <Shell
      brand={t("desk.product")}
      home="/"
      groups={shell.navigation.map(({ label, items }) => ({
        label: label && t(label),
        items: items.map((item) => ({ ...item, label: t(item.label) })),
      }))}
      bell={{ href: NEWS, label: t("desk.bell", { count: shell.unread }), count: shell.unread }}
      flash={shell.notice && <Notice tone="good">{shell.notice}</Notice>}
      foot={
        <>
          <p>
            <a href="/account">{shell.person}</a>
          </p>
          <p>{shell.demo ? `${shell.organisation} · ${t("desk.demo")}` : shell.organisation}</p>
          {language}
          <PreferenceSwitch
            live
            label={t("desk.theme.label")}
            action="/preferences"
            name="theme"
            fields={back}
            options={(["light", "dark"] as const).map((theme) => ({
              value: theme,
              label: t(`desk.theme.${theme}`),
              current: shell.theme === theme,
            }))}
          />
          <form method="post" action="/sign-out">
            <button className="button button-plain" type="submit">
              {t("desk.sign-out")}
            </button>
          </form>
        </>
      }
    >
      {children}
    </Shell>
  );
}

function Everything({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData("root") as ShellAnswer | undefined;
  const speech = speechFor(shell?.locale ?? "fr", shell?.currency ?? "EUR", shell?.timeZone ?? "UTC");
  return (
    <SpeechProvider value={speech}>
      <Document shell={shell} speech={speech}>
        <Frame shell={shell}>{children}</Frame>
      </Document>
    </SpeechProvider>
  );
}

export default function Root() {
  return (
    <Everything>
      <ToldByForm.Provider value={{ told: false }}>
        <Outlet />
        <Untold rejection={useRouteLoaderData<ShellAnswer>("root")?.rejection ?? null} />
      </ToldByForm.Provider>
    </Everything>
  );
}

function failureTitle(status: number): Key {
  if (status === 403) return "desk.failure.forbidden";
  if (status === 404 || status === 405) return "desk.failure.not-found";
  if (status === 409 || status === 423) return "desk.failure.conflict";
  if (status === 503 || status === 507) return "desk.failure.database";
  return "desk.failure.title";
}

function FailurePage() {
  const { t } = useSpeech();
  const refused = useRefused();
  const { from, caller } = (useRouteLoaderData("root") as ShellAnswer | undefined) ?? {};
  const problem = useRouteError();
  const response = isRouteErrorResponse(problem) ? problem : null;
  const failure = response?.data && typeof response.data === "object" ? (response.data as Failure) : null;
  const sentence =
    failure && "refusal" in failure
      ? refused(failure.refusal)
      : failure
        ? t("desk.failure.fault", { fault: failure.fault })
        : response?.status === 404
          ? t("desk.refusal.not-found")
          : t("desk.failure.fault", { fault: caller ?? "–" });
  return (
    <>
      <PageHeader title={t(failureTitle(response?.status ?? 500))} lead={sentence} />
      {failure && "refusal" in failure && failure.written && <Written typed={failure.written} />}
      <p>
        {from && <ButtonLink href={from}>{t("desk.failure.back")}</ButtonLink>}{" "}
        <ButtonLink href="/">{t("desk.failure.home")}</ButtonLink>
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return (
    <Everything>
      <FailurePage />
    </Everything>
  );
}
