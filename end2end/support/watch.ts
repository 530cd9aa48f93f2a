import type { BrowserContext, Response } from '@playwright/test';

/** Listens for everything that goes wrong in a browser without being seen on the page. */
export class Watch {
  private readonly found: string[] = [];
  private readonly expected = new Set<number>();

  /** Listens to all pages of a context. */
  follow(context: BrowserContext): void {
    context.on('console', (message) => {
      const isBad = ['error', 'warning'].includes(message.type());
      if (isBad && !this.isExpected(message.text())) {
        this.found.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => this.found.push(`script: ${error.error().message}`));
    context.on('dialog', (dialog) => {
      this.found.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('response', (response) => this.check(response));
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // What was under way when somebody left the page.
      if (reason !== 'net::ERR_ABORTED') this.found.push(`request: ${reason} ${request.url()}`);
    });
  }

  /** From now on, answers with this status are part of the test. */
  expectStatus(...statuses: number[]): void {
    for (const status of statuses) this.expected.add(status);
  }

  /** What went wrong. */
  get problems(): string[] {
    return this.found;
  }

  private check(response: Response): void {
    const status = response.status();
    if (status >= 400 && !this.expected.has(status)) {
      this.found.push(`${status} ${response.request().method()} ${response.url()}`);
    }
  }

  private isExpected(message: string): boolean {
    const status = /^Failed to load resource: .* status of (\d+)/.exec(message)?.[1];
    return status !== undefined && this.expected.has(Number(status));
  }
}
