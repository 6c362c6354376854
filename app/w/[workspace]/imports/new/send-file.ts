export type Sent =
  | { ok: true; page: string }
  | { ok: false; message: string; fieldErrors: Record<string, string> };

function toSent(request: XMLHttpRequest): Sent | null {
  try {
    const body = JSON.parse(request.responseText);
    if (request.status === 200) return { ok: true, page: String(body.page) };
    return { ok: false, message: String(body.message), fieldErrors: body.fieldErrors ?? {} };
  } catch {
    return null;
  }
}

/**
 * The bytes as they are: the browser reads the file from disk while it sends. fetch tells no progress.
 * Null when it broke off.
 */
export function sendFile(
  url: string,
  file: File,
  onProgress: (ratio: number) => void,
): Promise<Sent | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(toSent(request));
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    request.send(file);
  });
}
