package io.temperline.rules;

/** What a rule recommends to do. */
public enum Action {
  NOTIFY_SUPERVISOR("Listen in and offer the agent help, or take the call over."),
  TRANSFER_TO_AGENT("Put the caller through to a live agent."),
  RAISE_PRIORITY("Move the caller forward in the queue."),
  OFFER_CALL_BACK("Offer the caller a call-back."),
  ADVISE_ENDING("Tell the agent that the call may be ended.");

  private final String advice;

  Action(String advice) {
    this.advice = advice;
  }

  /** A sentence for who reads the alert. */
  public String advice() {
    return advice;
  }
}
