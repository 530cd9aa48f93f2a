import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A mail as it came over the wire. */
export interface KeptMail {
  recipients: string[];
  raw: string;
  mail: ParsedMail;
}

/** A mail server on this machine that keeps what it is sent. */
export class MailServer {
  private readonly kept: KeptMail[] = [];
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, session, done) => {
        const recipients = session.envelope.rcptTo.map((to) => to.address.toLowerCase());
        this.keep(recipients, stream).then(() => done(), done);
      },
    });
  }

  /** Starts on a free port. */
  static async start(): Promise<MailServer> {
    const mails = new MailServer();
    await new Promise<void>((resolve) => mails.server.listen(0, '127.0.0.1', resolve));
    return mails;
  }

  /** Where to deliver. */
  get url(): string {
    const { port } = this.server.server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  /** All mails to an address, in the order in which they came. */
  to(address: string): KeptMail[] {
    return this.kept.filter((kept) => kept.recipients.includes(address.toLowerCase()));
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async keep(recipients: string[], stream: SMTPServerDataStream): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const mail = await simpleParser(raw);
    this.kept.push({ recipients, raw: raw.toString('utf8'), mail });
  }
}
