import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScoreScale } from "@/components/charts/score-scale";
import { DefinitionList } from "@/components/metrics/definition-list";
import { Card } from "@/components/ui/card";
import { formatMoney } from "@/lib/format/money";
import { formatScore } from "@/lib/format/number";
import type { AccountDto, AttitudeDto } from "@/lib/loyalty/account-page.types";
import { FormulaPopover } from "../../../_loyalty/formula-popover";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { attitudeNote, disagreement, WAYS } from "./attitude-words";
import { behaviourSentences, keepsComingWords, walletWords } from "./behaviour-words";

type CardProps = { account: AccountDto; as: ReadAs };

const LINE = 0.5;

function Score(props: {
  score: number | null;
  from: string;
  to: string;
  name: string;
  as: ReadAs;
}) {
  const t = useTranslations("account.scores");
  const { score, name, from, to } = props;
  if (score === null) return <p className="text-xl font-bold">{t("notKnown")}</p>;
  const words = formatScore(score, props.as.locale);
  return (
    <div className="flex items-center gap-6">
      <p className="text-figure font-bold">{words}</p>
      <ScoreScale
        score={score}
        line={LINE}
        from={from}
        to={to}
        label={t("scale", {
          name,
          from,
          to,
          score: words,
          line: formatScore(LINE, props.as.locale),
        })}
      />
    </div>
  );
}

export function BehaviourCard({ account, as }: CardProps) {
  const t = useTranslations("account.behaviour");
  const { behaviour, productTypes } = account;
  const owned = productTypes.filter((type) => type.isOwned).length;
  return (
    <Card id="behaviour" title={t("title")} note={t("note")}>
      <Score score={behaviour.score} from={t("from")} to={t("to")} name={t("title")} as={as} />
      <div className="mt-2 flex flex-col gap-0.5 text-sm text-ink-2">
        {behaviourSentences(behaviour, as).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="mt-1">
        <DefinitionList
          rows={[
            { term: t("yearEarlier"), description: formatMoney(behaviour.baseMinor, as) },
            { term: t("keepsComing"), description: keepsComingWords(account, as) },
            {
              term: t("productTypes"),
              description: t("ofTypes", { owned, total: productTypes.length }),
            },
            { term: t("wallet"), description: walletWords(account, as) },
          ]}
        />
      </div>
      <div className="mt-1 text-sm text-ink-3">
        <FormulaPopover
          id="behaviour-formula"
          keys={["behaviourScore", "keptRevenue", "orderRhythm", "runningRevenue"]}
          definitions={account.definitions}
        />
      </div>
    </Card>
  );
}

function Ways({ attitude, as }: { attitude: AttitudeDto; as: ReadAs }) {
  const t = useTranslations("account.attitude.ways");
  return (
    <dl className="mt-1 divide-y divide-line">
      {WAYS.map((way) => (
        <div
          key={way}
          className={`flex justify-between gap-4 py-2 ${way === attitude.way ? "font-semibold" : ""}`}
        >
          <dt>{t(way)}</dt>
          <dd>{formatScore(attitude.ways[way], as.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function AttitudeCard({ account, as }: CardProps) {
  const t = useTranslations("account.attitude");
  const { attitude, people } = account;
  const apart = attitude.disagree ? disagreement(people, LINE, as.locale) : null;
  const b = (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>;
  return (
    <Card id="attitude" title={t("title")} note={t("note")}>
      <Score score={attitude.score} from={t("from")} to={t("to")} name={t("title")} as={as} />
      <p className="mt-2 text-sm text-ink-2">{attitudeNote(attitude, as.locale)}</p>
      {attitude.score === null ? null : <Ways attitude={attitude} as={as} />}
      {apart ? (
        <p className="mt-2 text-sm">
          {apart.kind === "two"
            ? t.rich("disagree.two", { b, highest: apart.highest, lowest: apart.lowest })
            : t.rich(`disagree.${apart.kind}`, { b })}
        </p>
      ) : null}
      <div className="mt-2 text-sm text-ink-3">
        <FormulaPopover
          id="attitude-formula"
          keys={["accountAttitude", "personScore"]}
          definitions={account.definitions}
        />
      </div>
    </Card>
  );
}
