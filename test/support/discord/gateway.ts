import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject, type JsonObject, numberOf, textOf } from './json.ts';
import type { News } from './news.ts';

/** An event for those sessions that asked for it. */
export interface Dispatch {
  readonly event: string;
  readonly guildId?: string | undefined;
  /** The intent without which the event is not sent; undefined for events everybody gets. */
  readonly intent?: number | undefined;
  /** The data; `withContent` tells whether the session may read what people write. */
  readonly data: (withContent: boolean) => unknown;
}

/** What a client told the gateway, in order. */
export interface GatewayWord {
  readonly op: number;
  readonly data: unknown;
}

/** A session: it outlives its connection so that a client can resume. */
export interface GatewaySession {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly isConnected: boolean;
  /** Sequence number of the last event. */
  readonly sequence: number;
}

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly log: { readonly sequence: number; readonly text: string }[];
  socket: WebSocket | undefined;
}

/** The gateway and the ways in which a test can make it misbehave. */
export interface Gateway {
  readonly sessions: readonly GatewaySession[];
  readonly words: readonly GatewayWord[];
  /** Close codes with which the gateway or the client ended connections, in order. */
  readonly closed: readonly number[];
  dispatch(event: Dispatch): void;
  /** Closes every connection with a code; the sessions stay and can be resumed. */
  close(code: number): void;
  /** Tears every connection down without a word, as a lost network does. */
  cut(): void;
  /** Asks every client to reconnect (op 7). */
  askToReconnect(): void;
  /** Says that the session is invalid (op 9); forgets the sessions unless they may be resumed. */
  invalidate(mayResume: boolean): void;
  /** Forgets the sessions, so that the next resume is refused. */
  forgetSessions(): void;
  /** Demands a heartbeat at once (op 1). */
  demandHeartbeat(): void;
  /** From now on heartbeats are acknowledged or not: a client must notice a dead connection. */
  acknowledge(isOn: boolean): void;
  stop(): void;
}

/** What the gateway needs to know. */
export interface GatewaySetting {
  readonly server: Server;
  readonly token: string;
  readonly heartbeatMs: number;
  readonly grantedIntents: number;
  readonly url: () => string;
  readonly newId: () => string;
  readonly ready: () => JsonObject;
  /** Guilds of a shard, as GUILD_CREATE data. */
  readonly guilds: () => readonly { readonly id: string; readonly data: unknown }[];
  readonly news: News;
}

const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const ALL_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit) => typeof bit === 'number')
  .reduce<number>((all, bit) => all | bit, 0);

const shardOf = (guildId: string | undefined, count: number): number =>
  guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));

/** Starts the gateway on a listening HTTP server. */
export function createGateway(setting: GatewaySetting): Gateway {
  const { news } = setting;
  const sockets = new WebSocketServer({ server: setting.server });
  const sessions = new Map<string, Session>();
  const words: GatewayWord[] = [];
  const closed: number[] = [];
  const greeted = new Map<WebSocket, Session>();
  let acknowledges = true;

  const send = (socket: WebSocket, op: number, data: unknown): void =>
    socket.send(JSON.stringify({ op, d: data, s: null, t: null }));

  const dispatchTo = (session: Session, event: string, data: unknown): void => {
    const sequence = session.log.length + 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: sequence, d: data });
    session.log.push({ sequence, text });
    session.socket?.send(text);
  };

  const identify = (socket: WebSocket, data: JsonObject): Session | undefined => {
    const intents = numberOf(data.intents);
    const asked = Array.isArray(data.shard) ? data.shard.map(Number) : [0, 1];
    const [index = 0, count = 1] = asked;
    if (data.token !== setting.token)
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    else if (intents === undefined || (intents & ~ALL_INTENTS) !== 0)
      socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    else if ((intents & PRIVILEGED & ~setting.grantedIntents) !== 0)
      socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    else if (!(index >= 0 && index < count)) socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    else if (data.compress === true)
      socket.close(GatewayCloseCodes.DecodeError, 'This local Discord does not compress.');
    else return open(socket, index, count, intents);
    return undefined;
  };

  const open = (socket: WebSocket, index: number, count: number, intents: number): Session => {
    const session: Session = { id: setting.newId(), shard: [index, count], intents, log: [], socket };
    sessions.set(session.id, session);
    const guilds = setting.guilds().filter(({ id }) => shardOf(id, count) === index);
    dispatchTo(session, 'READY', {
      ...setting.ready(),
      session_id: session.id,
      resume_gateway_url: setting.url(),
      shard: [index, count],
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    });
    if ((intents & GatewayIntentBits.Guilds) !== 0)
      for (const guild of guilds) dispatchTo(session, 'GUILD_CREATE', guild.data);
    return session;
  };

  const resume = (socket: WebSocket, data: JsonObject): Session | undefined => {
    const session = sessions.get(textOf(data.session_id) ?? '');
    const from = numberOf(data.seq) ?? -1;
    if (data.token !== setting.token)
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    else if (session === undefined) send(socket, GatewayOpcodes.InvalidSession, false);
    else if (from > session.log.length) socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    else {
      if (session.socket !== socket) session.socket?.terminate();
      session.socket = socket;
      for (const { sequence, text } of session.log) if (sequence > from) socket.send(text);
      dispatchTo(session, 'RESUMED', { _trace: [] });
      return session;
    }
    return undefined;
  };

  const listen = (socket: WebSocket): void => {
    const greet = (session: Session | undefined): void => {
      if (session !== undefined) greeted.set(socket, session);
    };
    send(socket, GatewayOpcodes.Hello, { heartbeat_interval: setting.heartbeatMs, _trace: [] });
    socket.on('message', (raw) => {
      const word = parsed(String(raw));
      if (word === undefined) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding.');
      words.push(word);
      const data = isObject(word.data) ? word.data : {};
      const session = greeted.get(socket);
      const isGreeting = word.op === GatewayOpcodes.Identify || word.op === GatewayOpcodes.Resume;
      if (isGreeting && session !== undefined)
        socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      else if (word.op === GatewayOpcodes.Heartbeat) {
        if (acknowledges) send(socket, GatewayOpcodes.HeartbeatAck, null);
      } else if (word.op === GatewayOpcodes.Identify) greet(identify(socket, data));
      else if (word.op === GatewayOpcodes.Resume) greet(resume(socket, data));
      else if (session === undefined) socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      news.tell();
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      const session = greeted.get(socket);
      greeted.delete(socket);
      closed.push(code);
      if (session?.socket === socket) session.socket = undefined;
      // A client that says good-bye with 1000 or 1001 gives its session up.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
      news.tell();
    });
  };

  sockets.on('connection', (socket, request) => {
    const query = new URL(request.url ?? '/', 'ws://localhost').searchParams;
    if (query.get('v') !== '10')
      socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Only version 10 is here.');
    else if (query.get('encoding') !== 'json' || query.has('compress'))
      socket.close(GatewayCloseCodes.DecodeError, 'Only plain JSON is spoken here.');
    else listen(socket);
  });

  const connected = (): readonly WebSocket[] => [...sockets.clients];
  return {
    words,
    closed,
    get sessions() {
      return [...sessions.values()].map(({ id, shard, intents, log, socket }) => {
        return { id, shard, intents, isConnected: socket !== undefined, sequence: log.length };
      });
    },
    dispatch({ event, guildId, intent, data }) {
      for (const session of sessions.values()) {
        if (shardOf(guildId, session.shard[1]) !== session.shard[0]) continue;
        if (intent !== undefined && (session.intents & intent) === 0) continue;
        dispatchTo(session, event, data((session.intents & GatewayIntentBits.MessageContent) !== 0));
      }
      news.tell();
    },
    close: (code) => {
      for (const socket of connected()) socket.close(code);
    },
    cut: () => {
      for (const socket of connected()) socket.terminate();
    },
    askToReconnect: () => {
      for (const socket of connected()) send(socket, GatewayOpcodes.Reconnect, null);
    },
    invalidate: (mayResume) => {
      if (!mayResume) sessions.clear();
      greeted.clear();
      for (const socket of connected()) send(socket, GatewayOpcodes.InvalidSession, mayResume);
    },
    forgetSessions: () => sessions.clear(),
    demandHeartbeat: () => {
      for (const socket of connected()) send(socket, GatewayOpcodes.Heartbeat, null);
    },
    acknowledge: (isOn) => {
      acknowledges = isOn;
    },
    stop: () => {
      for (const socket of connected()) socket.terminate();
      sockets.close();
    },
  };
}

function parsed(text: string): GatewayWord | undefined {
  try {
    const word: unknown = JSON.parse(text);
    if (!isObject(word) || typeof word.op !== 'number') return undefined;
    return { op: word.op, data: word.d };
  } catch {
    return undefined;
  }
}
