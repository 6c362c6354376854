import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ClientWords } from "@/components/layout/client-words";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { getMailLog, type LoggedMailDto } from "@/lib/accounts/mail-log/get-mail-log";
import { formatDay } from "@/lib/format/date";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { AddressCard } from "./address-card";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.mailLog");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };
type MailTableProps = { mails: LoggedMailDto[]; workspace: string; locale: string };

function MailTable({ mails, workspace, locale }: MailTableProps) {
  const t = useTranslations("settings.mailLog");
  const columns: Column<LoggedMailDto>[] = [
    { key: "day", header: t("day"), cell: (mail) => formatDay(mail.happenedOn, locale) },
    {
      key: "accounts",
      header: t("accounts"),
      isName: true,
      cell: ({ accounts }) =>
        accounts.length === 0 ? (
          <span className="text-ink-3">{t("nowhere")}</span>
        ) : (
          <ul>
            {accounts.map(({ id, name }) => (
              <li key={id}>
                <Link
                  href={`/w/${workspace}/accounts/${id}`}
                  className="font-semibold hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "unknown",
      header: t("unknown"),
      className: "break-all",
      cell: ({ unknown }) => unknown.join(", "),
    },
  ];
  return (
    <DataTable caption={t("caption")} columns={columns} rows={mails} rowKey={(mail) => mail.id} />
  );
}

export default async function MailLogPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.mailLog");
  const log = await getMailLog({ ctx });
  return (
    <SettingsFrame workspace={workspace} current="mail-log">
      <ClientWords areas={[]}>
        <AddressCard log={log} workspace={workspace} />
        <Card id="mails" title={t("mine")} note={t("mineNote")}>
          {log.mails.length === 0 ? (
            <p className="text-ink-2">{t("none")}</p>
          ) : (
            <MailTable mails={log.mails} workspace={workspace} locale={ctx.locale} />
          )}
        </Card>
      </ClientWords>
    </SettingsFrame>
  );
}
