import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";

const VIEWS = [
  "members",
  "workspace",
  "map",
  "targets",
  "asking",
  "sending",
  "mail-log",
  "api-keys",
  "webhooks",
  "exports",
  "profile",
] as const;

type SettingsFrameProps = {
  workspace: string;
  current: (typeof VIEWS)[number];
  children: ReactNode;
};

export function SettingsFrame({ workspace, current, children }: SettingsFrameProps) {
  const t = useTranslations("settings");
  const tabs = VIEWS.map((path) => ({
    label: t(`tabs.${path}`),
    href: `/w/${workspace}/settings/${path}`,
    isCurrent: path === current,
  }));
  return (
    <>
      <PageHeader title={t("title")} />
      <Tabs label={t("title")} tabs={tabs} />
      <div className="flex flex-col gap-4">{children}</div>
    </>
  );
}
