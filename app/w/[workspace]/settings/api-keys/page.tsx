import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/permissions";
import { listApiKeys } from "@/lib/workspaces/list-api-keys";
import { momentText } from "../../imports/moment-text";
import { pageCtx } from "../../page-ctx";
import { SettingsFrame } from "../settings-frame";
import { WORDS } from "./api-key-words";
import { KeyTable } from "./key-table";
import { NewKeyForm } from "./new-key-form";

export const metadata: Metadata = { title: WORDS.title };

type Props = { params: Promise<{ workspace: string }> };

export default async function ApiKeysPage({ params }: Props) {
  const { workspace } = await params;
  const ctx = await pageCtx(workspace);
  if (!can(ctx.actor, "setting:write")) {
    return (
      <SettingsFrame workspace={workspace} current="api-keys">
        <Notice>{WORDS.adminsOnly}</Notice>
      </SettingsFrame>
    );
  }
  const keys = await listApiKeys({ ctx });
  const live = keys.filter(({ revokedAt }) => revokedAt === null).length;
  const { timeZone } = ctx.workspace;
  return (
    <SettingsFrame workspace={workspace} current="api-keys">
      <Card id="keys" title={WORDS.listTitle(live)} note={WORDS.listNote}>
        {keys.length === 0 ? (
          <p className="text-ink-2">{WORDS.none}</p>
        ) : (
          <KeyTable
            workspace={workspace}
            keys={keys}
            day={(instant) => momentText(instant, timeZone, ctx.locale)}
          />
        )}
      </Card>
      <Card id="new-key" title={WORDS.newTitle} note={WORDS.newNote}>
        <NewKeyForm workspace={workspace} />
      </Card>
    </SettingsFrame>
  );
}
