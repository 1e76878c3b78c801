import { postRaw } from './api';
import { request } from './backend';

/** Hands a document to the browser's downloads. */
export function save(name: string, content: Blob | string, type = 'text/plain'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Saves what the server answers. */
export async function saveFrom(path: string, body: unknown, name: string): Promise<void> {
  save(name, await (await postRaw(path, body)).blob());
}

/** Saves a file that the server has. */
export async function saveFile(path: string, name: string): Promise<void> {
  const response = await request(path);
  if (!response.ok) throw new Error(((await response.json()) as { error: string }).error);
  save(name, await response.blob());
}
