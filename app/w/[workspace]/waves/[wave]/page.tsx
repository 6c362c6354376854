import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/format/date";
import { getWave } from "@/lib/surveys/waves/get-wave";
import type { WaveDto } from "@/lib/surveys/waves/wave.types";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { closeWaveAction } from "../actions";
import { headlineWords, restWords, WAVE_TONES } from "../wave-words";
import { KeepFresh } from "./keep-fresh";
import { PeopleTable } from "./people-table";
import { RestingNotice } from "./resting-notice";
import { Steps } from "./steps";
import { UncertainMails } from "./uncertain-mails";

type Props = { params: Promise<{ workspace: string; wave: string }> };

const load = cache(async (workspace: string, waveId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, wave: await orNotFound(getWave({ ctx, input: { waveId } })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, wave } = await params;
  return { title: (await load(workspace, wave)).wave.name };
}

function CloseForm({ workspace, wave }: { workspace: string; wave: WaveDto }) {
  const t = useTranslations("asking.wave");
  return (
    <ActionForm action={closeWaveAction} workspace={workspace} aria-label={t("close")}>
      <input type="hidden" name="waveId" value={wave.id} />
      <ConfirmButton label={t("close")} question={t("closeQuestion")} kind="secondary">
        {t("closeNote")}
      </ConfirmButton>
    </ActionForm>
  );
}

export default async function WavePage({ params }: Props) {
  const { workspace, wave: waveId } = await params;
  const { ctx, wave } = await load(workspace, waveId);
  const isClosed = wave.state === "closed";
  const t = await getTranslations("asking");
  const day = (iso: string) => ({ date: formatDay(iso, ctx.locale) });
  return (
    <>
      {isClosed ? null : <KeepFresh everySeconds={wave.state === "sending" ? 3 : 15} />}
      <PageHeader
        crumbs={[
          { label: t("waves.title"), href: `/w/${workspace}/waves` },
          { label: wave.surveyName, href: `/w/${workspace}/surveys/${wave.surveyId}` },
          { label: wave.name },
        ]}
        title={headlineWords(wave.counts, ctx.locale)}
        parts={wave.question}
        doubt={
          <>
            <Badge tone={WAVE_TONES[wave.state]}>{t(`waveStates.${wave.state}`)}</Badge>
            {wave.startedOn ? <span>{t("wave.sentOn", day(wave.startedOn))}</span> : null}
            <span>{t(isClosed ? "wave.closedUntil" : "wave.openUntil", day(wave.closesOn))}</span>
          </>
        }
        actions={wave.canSend && !isClosed ? <CloseForm workspace={workspace} wave={wave} /> : null}
      />
      <div className="flex flex-col gap-4">
        {wave.state === "paused" ? (
          <RestingNotice
            workspace={workspace}
            waveId={wave.id}
            trouble={wave.trouble}
            canSend={wave.canSend}
            locale={ctx.locale}
          />
        ) : null}
        <Steps
          counts={wave.counts}
          shareOfAsked={wave.shareOfAsked}
          rest={restWords(wave.counts, ctx.locale)}
          locale={ctx.locale}
        />
        {wave.uncertain.length > 0 ? (
          <UncertainMails workspace={workspace} mails={wave.uncertain} canSend={wave.canSend} />
        ) : null}
        <Card id="people" title={t("wave.people")} note={t("wave.peopleNote")}>
          <PeopleTable workspace={workspace} people={wave.people} locale={ctx.locale} />
          {wave.hasMorePeople ? (
            <p className="mt-3 text-sm text-ink-2">{t("wave.peopleMore")}</p>
          ) : null}
        </Card>
      </div>
    </>
  );
}
