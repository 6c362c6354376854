/** Addresses of the signed-in app. */
export function workspacePath(workspace: string, path: string): string {
  return `/w/${workspace}/${path}`;
}

export function accountPath(workspace: string, accountId: string): string {
  return workspacePath(workspace, `accounts/${accountId}`);
}

/** A path with those parameters that say something. */
export function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value) params.set(name, value);
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}
