import type { Metadata } from "next";
import { cache } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { type DoorDto, getDoor } from "@/lib/surveys/doors/get-door";
import { orNotFound } from "../../../../or-not-found";
import { pageCtx } from "../../../../page-ctx";
import { closeDoorAction } from "../../../actions";
import { countWords, forWords, KIND_WORDS, DOOR_WORDS as W } from "../../../door-words";
import { LIST_WORDS } from "../../../survey-words";
import { CopyField } from "./copy-field";
import { SnippetCard } from "./snippet-card";

type Props = {
  params: Promise<{ workspace: string; survey: string; door: string }>;
  searchParams: Promise<{ language?: string | string[] }>;
};

const load = cache(async (workspace: string, doorId: string, language: unknown) => {
  const ctx = await pageCtx(workspace);
  return { ctx, door: await orNotFound(getDoor({ ctx, input: { doorId, language } })) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { workspace, door } = await params;
  const { language } = await searchParams;
  return { title: (await load(workspace, door, language)).door.name };
}

function LinkCard({ door }: { door: DoorDto }) {
  return (
    <Card id="link" title={W.link} note={door.kind === "kiosk" ? W.kioskNote : W.linkNote}>
      <CopyField label={W.link} value={door.link} rows={2} />
      <a href={door.link} className="mt-2 inline-block text-accent underline">
        {W.openIt}
      </a>
    </Card>
  );
}

/** Black on white in both themes: that is what readers read. */
function CodeCard({ door }: { door: DoorDto }) {
  const { qr, name } = door;
  return (
    <Card id="code" title={W.code} note={W.codeNote}>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={W.codeAlt(name)}
        className="mb-3 w-48 rounded-control bg-[#fff]"
      >
        <path d={qr.path} fill="#000" />
      </svg>
      <a
        href={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(door.qrFile)}`}
        download={`${name}.svg`}
        className={buttonClass("secondary", "small")}
      >
        {W.download}
      </a>
    </Card>
  );
}

function CloseForm({ workspace, door }: { workspace: string; door: DoorDto }) {
  return (
    <ActionForm
      action={closeDoorAction}
      workspace={workspace}
      className="items-start"
      aria-label={W.close}
    >
      <input type="hidden" name="doorId" value={door.id} />
      <ConfirmButton label={W.close} question={W.closeQuestion(door.name)} kind="quiet">
        {W.closeNote}
      </ConfirmButton>
    </ActionForm>
  );
}

export default async function DoorPage({ params, searchParams }: Props) {
  const { workspace, door: doorId } = await params;
  const { ctx, door } = await load(workspace, doorId, (await searchParams).language);
  const path = `/w/${workspace}/surveys`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: LIST_WORDS.title, href: path },
          { label: door.survey.name, href: `${path}/${door.survey.id}` },
        ]}
        title={door.name}
        parts={`${KIND_WORDS[door.kind].name}, for ${forWords(door)}. ${countWords(door, ctx.locale, ctx.asOf)}`}
      />
      <div className="flex flex-col gap-4">
        {door.isOpen ? (
          <>
            <div className="grid gap-4 md:grid-cols-[1fr_auto]">
              <LinkCard door={door} />
              <CodeCard door={door} />
            </div>
            {door.kind === "kiosk" ? null : <SnippetCard door={door} />}
          </>
        ) : (
          <Notice kind="warning">{W.isClosed}</Notice>
        )}
        {door.canWrite && door.isOpen ? <CloseForm workspace={workspace} door={door} /> : null}
      </div>
    </>
  );
}
