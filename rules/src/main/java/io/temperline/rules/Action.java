package io.temperline.rules;

/** What a rule recommends to do. */
public enum Action {
  NOTIFY_SUPERVISOR,
  TRANSFER_TO_AGENT,
  RAISE_PRIORITY,
  OFFER_CALL_BACK,
  ADVISE_ENDING
}
