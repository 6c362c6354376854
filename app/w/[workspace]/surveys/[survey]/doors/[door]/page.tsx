import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ClientWords } from "@/components/layout/client-words";
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
import { countWords, forWords } from "../../../door-words";
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
  const t = useTranslations("surveys.doors");
  return (
    <Card id="link" title={t("link")} note={t(door.kind === "kiosk" ? "kioskNote" : "linkNote")}>
      <CopyField label={t("link")} value={door.link} rows={2} />
      <a href={door.link} className="mt-2 inline-block text-accent underline">
        {t("openIt")}
      </a>
    </Card>
  );
}

/** Black on white in both themes: that is what readers read. */
function CodeCard({ door }: { door: DoorDto }) {
  const t = useTranslations("surveys.doors");
  const { qr, name } = door;
  return (
    <Card id="code" title={t("code")} note={t("codeNote")}>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={t("codeAlt", { name })}
        className="mb-3 w-48 rounded-control bg-[#fff]"
      >
        <path d={qr.path} fill="#000" />
      </svg>
      <a
        href={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(door.qrFile)}`}
        download={`${name}.svg`}
        className={buttonClass("secondary", "small")}
      >
        {t("download")}
      </a>
    </Card>
  );
}

function CloseForm({ workspace, door }: { workspace: string; door: DoorDto }) {
  const t = useTranslations("surveys.doors");
  return (
    <ActionForm
      action={closeDoorAction}
      workspace={workspace}
      className="items-start"
      aria-label={t("close")}
    >
      <input type="hidden" name="doorId" value={door.id} />
      <ConfirmButton
        label={t("close")}
        question={t("closeQuestion", { name: door.name })}
        kind="quiet"
      >
        {t("closeNote")}
      </ConfirmButton>
    </ActionForm>
  );
}

export default async function DoorPage({ params, searchParams }: Props) {
  const { workspace, door: doorId } = await params;
  const { ctx, door } = await load(workspace, doorId, (await searchParams).language);
  const t = await getTranslations("surveys");
  const path = `/w/${workspace}/surveys`;
  const parts = t("doors.parts", {
    kind: t(`doorKinds.${door.kind}.name`),
    whom: forWords(door, ctx.locale),
    count: countWords(door, ctx.locale, ctx.asOf),
  });
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("list.title"), href: path },
          { label: door.survey.name, href: `${path}/${door.survey.id}` },
        ]}
        title={door.name}
        parts={parts}
      />
      <div className="flex flex-col gap-4">
        {door.isOpen ? (
          <ClientWords areas={["surveys"]}>
            <div className="grid gap-4 md:grid-cols-[1fr_auto]">
              <LinkCard door={door} />
              <CodeCard door={door} />
            </div>
            {door.kind === "kiosk" ? null : <SnippetCard door={door} />}
          </ClientWords>
        ) : (
          <Notice kind="warning">{t("doors.isClosed")}</Notice>
        )}
        {door.canWrite && door.isOpen ? <CloseForm workspace={workspace} door={door} /> : null}
      </div>
    </>
  );
}
