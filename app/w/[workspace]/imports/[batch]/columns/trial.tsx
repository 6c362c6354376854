import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatNumber } from "@/lib/format/number";
import { type StaffWords, staffWords } from "@/lib/i18n/staff-words";
import type { ImportMappingDto, MappingOrigin } from "@/lib/imports/get-import-mapping";

type TrialProps = { view: ImportMappingDto; locale: string };

function originText(origin: MappingOrigin, t: StaffWords<"imports">): string {
  return origin.from === "preset"
    ? t("trial.preset", { name: t(`presets.${origin.key}`) })
    : t(`trial.${origin.from}`);
}

function Problems({ problems }: { problems: NonNullable<ImportMappingDto["trial"]>["problems"] }) {
  const t = useTranslations("imports.trial");
  return (
    <ul className="mt-1 list-disc pl-5">
      {problems.map((problem) => (
        <li key={problem.rowNumber}>
          {t("problem", { row: problem.rowNumber, message: problem.message })}
        </li>
      ))}
    </ul>
  );
}

/** What a trial on the first rows says, before anything is written. */
export function Trial({ view, locale }: TrialProps) {
  const { trial, origin } = view;
  const t = staffWords(locale, "imports");
  const from = originText(origin, t);
  if (trial === null) {
    const open = Object.values(view.missing);
    return (
      <Notice kind="warning" title={t("trial.open")}>
        <p>{from}</p>
        <ul className="mt-1 list-disc pl-5">
          {open.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const refused = trial.rows - trial.readable;
  if (refused === 0) {
    return (
      <Notice kind="success" title={t("trial.allRead", { count: trial.rows })}>
        {from} {t("trial.allReadNext")}
      </Notice>
    );
  }
  return (
    <Notice
      kind="warning"
      title={t("trial.someUnread", {
        count: trial.rows,
        unread: formatNumber(refused, locale),
      })}
    >
      <p>
        {from} {t("trial.someUnreadNext")}
      </p>
      <Problems problems={trial.problems} />
    </Notice>
  );
}
