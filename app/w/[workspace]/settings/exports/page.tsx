import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/permissions";
import { RECORD_KINDS } from "@/lib/exports/records/record-kind";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.exports");
  return { title: t("title") };
}

type Props = { params: Promise<{ workspace: string }> };

export default async function ExportsPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  const t = await getTranslations("settings.exports");
  if (!can(ctx.actor, "data:export")) {
    return (
      <SettingsFrame workspace={workspace} current="exports">
        <Notice>{t("adminsOnly")}</Notice>
      </SettingsFrame>
    );
  }
  const file = (name: string) => `/api/w/${workspace}/exports/${name}`;
  return (
    <SettingsFrame workspace={workspace} current="exports">
      <Card id="whole" title={t("whole")} note={t("wholeNote")}>
        <a className={buttonClass("primary")} href={file("workspace.zip")} download>
          {t("download")}
        </a>
      </Card>
      <Card id="kinds" title={t("kinds")} note={t("kindsNote")}>
        <ul className="divide-y divide-line">
          {RECORD_KINDS.map((kind) => (
            <li key={kind} className="flex items-center justify-between gap-3 py-2">
              <span className="min-w-0">
                <b className="font-semibold">{t(`kind.${kind}.name`)}</b>{" "}
                <span className="text-ink-2">{t(`kind.${kind}.about`)}</span>
              </span>
              <span className="flex shrink-0 gap-2">
                {(["csv", "xlsx"] as const).map((format) => (
                  <a
                    key={format}
                    className={buttonClass("secondary", "small")}
                    href={file(`${kind}.${format}`)}
                    download
                  >
                    <span className="sr-only">{t(`kind.${kind}.name`)}, </span>
                    {format.toUpperCase()}
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </SettingsFrame>
  );
}
