import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getAnswer } from "@/lib/surveys/inbox/get-answer";
import { workspacePath } from "../../_loyalty/paths";
import { momentText } from "../../imports/moment-text";
import { orNotFound } from "../../or-not-found";
import { pageCtx } from "../../page-ctx";
import { AccountLine, Needs, Score } from "../answer-parts";
import { personWords } from "../answer-words";
import { DefinitionRows } from "./definition-rows";
import { HandleForm } from "./handle-form";
import { ReplyForm } from "./reply-form";

type Props = { params: Promise<{ workspace: string; answer: string }> };

/** Page and title ask the same verb once. */
const load = cache(async (workspace: string, answerId: string) => {
  const ctx = await pageCtx(workspace);
  return { ctx, answer: await orNotFound(getAnswer({ ctx, input: { answerId } })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, answer: id } = await params;
  const { account } = (await load(workspace, id)).answer;
  const t = await getTranslations("answers");
  return { title: account ? t("answerOf", { account: account.name }) : t("title") };
}

export default async function AnswerPage({ params }: Props) {
  const { workspace, answer: id } = await params;
  const { ctx, answer } = await load(workspace, id);
  const { currency, timeZone } = ctx.workspace;
  const as = { locale: ctx.locale, currency, asOf: ctx.asOf };
  const t = await getTranslations("answers");
  const when = momentText(answer.at, timeZone, ctx.locale);
  return (
    <>
      <PageHeader
        title={<Score entry={answer} />}
        parts={`${personWords(answer.person, ctx.locale)} · ${answer.touchpointName ?? answer.surveyName} · ${when}`}
        crumbs={[
          { label: t("title"), href: workspacePath(workspace, "answers") },
          { label: answer.account?.name ?? t("noAccount") },
        ]}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card id="answer">
            <div className="flex flex-wrap gap-2 empty:hidden">
              <Needs needs={answer.needs} />
            </div>
            {answer.comment ? (
              <blockquote className="my-2 max-w-prose text-lg break-words whitespace-pre-line">
                {t("quote", { comment: answer.comment })}
              </blockquote>
            ) : null}
            <div className="mt-2">
              <AccountLine account={answer.account} workspace={workspace} as={as} showsOwner />
            </div>
            <DefinitionRows title={t("alsoSaid")} rows={answer.details} />
          </Card>
          {answer.canAct ? (
            <ReplyForm answer={answer} workspace={workspace} replyId={randomUUID()} />
          ) : null}
        </div>
        {answer.canAct ? <HandleForm answer={answer} workspace={workspace} /> : null}
      </div>
    </>
  );
}
