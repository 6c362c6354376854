import { StateDot } from "@/components/metrics/state-dot";
import { stateInWords } from "@/components/metrics/state-words";
import { Link } from "@/components/ui/link";
import type { AccountRef, StateDto } from "@/lib/loyalty/figures.types";
import { accountPath } from "./paths";
import type { ReadAs } from "./words/read-as";

type AccountCellProps = {
  account: AccountRef;
  /** Null for one that is not active. */
  state: StateDto | null;
  /** What is said beside the state: "runs by itself". */
  tags?: readonly string[];
  workspace: string;
  as: ReadAs;
};

/** The account of a row, with where it stands. */
export function AccountCell({ account, state, tags = [], workspace, as }: AccountCellProps) {
  return (
    <div>
      <Link href={accountPath(workspace, account.id)} className="font-semibold hover:underline">
        {account.name}
      </Link>
      {state ? (
        <div className="text-sm text-ink-2">
          <StateDot state={state.state}>
            {[stateInWords(state, as.locale), ...tags].join(" · ")}
          </StateDot>
        </div>
      ) : null}
    </div>
  );
}
