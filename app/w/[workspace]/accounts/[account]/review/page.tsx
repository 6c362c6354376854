import type { Metadata } from "next";
import { cache } from "react";
import { getAccountReview } from "@/lib/loyalty/get-account-review";
import { readParams, type SearchParams } from "../../../_loyalty/search-params";
import { orNotFound } from "../../../or-not-found";
import { pageCtx } from "../../../page-ctx";
import { ReviewFrame } from "./review-frame";
import { ShareReview } from "./share-review";
import { UsReview } from "./us-review";

type Props = {
  params: Promise<{ workspace: string; account: string }>;
  searchParams: SearchParams;
};

const load = cache(async (workspace: string, accountId: string, whom: "us" | "share") => {
  const ctx = await pageCtx(workspace);
  const review = await orNotFound(getAccountReview({ ctx, input: { accountId, for: whom } }));
  return { ctx, review };
});

async function loadPage({ params, searchParams }: Props) {
  const { workspace, account } = await params;
  const query = await readParams(searchParams);
  return load(workspace, account, query.for === "share" ? "share" : "us");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { review } = await loadPage(props);
  return { title: review.for === "us" ? review.account.name : review.review.account.name };
}

export default async function ReviewPage(props: Props) {
  const { ctx, review } = await loadPage(props);
  const as = { locale: ctx.locale, currency: ctx.workspace.currency, asOf: ctx.asOf };
  const account =
    review.for === "us"
      ? { id: review.account.id, name: review.account.name }
      : review.review.account;
  return (
    <ReviewFrame account={account} workspace={ctx.workspace.slug} whom={review.for} as={as}>
      {review.for === "us" ? (
        <UsReview account={review.account} complaints={review.complaints} as={as} />
      ) : (
        <ShareReview review={review.review} as={as} />
      )}
    </ReviewFrame>
  );
}
