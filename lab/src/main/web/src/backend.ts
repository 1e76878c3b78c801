/** Who answers the page's requests. */
export type Backend = (path: string, request: RequestInit) => Promise<Response>;

let backend: Backend = (path, request) => fetch(path, request);

/** Has all requests answered by another than the server that the page is from. */
export function answerBy(other: Backend): void {
  backend = other;
}

/** A request to whoever answers. */
export function request(path: string, init: RequestInit = {}): Promise<Response> {
  return backend(path, init);
}
