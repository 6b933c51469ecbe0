package org.evergreen.webhook;

/** How far an event has come. */
public enum WebhookState {
  /** Kept; a job works it off, or tries it again, when its time has come. */
  WAITING,
  /** The shop knows what the gateway knows. */
  DONE,
  /**
   * Nothing that the shop acts on: a type that it does not use, or an object that is not its own.
   */
  IGNORED,
  /** Tried as often as is allowed; a person looks at it and has it tried again. */
  FAILED
}
