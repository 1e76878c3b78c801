import { plain } from './numbers';

/** A run that has taken this long and is wanted no more is ended with its worker, in milliseconds. */
const PATIENCE = 300;

interface Job {
  name: string;
  body: unknown;
  begun: number;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

interface Reply {
  answer?: unknown;
  error?: string;
}

/** What the mathematics refuses. */
export class Refused extends Error {}

function superseded(): DOMException {
  return new DOMException('superseded by a newer request', 'AbortError');
}

/** The program's own Java, compiled, in a worker: it answers one question after the other, the newest of a kind alone. */
export class Laboratory {
  private worker: Worker | null = null;
  private current: Job | null = null;
  private readonly waiting: Job[] = [];

  /** @param script the address of what the worker runs, which answers messages */
  constructor(private readonly script: string) {}

  /** From the text of the script: a page that is a file may not start a worker from another file. */
  static ofText(script: string): Laboratory {
    return new Laboratory(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  }

  ask(name: string, body: unknown, signal?: AbortSignal | null): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(superseded());
      const job = { name, body, begun: 0, resolve, reject };
      signal?.addEventListener('abort', () => this.drop(job));
      this.waiting.push(job);
      this.next();
    });
  }

  /** Nobody waits for it any more. */
  private drop(job: Job): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) this.waiting.splice(place, 1);
    job.reject(superseded());
    if (job === this.current && performance.now() - job.begun > PATIENCE) {
      this.worker?.terminate();
      this.worker = null;
      this.current = null;
      this.next();
    }
  }

  private next(): void {
    if (this.current) return;
    const job = this.waiting.shift();
    if (!job) return;
    this.current = job;
    job.begun = performance.now();
    this.worker ??= this.start();
    this.worker.postMessage({ name: job.name, body: job.body });
  }

  private start(): Worker {
    const worker = new Worker(this.script);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => this.done(data);
    worker.onerror = event => this.done({ error: event.message });
    return worker;
  }

  private done(reply: Reply): void {
    const job = this.current;
    this.current = null;
    if (reply.error === undefined) job?.resolve(plain(reply.answer));
    else job?.reject(new Refused(reply.error));
    this.next();
  }
}
