package earshot.metadata;

import java.util.Locale;

/** What a source can say about a call. The names that recorders use for it are a resource. */
public enum Field {
  CALL_ID,
  RECORDING_FILE,
  START_TIME,
  DURATION_S,
  DIRECTION,
  AGENT_ID,
  AGENT_NAME,
  TEAM,
  QUEUE,
  COMPANY,
  CUSTOMER_NAME,
  /** Pseudonym of an id that the source gives the customer. */
  CUSTOMER_ID,
  /** Pseudonym of the customer's telephone number, whoever called. */
  CUSTOMER_NUMBER,
  /** Pseudonym of the telephone number that called. */
  CALLER_NUMBER,
  /** Pseudonym of the telephone number that was called. */
  CALLED_NUMBER,
  LANGUAGE,
  AGENT_CHANNEL,
  CHANNEL_ROLES,
  /** How many channels the recording has: one holds both parties. */
  CHANNELS;

  /** The name in the resource of recorders' names. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the source's value is personal and only its pseudonym is kept. */
  boolean pseudonymised() {
    return this == CUSTOMER_ID || telephoneNumber();
  }

  boolean telephoneNumber() {
    return this == CUSTOMER_NUMBER || this == CALLER_NUMBER || this == CALLED_NUMBER;
  }

  /** Whether the value is free text, into which some recorders write a number. */
  boolean text() {
    return this == AGENT_NAME
        || this == TEAM
        || this == QUEUE
        || this == COMPANY
        || this == CUSTOMER_NAME;
  }
}
