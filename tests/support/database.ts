import type pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { closeConnections } from "@/lib/db/client";
import { forgetEnv } from "@/lib/env";
import { queryAs, withDatabase } from "./test-server";
import { TEST_VALUES } from "./test-values";

type Query = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

export type TestDatabase = {
  /** The address the app uses in this file. */
  url: string;
  /** SQL as the owner of the tables. Row-level security is forced: it sees no tenant's rows. */
  query: Query;
  /** The same with the tenant set. */
  queryIn(workspaceId: string): Query;
};

/**
 * Gives this test file a migrated, empty database of its own. Call it once at the top of the file,
 * before anything uses the database; nothing has to be cleaned up.
 */
export function useTestDatabase(): TestDatabase {
  const { ownerUrl, template } = inject("testServer");
  const name = `${template}_${process.pid}_${Date.now().toString(36)}`;
  const url = withDatabase(ownerUrl, name);
  const before = { ...process.env };
  Object.assign(process.env, TEST_VALUES, { DATABASE_URL: url, NEXTAUTH_URL: TEST_VALUES.APP_URL });
  forgetEnv();
  beforeAll(async () => {
    await queryAs(ownerUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  afterAll(async () => {
    await closeConnections();
    process.env = before;
    forgetEnv();
  });
  return {
    url,
    query: (sql, values) => queryAs(url, sql, values),
    queryIn: (workspaceId) => (sql, values) => queryAs(url, sql, values, workspaceId),
  };
}
