import { useTranslations } from "next-intl";
import { Formula } from "@/components/metrics/definition-list";
import { MetricTile } from "@/components/metrics/metric-tile";
import { bold } from "@/components/ui/bold";
import { Link } from "@/components/ui/link";
import type { DefinitionDto, HiddenMeasureDto, TileDto } from "@/lib/loyalty/figures.types";
import type { TilesBothWays } from "@/lib/loyalty/load-both-ways";
import { helpSentence, measureName, measurePopulation } from "@/lib/loyalty/measure-names";
import { BothWaysSection } from "../answers/held/both-ways-card";
import { workspacePath } from "./paths";
import {
  baselineWords,
  basisWords,
  stripWords,
  tileInputs,
  tileInterval,
  tileValue,
  verdictWords,
} from "./words/measure-words";
import type { ReadAs } from "./words/read-as";

type TilesProps = {
  tiles: readonly TileDto[];
  moreTiles: readonly TileDto[];
  hidden: readonly HiddenMeasureDto[];
  definitions: readonly DefinitionDto[];
  bothWays: TilesBothWays;
  as: ReadAs;
  workspace: string;
};

function stripOf({ strip }: TileDto, as: ReadAs) {
  if (strip === null || strip.values.length === 0) return null;
  return { values: strip.values, words: stripWords(strip, as) };
}

function barOf(tile: TileDto) {
  if (tile.value === null) return null;
  const { min, max } = tile.scale;
  const low = tile.interval?.low ?? null;
  const high = tile.interval?.high ?? null;
  return { value: tile.value, low, high, min, max, target: tile.target };
}

function Detail({
  tile,
  definition,
  bothWays,
  as,
  workspace,
}: {
  tile: TileDto;
  definition: DefinitionDto | undefined;
} & Pick<TilesProps, "bothWays" | "as" | "workspace">) {
  const t = useTranslations("loyalty.tiles");
  const figures = bothWays[tile.key];
  const formula = (
    <Formula
      question={definition?.question ?? measureName(tile.key, as.locale)}
      formula={definition?.formula ?? ""}
      empty={definition?.empty ?? null}
      liesWhen={definition?.liesWhen ?? null}
      source={definition?.source ?? t("notStated")}
      inputs={tileInputs(tile, as)}
    />
  );
  if (figures === undefined) return formula;
  return (
    <>
      {formula}
      <BothWaysSection figures={figures} locale={as.locale} />
      {tile.key === "netPromoterScore" ? (
        <p className="mt-2 text-sm">
          <Link href={workspacePath(workspace, "imports/nps")} className="underline hover:text-ink">
            {t("otherTools")}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function TileGrid({ tiles, ...props }: Omit<TilesProps, "moreTiles" | "hidden">) {
  const { definitions, bothWays, as, workspace } = props;
  return (
    <div className="-mb-4 grid grid-cols-2 gap-x-4 md:grid-cols-3 xl:grid-cols-6 print:grid-cols-6 print:gap-x-2">
      {tiles.map((tile) => (
        <MetricTile
          key={tile.key}
          id={`tile-${tile.key}`}
          name={measureName(tile.key, as.locale)}
          population={measurePopulation(tile, as.locale)}
          value={tileValue(tile, as)}
          help={tile.help ? helpSentence(tile.help, as.locale) : null}
          strip={stripOf(tile, as)}
          bar={barOf(tile)}
          interval={tileInterval(tile, as)}
          verdict={
            tile.verdict && tile.value !== null ? verdictWords(tile.verdict, tile.unit, as) : null
          }
          baseline={baselineWords(tile, as)}
          basis={basisWords(tile, as)}
          detail={
            <Detail
              tile={tile}
              definition={definitions.find(({ key }) => key === tile.definitionKey)}
              bothWays={bothWays}
              as={as}
              workspace={workspace}
            />
          }
        />
      ))}
    </div>
  );
}

const SUMMARY = "inline list-none text-sm text-ink-2 underline hover:text-ink";

/** The measures that suit this workspace's data, and in one line those that do not. */
export function Tiles({ tiles, moreTiles, hidden, ...props }: TilesProps) {
  const t = useTranslations("loyalty.tiles");
  const { locale } = props.as;
  return (
    <section aria-labelledby="tiles-title">
      <h2 id="tiles-title" className="sr-only">
        {t("label")}
      </h2>
      <TileGrid tiles={tiles} {...props} />
      {moreTiles.length > 0 ? (
        <details className="mt-2">
          <summary className={SUMMARY}>{t("more", { count: moreTiles.length })}</summary>
          <div className="mt-3">
            <TileGrid tiles={moreTiles} {...props} />
          </div>
        </details>
      ) : null}
      {hidden.length > 0 ? (
        <details className="mt-2 text-sm text-ink-2">
          <summary className={SUMMARY}>{t("notSuited", { count: hidden.length })}</summary>
          <ul className="mt-2 flex flex-col gap-1">
            {hidden.map((measure) => (
              <li key={measure.key}>
                {t.rich("hidden", {
                  b: bold,
                  name: measureName(measure.key, locale),
                  help: helpSentence(measure.help, locale),
                })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
