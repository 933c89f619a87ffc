import { useEffect, useRef, useState } from "react";

/** How long a person may pause before what was typed is saved. */
const PAUSE = 700;

interface KeptDraftOptions<Content, Body> {
  /** Where the browser keeps what is not saved yet. */
  storageKey: string;
  /** As the service has it. */
  server: Body;
  toBody: (content: Content) => Body;
  fromBody: (body: Body) => Content;
  /** False: something is missing that the service would refuse. */
  isReady: (content: Content) => boolean;
  /** Resolves with what the service made of it. */
  save: (body: Body) => Promise<Body>;
  /** Nothing can be saved at the moment. */
  locked: boolean;
}

export type SaveState = "saved" | "waiting" | "saving" | "held" | "locked" | "failed" | "conflict";

export interface KeptDraft<Content> {
  content: Content;
  change: (next: (content: Content) => Content) => void;
  state: SaveState;
  error: unknown;
  /** Saves at once; false when it could not be saved. */
  flush: () => Promise<boolean>;
  takeTheirs: () => void;
  keepMine: () => void;
}

interface Stored {
  base: string;
  body: unknown;
}

/**
 * What a person edits, saved by itself after a pause. Until it is saved it is kept in the browser, so neither a
 * failed save nor a reload loses it; a change that came from elsewhere meanwhile is not overwritten unasked.
 */
export function useKeptDraft<Content, Body>(options: KeptDraftOptions<Content, Body>): KeptDraft<Content> {
  const { storageKey, server, toBody, fromBody, isReady, save, locked } = options;
  const serverText = JSON.stringify(server);
  const [start] = useState(() => read(storageKey));
  const [content, setContent] = useState(() => fromBody(start === null ? server : (start.body as Body)));
  /** The service's state that the draft stands on. */
  const [base, setBase] = useState(start?.base ?? serverText);
  /** What of ours the service has. */
  const [saved, setSaved] = useState(start?.base ?? JSON.stringify(toBody(fromBody(server))));
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<{ text: string; error: unknown } | null>(null);

  const body = toBody(content);
  const text = JSON.stringify(body);
  const dirty = text !== saved;
  const adopt = () => {
    const theirs = fromBody(server);
    setBase(serverText);
    setSaved(JSON.stringify(toBody(theirs)));
    setContent(theirs);
  };
  if (!dirty && !sending && serverText !== base) adopt();
  const conflict = dirty && !sending && serverText !== base && serverText !== text;
  const ready = isReady(content);

  const underWay = useRef<{ text: string; done: Promise<boolean> } | null>(null);
  const send = (): Promise<boolean> => {
    const done = sendNow();
    underWay.current = { text, done };
    return done;
  };
  const sendNow = async (): Promise<boolean> => {
    setSending(true);
    try {
      const made = await save(body);
      setBase(JSON.stringify(made));
      setSaved(text);
      setFailure(null);
      return true;
    } catch (error) {
      setFailure({ text, error });
      return false;
    } finally {
      setSending(false);
      underWay.current = null;
    }
  };
  const able = ready && !locked && !conflict;
  const open = dirty && able && !sending;
  const flush = async (): Promise<boolean> => {
    const before = underWay.current;
    if (before === null) return dirty ? open && (await send()) : true;
    const made = await before.done;
    if (!made || before.text === text) return made;
    return able && (await send());
  };
  const due = open && failure?.text !== text;
  const latest = useRef({ send, open });
  useEffect(() => {
    latest.current = { send, open };
  });

  useEffect(() => {
    if (dirty) write(storageKey, { base, body: JSON.parse(text) as unknown });
    else forget(storageKey);
  }, [storageKey, dirty, base, text]);

  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => void latest.current.send(), PAUSE);
    return () => clearTimeout(timer);
  }, [due, text]);

  // Whoever goes to another place has said all there was to say.
  useEffect(
    () => () => {
      if (latest.current.open) void latest.current.send();
    },
    [],
  );

  return {
    content,
    change: (next) => setContent((before) => next(before)),
    state: stateOf(),
    error: failure?.error,
    flush,
    takeTheirs: adopt,
    keepMine: () => setBase(serverText),
  };

  function stateOf(): SaveState {
    if (sending) return "saving";
    if (!dirty) return "saved";
    if (conflict) return "conflict";
    if (locked) return "locked";
    if (!ready) return "held";
    return failure?.text === text ? "failed" : "waiting";
  }
}

function read(key: string): Stored | null {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
    return isStored(found) ? found : null;
  } catch {
    return null;
  }
}

function isStored(value: unknown): value is Stored {
  return (
    typeof value === "object" &&
    value !== null &&
    "base" in value &&
    typeof value.base === "string" &&
    "body" in value
  );
}

function write(key: string, stored: Stored): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(stored));
  } catch {
    // A browser that stores nothing still saves to the service.
  }
}

function forget(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Nothing was stored.
  }
}
