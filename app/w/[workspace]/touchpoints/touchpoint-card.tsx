import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import type { TouchpointSummary } from "@/lib/surveys/touchpoints/touchpoint.types";
import { moveTouchpointAction } from "./actions";
import { ScoreFigure } from "./score-figure";
import { auditWords, lastWords, volumeWords } from "./touchpoint-words";

type CardProps = {
  touchpoint: TouchpointSummary;
  workspace: string;
  locale: string;
  asOf: string;
  isArranging: boolean;
  canWrite: boolean;
};

const MOVES = [
  ["left", ArrowLeft],
  ["up", ArrowUp],
  ["down", ArrowDown],
  ["right", ArrowRight],
] as const;

/** Four buttons of one form: by mouse, by keyboard and without script alike. */
function MoveButtons({ touchpoint, workspace }: Pick<CardProps, "touchpoint" | "workspace">) {
  const t = useTranslations("touchpoints.map.moves");
  return (
    <ActionForm action={moveTouchpointAction} workspace={workspace} keepsValues>
      <input type="hidden" name="touchpointId" value={touchpoint.id} />
      <div className="flex gap-1">
        {MOVES.map(([direction, Arrow]) => (
          <button
            key={direction}
            type="submit"
            name="direction"
            value={direction}
            aria-label={t(direction, { name: touchpoint.name })}
            className={buttonClass("secondary", "small")}
          >
            <Arrow aria-hidden size={15} />
          </button>
        ))}
      </div>
    </ActionForm>
  );
}

function AuditPart({ touchpoint, workspace, locale, asOf }: CardProps) {
  const t = useTranslations("touchpoints.map");
  const { audit, id } = touchpoint;
  if (audit) {
    return (
      <>
        <p className="font-semibold tabular-nums">{auditWords(audit, { locale, asOf })}</p>
        <p className="text-sm text-ink-2">{lastWords(audit.lastOn, { locale, asOf })}</p>
      </>
    );
  }
  return (
    <p className="text-ink-2">
      {t("neverLooked")}{" "}
      <Link href={`/w/${workspace}/touchpoints/${id}`} className="text-accent underline">
        {t("look")}
      </Link>
    </p>
  );
}

function CustomerPart(props: CardProps) {
  const t = useTranslations("touchpoints.map");
  const { touchpoint, workspace, locale, asOf, canWrite } = props;
  const { score, asked, answered, surveys, id } = touchpoint;
  if (asked === 0 && answered === 0) {
    return (
      <p className="text-ink-2">
        {t("neverAsked")}
        {canWrite && surveys.length === 0 ? (
          <>
            {" "}
            <Link
              href={`/w/${workspace}/surveys/new?touchpoint=${id}`}
              className="text-accent underline"
            >
              {t("ask")}
            </Link>
          </>
        ) : null}
      </p>
    );
  }
  return (
    <>
      {score ? <ScoreFigure score={score} locale={locale} asOf={asOf} /> : null}
      <p className="text-sm text-ink-2">
        {volumeWords(asked, score?.lastOn ?? null, { locale, asOf })}
      </p>
    </>
  );
}

/** One situation on the map: grey while nobody was asked; colleagues' looks with a broken edge. */
export function TouchpointCard(props: CardProps) {
  const t = useTranslations("touchpoints.map");
  const { touchpoint, workspace, isArranging } = props;
  const { name, kind, owner, surveys, asked, answered } = touchpoint;
  const isAudit = kind === "audit";
  const isGrey = !isAudit && asked === 0 && answered === 0;
  return (
    <li
      className={classNames(
        "flex flex-col gap-1.5 rounded-card border p-3",
        isAudit ? "border-dashed border-control" : "border-line",
        isGrey ? "bg-line/40" : "bg-card",
      )}
    >
      <div className="flex flex-wrap items-start justify-between gap-x-2">
        <Link
          href={`/w/${workspace}/touchpoints/${touchpoint.id}`}
          className="font-semibold hover:underline"
        >
          {name}
        </Link>
        {isAudit ? <Badge>{t("auditKind")}</Badge> : null}
      </div>
      {isAudit ? <AuditPart {...props} /> : <CustomerPart {...props} />}
      <p className="text-sm text-ink-2">
        {owner?.name ?? t("noOwner")}
        {surveys.map((survey) => ` · ${survey.name}`)}
      </p>
      {isArranging ? <MoveButtons touchpoint={touchpoint} workspace={workspace} /> : null}
    </li>
  );
}
