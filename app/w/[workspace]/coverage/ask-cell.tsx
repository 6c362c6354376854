import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { Link } from "@/components/ui/link";
import { joinWords } from "@/lib/format/count";
import type { AskDto, CoveragePageDto, NotAskedLineDto } from "@/lib/loyalty/coverage.types";
import { accountPath, workspacePath } from "../_loyalty/paths";
import { sendWaveAction } from "../waves/actions";

type AskProps = {
  line: NotAskedLineDto;
  page: CoveragePageDto;
  workspace: string;
  locale: string;
};

/** Who of the account can be asked now, and why the others cannot. */
export function AskPeople({ line, locale }: Pick<AskProps, "line" | "locale">) {
  const t = useTranslations("coverage.notAsked");
  const skips = useTranslations("asking.skips");
  if (line.ask === null) return null;
  const { people, others } = line.ask;
  if (people.length + others.length === 0) return <span className="text-ink-2">{t("nobody")}</span>;
  const said = [
    ...(people.length > 0
      ? [
          t("can", {
            people: joinWords(
              people.map(({ name }) => name),
              locale,
            ),
          }),
        ]
      : []),
    ...others.map(({ name, reason }) => t("cannot", { person: name, reason: skips(reason) })),
  ];
  return <span className="text-sm text-ink-2">{said.join("; ")}</span>;
}

function AskForm({ line, ask, page, workspace, locale }: AskProps & { ask: AskDto }) {
  const t = useTranslations("coverage.notAsked");
  const survey = page.survey?.name ?? "";
  const count = ask.people.length;
  const fields: [string, string][] = [
    ["waveId", ask.waveId],
    ["surveyId", page.survey?.id ?? ""],
    ["name", t("wave", { account: line.account.name, survey }).slice(0, 120)],
    ["reminderAfterDays", "7"],
    ...ask.accountIds.map((id): [string, string] => ["accountIds[]", id]),
  ];
  const people = joinWords(
    ask.people.map(({ name }) => name),
    locale,
  );
  return (
    <ActionForm
      action={sendWaveAction}
      workspace={workspace}
      aria-label={t("askFor", { count, account: line.account.name })}
    >
      {fields.map(([name, value]) => (
        <input key={`${name}${value}`} type="hidden" name={name} value={value} />
      ))}
      <ConfirmButton
        label={t("ask", { count })}
        question={t("question", { survey, people })}
        kind="outline"
        size="small"
      >
        <p>{t("consequence")}</p>
        <p className="mt-2">
          <Link
            href={`${workspacePath(workspace, "waves/new")}?${new URLSearchParams(
              ask.accountIds.map((id): [string, string] => ["accountIds", id]),
            )}`}
            className="underline hover:text-ink"
          >
            {t("other")}
          </Link>
        </p>
      </ConfirmButton>
    </ActionForm>
  );
}

/** One action: ask whoever can be asked; else see who is there, or enter somebody. */
export function AskCell(props: AskProps) {
  const t = useTranslations("coverage.notAsked");
  const { line, page, workspace } = props;
  const { ask, account } = line;
  if (ask !== null && ask.people.length > 0 && page.canAsk) return <AskForm {...props} ask={ask} />;
  const isEmpty = ask !== null && ask.people.length + ask.others.length === 0;
  const label = t(isEmpty && page.canLog ? "addPerson" : "open");
  const path = accountPath(workspace, account.id);
  return (
    <Link
      href={isEmpty && page.canLog ? `${path}?person=new#person` : path}
      aria-label={`${label}: ${account.name}`}
      className={buttonClass("outline", "small")}
    >
      {label}
    </Link>
  );
}
