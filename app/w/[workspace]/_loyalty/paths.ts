/** Addresses of the signed-in app. */
export function workspacePath(workspace: string, path: string): string {
  return `/w/${workspace}/${path}`;
}

export function accountPath(workspace: string, accountId: string): string {
  return workspacePath(workspace, `accounts/${accountId}`);
}

type Query = Record<string, string | null | undefined>;

/** Those parameters that say something. */
export function namedOnly(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** A path with those parameters that say something. */
export function withQuery(path: string, query: Query): string {
  const text = new URLSearchParams(namedOnly(query)).toString();
  return text === "" ? path : `${path}?${text}`;
}
