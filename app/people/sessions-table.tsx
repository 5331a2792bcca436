import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { DataTable } from "#app/ui/table";
import type { Device } from "./device";

export interface ShownSession {
  id: number;
  device: Device;
  address: string;
  /** Milliseconds. */
  createdAt: number;
  lastSeenAt: number;
  /** The one that this page was asked for with. */
  own: boolean;
}

export function SessionsTable({ sessions }: { sessions: readonly ShownSession[] }) {
  const { t, moment } = useSpeech();
  const nameOf = ({ device: { browser, system } }: ShownSession) =>
    browser && system
      ? t("people.sessions.device.known", { browser, system })
      : (browser ?? system ?? t("people.sessions.device.unknown"));
  return (
    <DataTable
      caption={t("people.sessions.title")}
      hideCaption
      narrow="cards"
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "device",
          header: t("people.sessions.device"),
          rowHeader: true,
          cell: (session) => (
            <>
              {nameOf(session)} {session.own && <Badge tone="accent">{t("people.sessions.this")}</Badge>}
            </>
          ),
        },
        { key: "address", header: t("people.sessions.address"), cell: ({ address }) => address },
        { key: "opened", header: t("people.sessions.opened"), cell: (s) => moment(new Date(s.createdAt)) },
        { key: "seen", header: t("people.sessions.seen"), cell: (s) => moment(new Date(s.lastSeenAt)) },
        {
          key: "end",
          header: <span className="visually-hidden">{t("people.sessions.actions")}</span>,
          align: "end",
          cell: (session) =>
            !session.own && (
              <form method="post">
                <Hidden values={{ intent: "end-session", sessionId: session.id }} />
                <Button
                  variant="quiet"
                  aria-label={t("people.sessions.end-one", {
                    device: nameOf(session),
                    opened: moment(new Date(session.createdAt)),
                  })}
                >
                  {t("people.sessions.end")}
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
