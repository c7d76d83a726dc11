package io.handrail.chatbot.model.stub;

/** How the stub treats the requests that come. */
public enum Mode {
  /** A good answer, computed from the request or given by the test. */
  NORMAL,
  /** A good answer in a code fence, after a word of preamble. */
  FENCED,
  /** Nobody listens on the port. */
  REFUSE,
  /** The connection closes before a byte of an answer. */
  DROP,
  TOO_MANY_REQUESTS,
  SERVER_ERROR,
  /** The key is not accepted. */
  UNAUTHORISED,
  /** Takes the request and says nothing. */
  HANG,
  /** Sends the head of an answer, then nothing. */
  HANG_AFTER_HEAD,
  /** Sends half of the answer, then nothing. */
  HANG_HALFWAY,
  /** Sends the whole answer and keeps the connection open. */
  HANG_AT_END,
  /** A byte a second. */
  DRIP,
  /** Comments that keep a connection alive, and no token. */
  KEEP_ALIVE_ONLY,
  /** The connection breaks within a word of the reply. */
  CUT_MID_WORD,
  /** The answer stops within a word, and the stream ends in good order. */
  STOP_MID_WORD,
  /** Ten megabytes in tokens. */
  FLOOD,
  /** Ten megabytes without a line end. */
  FLOOD_ONE_LINE,
  /** Prose where an answer should be. */
  NONSENSE,
  /** A web page with status 200. */
  WEB_PAGE,
  /** Events that are not JSON. */
  MALFORMED_SSE,
  /** An object that breaks off in a wrong way. */
  BAD_JSON,
  /** An error in the middle of the stream. */
  ERROR_EVENT,
  /** No token at all. */
  EMPTY,
  /** A step that does not exist. */
  WRONG_NEXT,
  /** A reply that a guard must refuse. */
  UNSAFE,
  TWO_QUESTIONS,
  WRONG_LANGUAGE,
  /** Every event twice. */
  DUPLICATE_CHUNKS
}
