/**
 * With what is kept of sessions for two seconds, a sign-out is felt within three. Source: RELIABILITY: 5 s. What is kept
 * answers every second look, so that the database is asked no more often.
 */
const EVERY_MS = 1_000;

/** A socket on which somebody is signed in. */
export interface Watched {
  stillHolds(): Promise<boolean>;
  end(): void;
}

/** Ends sockets whose session, key or account ended, all looked at together: one query for thousands. */
export class SignInWatch {
  private readonly watched = new Set<Watched>();
  private readonly timer = setInterval(() => void this.look(), EVERY_MS).unref();

  /** Watches a socket; what comes back stops that. */
  add(socket: Watched): () => void {
    this.watched.add(socket);
    return () => this.watched.delete(socket);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    await Promise.all(
      [...this.watched].map(async (socket) => {
        // A database that is away ends nobody's sign-in.
        if (!(await socket.stillHolds().catch(() => true))) socket.end();
      }),
    );
  }
}
