import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { ABOUT_CALLS } from "@/lib/api/about-calls";
import type { Endpoint } from "@/lib/api/endpoint";
import { ENDPOINTS } from "../api/v1/_endpoints/all-endpoints";
import { type FieldLine, fieldLines } from "./field-lines";

export const metadata: Metadata = { title: "API" };

const GROUPS = [...new Set(ENDPOINTS.map(({ group }) => group))];

/** What stands between backticks is code. */
function withCode(text: string): ReactNode {
  return text.split("`").map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));
}

function Fields({ title, lines }: { title: string; lines: readonly FieldLine[] }) {
  if (lines.length === 0) return null;
  return (
    <details className="mt-2">
      <summary className="text-sm font-semibold">{title}</summary>
      <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
        {lines.map(({ name, type, isRequired, about }) => (
          <div key={name} className="contents">
            <dt className="font-mono break-words">
              {name} <span className="text-ink-3">{isRequired ? type : `${type}, optional`}</span>
            </dt>
            <dd className="mb-2 text-ink-2 md:mb-0">{withCode(about)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function One({ endpoint }: { endpoint: Endpoint }) {
  const { method, path, summary, about, scope, query, body, answer } = endpoint;
  return (
    <section className="border-t border-line py-4" aria-label={summary}>
      <h3 className="font-semibold">{summary}</h3>
      <p className="my-1 font-mono text-sm break-words">
        {method} /api/v1/{path}
      </p>
      <p className="text-ink-2">
        {withCode(about)} The key needs <code>{scope}</code>.
      </p>
      <Fields title="In the address" lines={query ? fieldLines(query, "input") : []} />
      <Fields title="In the body" lines={body ? fieldLines(body, "input") : []} />
      <Fields title="Answer" lines={fieldLines(answer, "output")} />
    </section>
  );
}

/** The API for people, from the rows that also route and check the calls. In English, as its answers. */
export default function ApiPage() {
  return (
    <main lang="en" className="mx-auto max-w-[60rem] px-4 py-8">
      <PageHeader
        title="API"
        parts="JSON over HTTPS. Send a key with every call: Authorization: Bearer hfk_… An admin makes one under Settings, API keys."
        doubt={<a href="/api/v1/openapi.json">OpenAPI 3.1</a>}
      />
      <section aria-label="Every call" className="mb-8">
        <dl>
          {ABOUT_CALLS.map(({ title, text }) => (
            <div key={title} className="border-t border-line py-3">
              <dt className="font-semibold">{title}</dt>
              <dd className="max-w-[70ch] break-words text-ink-2">{withCode(text)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {GROUPS.map((group) => (
        <section key={group} className="mb-8">
          <h2 className="mb-2 text-lg font-semibold">{group}</h2>
          {ENDPOINTS.filter((endpoint) => endpoint.group === group).map((endpoint) => (
            <One key={`${endpoint.method} ${endpoint.path}`} endpoint={endpoint} />
          ))}
        </section>
      ))}
    </main>
  );
}
