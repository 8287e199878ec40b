package io.temperline.dashboard.access;

/** What a person may do. */
public enum Permission {
  /** See the calls of one's queues, live and ended, with their alerts and figures. */
  SEE_CALLS,
  /** Acknowledge, snooze and judge alerts of one's queues, and note something about them. */
  ACT_ON_ALERTS,
  /** See the rules. */
  SEE_RULES,
  /** Check, publish and withdraw rules. */
  CHANGE_RULES,
  /** Have calls and customers erased. */
  ERASE,
  /** Read who did what. */
  READ_AUDIT
}
