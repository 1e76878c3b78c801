import { request as send } from './backend';
import { connection } from './connection';

/** The server's interface. One request of a kind at a time: a newer one aborts the older. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** This tab, for the server to know which older request a newer one replaces. */
export const TAB = Array.from(crypto.getRandomValues(new Uint32Array(4)), n => n.toString(36)).join('-');

const running = new Map<string, AbortController>();

/** True when an error only says that a newer request took over. */
export function superseded(error: unknown): boolean {
  return (
    (error instanceof DOMException && error.name === 'AbortError') ||
    (error instanceof Refusal && error.status === 409)
  );
}

/** Nobody answered. */
export class Unanswered extends Error {
  constructor() {
    super('The server does not answer.');
  }
}

/** What an error says. */
export function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function check(response: Response): Promise<Response> {
  if (response.ok) return response;
  let message = `${response.status} ${response.statusText}`;
  try {
    message = ((await response.json()) as { error: string }).error;
  } catch {
    // Not JSON: the status line has to do.
  }
  throw new Refusal(message, response.status);
}

/** A request that is answered, be it with a refusal. */
async function ask(path: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await send(path, request);
  } catch (error) {
    // What is aborted says so; all else that a fetch throws is that there was no answer.
    if (superseded(error)) throw error;
    connection.fail();
    throw new Unanswered();
  }
  connection.answer();
  return check(response);
}

/** Reads. */
export async function get<T>(path: string): Promise<T> {
  return (await (await ask(path, { headers: { 'X-Tab': TAB } })).json()) as T;
}

/** Posts; `kind` (the path unless given) is what a newer request replaces. */
export async function post<T>(path: string, body: unknown, kind = path): Promise<T> {
  return (await (await postRaw(path, body, kind)).json()) as T;
}

/** Posts and hands back the response as it is, for a download. */
export async function postRaw(path: string, body: unknown, kind = path): Promise<Response> {
  running.get(kind)?.abort();
  const controller = new AbortController();
  running.set(kind, controller);
  try {
    return await ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Tab': TAB },
      body: JSON.stringify(body),
      signal: controller.signal,
    });
  } finally {
    if (running.get(kind) === controller) running.delete(kind);
  }
}
