import { z } from "zod";
import type { Ctx } from "@/lib/auth/ctx";
import { can, requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { readEnv } from "@/lib/env";
import { notFound } from "@/lib/errors";
import { LANGUAGES, type Language } from "@/lib/i18n/languages";
import { languagesOf, surveyLanguage } from "../design/survey-question";
import { toAskedQuestion } from "../design/to-asked-question";
import type { DoorSummary } from "./door.types";
import { doorLink } from "./door-link";
import { type DoorSnippet, doorSnippet } from "./door-snippet";
import { loadDoors } from "./load-doors";
import { type QrCode, qrCode, qrSvgFile } from "./qr-svg";

export type DoorDto = DoorSummary & {
  survey: { id: string; name: string };
  link: string;
  qr: QrCode;
  /** The same as a file. */
  qrFile: string;
  language: Language;
  languages: Language[];
  snippet: DoorSnippet;
  canWrite: boolean;
};

const getDoorSchema = z.object({
  doorId: z.uuid(),
  language: z.enum(LANGUAGES).optional().catch(undefined),
});

export async function getDoor({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<DoorDto> {
  requirePermission(ctx, "survey:read");
  const parsed = getDoorSchema.safeParse(input);
  if (!parsed.success) throw notFound("door");
  const { doorId } = parsed.data;
  const { id: workspaceId, name: company, locale } = ctx.workspace;
  return withWorkspace(ctx, async (tx) => {
    const [door] = await loadDoors(tx, ctx, { id: doorId });
    const row = await tx.surveyDoor.findFirst({
      where: { workspaceId, id: doorId },
      select: {
        tokenVersion: true,
        survey: { include: { touchpoint: { select: { name: true } } } },
      },
    });
    if (!door || !row) throw notFound("door");
    const { survey, tokenVersion } = row;
    const touchpointName = survey.touchpoint?.name ?? null;
    const asked = toAskedQuestion(survey, { company, touchpointName, touchpointOn: null });
    const link = doorLink(readEnv(), { workspaceId, doorId, tokenVersion });
    const language = surveyLanguage(asked, parsed.data.language ?? null, locale);
    const qr = qrCode(link);
    return {
      ...door,
      survey: { id: survey.id, name: survey.name },
      link,
      qr,
      qrFile: qrSvgFile(qr),
      language,
      languages: languagesOf(asked),
      snippet: doorSnippet(language, asked, link),
      canWrite: can(ctx.actor, "survey:write"),
    };
  });
}
