import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { MailServer } from './mails';

/** An organisation with one account. */
export interface Team {
  tenant: string;
  tenantName: string;
  name: string;
  email: string;
  password: string;
}

/** Names the program under test; `cargo xtask test` sets it. */
function findProgram(): string {
  const program = process.env['EINLASS_BIN'];
  if (!program) throw new Error('EINLASS_BIN must name the program; `cargo xtask test` sets it');
  return program;
}

/** The environment of the tests without settings that somebody made for a server of their own. */
function inheritEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('EINLASS_'));
  return Object.fromEntries(kept);
}

/** A port that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The program with a data directory and a mail server of its own. */
export class Server {
  private process: ChildProcess | undefined;
  private teams = 0;
  private written = '';

  private constructor(
    readonly url: string,
    private readonly port: number,
    readonly mails: MailServer,
    private readonly directory: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Starts and waits until it is ready; `cover` says under which address its port is reached. */
  static async start(
    // Passkeys need a name.
    cover = async (port: number): Promise<string> => `http://localhost:${port}`,
  ): Promise<Server> {
    const mails = await MailServer.start();
    const directory = await mkdtemp(join(tmpdir(), 'einlass-browser-'));
    const port = await findFreePort();
    const url = await cover(port);
    const server = new Server(url, port, mails, directory, {
      ...inheritEnvironment(),
      EINLASS_ENV: 'test',
      EINLASS_LISTEN: `127.0.0.1:${port}`,
      EINLASS_BASE_URL: url,
      EINLASS_DATA_DIR: directory,
      EINLASS_SMTP_URL: mails.url,
      EINLASS_MAIL_ALLOW: '*',
      NO_COLOR: '1',
    });
    await server.serve();
    return server;
  }

  /** What the program has written to its log so far. */
  get log(): string {
    return this.written;
  }

  /** Creates an organisation with an owner at the command line. */
  async createTeam(tenantName = 'Kulturverein Foyer'): Promise<Team> {
    this.teams += 1;
    const team = {
      tenantName,
      name: 'Mia Muster',
      email: `mia.muster.${this.teams}@verein.example`,
      password: 'Lange-Leitung-2027!',
    };
    const tenant = await this.run(['tenant', 'create', tenantName]);
    const owner = ['--name', team.name, '--tenant', tenant, '--role', 'owner'];
    await this.run(['user', 'create', team.email, ...owner], team.password);
    return { ...team, tenant };
  }

  /** Runs a command to its end and returns what it printed. */
  async run(line: string[], input = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { env: this.environment };
      const child = execFile(findProgram(), line, options, (error, stdout, stderr) => {
        if (error) reject(new Error(`einlass ${line[0]} ${line[1]}: ${stderr}`));
        else resolve(stdout.trim());
      });
      // A command that asks nothing may end before this is written.
      child.stdin?.on('error', () => undefined).end(input);
    });
  }

  /** Makes a backup beside the data. */
  async backUp(): Promise<void> {
    const folder = await mkdtemp(join(this.directory, 'backup-'));
    await this.run(['backup', 'create', '--to', folder]);
  }

  async stop(): Promise<void> {
    if (this.process && this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await ended;
    }
    await this.mails.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  private async serve(): Promise<void> {
    const child = spawn(findProgram(), ['serve'], { env: this.environment });
    this.process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.written += text));
    }
    await expect
      .poll(() => this.isReady(), { message: 'the server becomes ready', timeout: 20_000 })
      .toBe(true);
  }

  private async isReady(): Promise<boolean> {
    if (this.process?.exitCode !== null) throw new Error(`the server ended:\n${this.written}`);
    return fetch(`http://127.0.0.1:${this.port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
  }
}
