import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";

const VIEWS = [
  { label: "Members", path: "members" },
  { label: "Workspace", path: "workspace" },
  { label: "Asking", path: "asking" },
  { label: "Sending", path: "sending" },
  { label: "API keys", path: "api-keys" },
  { label: "Your profile", path: "profile" },
];

type SettingsFrameProps = { workspace: string; current: string; children: ReactNode };

export function SettingsFrame({ workspace, current, children }: SettingsFrameProps) {
  const tabs = VIEWS.map(({ label, path }) => ({
    label,
    href: `/w/${workspace}/settings/${path}`,
    isCurrent: path === current,
  }));
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={tabs} />
      <div className="flex flex-col gap-4">{children}</div>
    </>
  );
}
