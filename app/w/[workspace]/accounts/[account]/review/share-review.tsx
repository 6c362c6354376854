import { formatDay } from "@/lib/format/date";
import { formatMoneyInFull } from "@/lib/format/money";
import { staffWords } from "@/lib/i18n/staff-words";
import type { SharedReviewDto } from "@/lib/loyalty/review.types";
import type { ReadAs } from "../../../_loyalty/words/read-as";
import { Facts, Part, RowsTable, Sheet } from "./sheet-parts";

type ShareProps = { review: SharedReviewDto; as: ReadAs };

const LINES = [1, 2, 3, 4, 5] as const;

function Agreements({ review, as }: ShareProps) {
  const t = staffWords(as.locale, "review");
  const day = (iso: string | null) => (iso === null ? t("openEnd") : formatDay(iso, as.locale));
  return (
    <Part title={t("agreements")}>
      {review.contracts.length === 0 ? <p className="text-sm">{t("noAgreement")}</p> : null}
      {review.contracts.length > 0 ? (
        <RowsTable
          caption={t("agreements")}
          head={[t("contract"), t("runs"), t("renews"), t("notice"), t("aYear")]}
          right={[3, 4]}
          rows={review.contracts.map((contract) => [
            contract.productType ? `${contract.name}, ${contract.productType}` : contract.name,
            t("fromTo", { from: day(contract.startsOn), to: day(contract.endsOn) }),
            contract.renewsOn ? day(contract.renewsOn) : t("byAgreement"),
            t("days", { count: contract.noticeDays }),
            formatMoneyInFull(contract.yearlyMinor, {
              locale: as.locale,
              currency: contract.currency,
            }),
          ])}
        />
      ) : null}
    </Part>
  );
}

function Bought({ review, as }: ShareProps) {
  const t = staffWords(as.locale, "review");
  const orders = review.purchases.reduce((sum, row) => sum + row.orders, 0);
  const last = review.purchases
    .map(({ lastOn }) => lastOn)
    .toSorted()
    .at(-1);
  const types = review.productTypes.map(({ name }) => name).join(", ");
  return (
    <Part title={t("bought")}>
      <Facts
        rows={[
          [t("types"), types || t("none")] as const,
          // Where nobody feeds orders, none is no figure.
          ...(last
            ? [
                [t("orders"), t("count", { count: orders })] as const,
                [t("lastOrder"), formatDay(last, as.locale)] as const,
              ]
            : []),
        ]}
      />
    </Part>
  );
}

function Delivered({ review, as }: ShareProps) {
  const t = staffWords(as.locale, "review");
  const { complaints, promises } = review;
  const day = (iso: string) => formatDay(iso, as.locale);
  return (
    <Part title={t("delivered")}>
      <Facts
        rows={[
          [t("promisesMade"), t("count", { count: promises.made })],
          [t("promisesKept"), t("count", { count: promises.kept })],
          [t("promisesOpen"), t("count", { count: promises.open })],
          [t("promisesNotKept"), t("count", { count: promises.notKept })],
        ]}
      />
      {complaints.length === 0 ? <p className="mt-2 text-sm">{t("noComplaint")}</p> : null}
      {complaints.length > 0 ? (
        <div className="mt-2">
          <RowsTable
            caption={t("complaints")}
            head={[t("complaintOn"), t("solvedOn"), t("daysTaken")]}
            right={[2]}
            rows={complaints.map(({ openedOn, solvedOn, days }) => [
              day(openedOn),
              solvedOn ? day(solvedOn) : t("stillOpen"),
              t("count", { count: days }),
            ])}
          />
        </div>
      ) : null}
    </Part>
  );
}

/** For the customer's table: what both sides can count, and room to write down what is agreed. */
export function ShareReview({ review, as }: ShareProps) {
  const t = staffWords(as.locale, "review");
  const { account, company, contactPerson, from, to, answered, people } = review;
  const period = { from: formatDay(from, as.locale), to: formatDay(to, as.locale) };
  return (
    <>
      <Sheet>
        <h1 className="text-title font-bold">
          {t("shareTitle", { account: account.name, company })}
        </h1>
        <p className="mb-5 text-sm text-ink-2">
          {t("period", period)}
          {contactPerson ? ` · ${t("contactPerson", { name: contactPerson })}` : ""}
        </p>
        <Agreements review={review} as={as} />
        <Bought review={review} as={as} />
      </Sheet>
      <Sheet>
        <Delivered review={review} as={as} />
        <Part title={t("asked")}>
          <p className="text-sm">{t("answered", { answered, people })}</p>
        </Part>
        <Part title={t("agreed")}>
          <p className="text-sm text-ink-2">{t("agreedNote")}</p>
          {LINES.map((line) => (
            <div key={line} className="h-10 border-b border-line" />
          ))}
        </Part>
      </Sheet>
    </>
  );
}
