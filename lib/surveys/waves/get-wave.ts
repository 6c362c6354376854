import { z } from "zod";
import { personName } from "@/lib/accounts/person-name";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { type Tx, withWorkspace } from "@/lib/db/with-workspace";
import { notFound } from "@/lib/errors";
import { isoDate } from "@/lib/format/calendar";
import { toLanguage } from "@/lib/i18n/languages";
import { seesNames } from "@/lib/workspaces/sees-names";
import { type AskedQuestion, questionView } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import { readTrouble, type WaveTrouble } from "../mail/wave-trouble";
import { loadWavePeople } from "./load-wave-people";
import { loadWaves } from "./load-waves";
import type { UncertainMail, WaveDto } from "./wave.types";

const NOBODY = { firstName: null, lastName: null, email: null };
const PEOPLE_SHOWN = 500;
const getWaveSchema = z.object({ waveId: z.uuid() });

type Asking = { asked: AskedQuestion; trouble: WaveTrouble | null };

async function loadAsking(tx: Tx, ctx: Ctx, waveId: string): Promise<Asking> {
  const wave = await tx.wave.findFirst({
    where: { workspaceId: ctx.workspace.id, id: waveId },
    select: {
      touchpointOn: true,
      pausedReason: true,
      survey: {
        select: {
          question: true,
          scale: true,
          scope: true,
          followUps: true,
          options: true,
          touchpoint: { select: { name: true } },
        },
      },
    },
  });
  if (!wave) throw notFound("wave");
  const { survey, touchpointOn, pausedReason } = wave;
  const asked = toAskedQuestion(survey, {
    company: ctx.workspace.name,
    touchpointName: survey.touchpoint?.name ?? null,
    touchpointOn: touchpointOn ? isoDate(touchpointOn) : null,
  });
  return { asked, trouble: readTrouble(pausedReason) };
}

async function loadUncertain(tx: Tx, ctx: Ctx, waveId: string): Promise<UncertainMail[]> {
  const rows = await tx.mailOutbox.findMany({
    where: { workspaceId: ctx.workspace.id, state: "uncertain", invitation: { waveId } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      handedAt: true,
      invitation: {
        select: {
          contact: { select: { firstName: true, lastName: true, email: true } },
          account: { select: { name: true } },
        },
      },
    },
  });
  return rows.map(({ id, handedAt, invitation }) => {
    const contact = invitation?.contact ?? NOBODY;
    return {
      mailId: id,
      name: personName(contact, ctx.locale),
      accountName: invitation?.account?.name ?? "",
      handedAt: handedAt?.toISOString() ?? null,
    };
  });
}

export async function getWave({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<WaveDto> {
  requirePermission(ctx, "wave:read");
  const parsed = getWaveSchema.safeParse(input);
  if (!parsed.success) throw notFound("wave");
  const { waveId } = parsed.data;
  return withWorkspace(ctx, async (tx) => {
    const [wave] = await loadWaves(tx, ctx, { id: waveId }, 1);
    if (!wave) throw notFound("wave");
    const { asked, trouble } = await loadAsking(tx, ctx, waveId);
    const showsNames = await seesNames(tx, ctx);
    const language = toLanguage(ctx.locale) ?? "en";
    const wanted = { asked, language, showsNames, limit: PEOPLE_SHOWN + 1 };
    const people = await loadWavePeople(tx, ctx.workspace.id, waveId, wanted);
    return {
      ...wave,
      question: questionView(language, asked).text,
      trouble,
      people: people.slice(0, PEOPLE_SHOWN),
      hasMorePeople: people.length > PEOPLE_SHOWN,
      uncertain: await loadUncertain(tx, ctx, waveId),
      canSend: can(ctx.actor, "wave:send"),
    };
  });
}
