import { ScoreScale } from "@/components/charts/score-scale";
import { DefinitionList } from "@/components/metrics/definition-list";
import { REASON_WORDS } from "@/components/metrics/state-words";
import { Card } from "@/components/ui/card";
import { sentenceCase } from "@/lib/format/count";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { formatPercent, formatScore } from "@/lib/format/number";
import type { AccountDto, AttitudeDto } from "@/lib/loyalty/account-page.types";
import { FormulaPopover } from "../../../_loyalty/formula-popover";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { attitudeNote, behaviourSentences, disagreement, WAY_WORDS } from "./behaviour-words";

type CardProps = { account: AccountDto; as: ReadAs };

const LINE = 0.5;

function Score(props: {
  score: number | null;
  from: string;
  to: string;
  name: string;
  as: ReadAs;
}) {
  const { score, name } = props;
  if (score === null) return <p className="text-xl font-bold">Not known</p>;
  const words = formatScore(score, props.as.locale);
  return (
    <div className="flex items-center gap-6">
      <p className="text-figure font-bold">{words}</p>
      <ScoreScale
        score={score}
        line={LINE}
        from={props.from}
        to={props.to}
        label={`${name} ${words} on a scale from ${props.from} to ${props.to}; the line is at ${formatScore(LINE, props.as.locale)}`}
      />
    </div>
  );
}

function keepsComing({ keepsComing, runningMinor }: AccountDto, as: ReadAs): string {
  const parts: [number | null, string][] = [
    [keepsComing.chosen, "chosen"],
    [keepsComing.byItself, "by itself"],
    [keepsComing.olderContract, "under an older contract"],
    [keepsComing.notRecorded, "not recorded"],
  ];
  if (runningMinor <= 0) return "nothing runs";
  return parts
    .flatMap(([share, word]) => (share !== null && share > 0 ? [{ share, word }] : []))
    .sort((a, b) => b.share - a.share)
    .map(({ share, word }) => `${formatPercent(share, as.locale)} ${word}`)
    .join(", ");
}

function wallet({ shareOfWallet }: AccountDto, as: ReadAs): string {
  if (!shareOfWallet) return "not known";
  const { low, high, provenance, on, isStale } = shareOfWallet;
  const range =
    low === high
      ? formatPercent(low, as.locale)
      : `${formatPercent(low, as.locale)} to ${formatPercent(high, as.locale)}`;
  const age = isStale ? ", over a year old" : "";
  return `${range}, ${provenance} ${formatDay(on, as.locale, as.asOf)}${age}`;
}

export function BehaviourCard({ account, as }: CardProps) {
  const { behaviour, productTypes } = account;
  const owned = productTypes.filter((type) => type.isOwned).length;
  return (
    <Card id="behaviour" title="Behaviour" note="Does the account keep buying?">
      <Score score={behaviour.score} from="gone" to="grows" name="Behaviour" as={as} />
      <div className="mt-2 flex flex-col gap-0.5 text-sm text-ink-2">
        {behaviourSentences(behaviour, as).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className="mt-1">
        <DefinitionList
          rows={[
            { term: "A year earlier", description: formatMoney(behaviour.baseMinor, as) },
            { term: "How it keeps coming", description: keepsComing(account, as) },
            { term: "Product types", description: `${owned} of ${productTypes.length}` },
            { term: "Share of wallet", description: wallet(account, as) },
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
  const ways = Object.entries(WAY_WORDS) as [keyof AttitudeDto["ways"], string][];
  return (
    <dl className="mt-1 divide-y divide-line">
      {ways.map(([way, words]) => (
        <div
          key={way}
          className={`flex justify-between gap-4 py-2 ${way === attitude.way ? "font-semibold" : ""}`}
        >
          <dt>{words}</dt>
          <dd>{formatScore(attitude.ways[way], as.locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function AttitudeCard({ account, as }: CardProps) {
  const { attitude, people } = account;
  return (
    <Card id="attitude" title="Attitude" note="Do they want to stay?">
      <Score score={attitude.score} from="no" to="yes" name="Attitude" as={as} />
      {attitude.score === null ? (
        <p className="mt-2 text-sm text-ink-2">
          {attitude.reason ? `${sentenceCase(REASON_WORDS[attitude.reason])}.` : ""} It is left
          open, never counted as a no.
        </p>
      ) : (
        <p className="mt-2 text-sm text-ink-2">{attitudeNote(attitude)}.</p>
      )}
      {attitude.score === null ? null : <Ways attitude={attitude} as={as} />}
      {attitude.disagree ? (
        <p className="mt-2 text-sm">
          <b className="font-semibold">They disagree:</b> {disagreement(people, LINE)}
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
