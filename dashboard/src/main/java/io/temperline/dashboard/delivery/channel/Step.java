package io.temperline.dashboard.delivery.channel;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.Turn;
import java.util.Locale;
import java.util.Optional;

/** What happened to an alert, as those who are told of it tell it apart. */
public enum Step {
  RAISED,
  WORSE,
  BETTER,
  /** Its snooze is over, or it turned in a way that is not known here: somebody should look. */
  GOES_ON,
  CLEARED,
  ACKNOWLEDGED,
  SNOOZED,
  JUDGED,
  NOTED;

  /** Empty where a later version wrote a step that is not known here. */
  public static Optional<Step> of(Escalation alert) {
    return switch (alert.getStatus()) {
      case RAISED -> Optional.of(RAISED);
      case UPDATED -> Optional.of(turned(alert.getTurn()));
      case CLEARED -> Optional.of(CLEARED);
      case ACKNOWLEDGED -> Optional.of(ACKNOWLEDGED);
      case SNOOZED -> Optional.of(SNOOZED);
      case JUDGED -> Optional.of(JUDGED);
      case NOTED -> Optional.of(NOTED);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Step turned(Turn turn) {
    if (turn == Turn.WORSE) {
      return WORSE;
    }
    return turn == Turn.BETTER ? BETTER : GOES_ON;
  }

  /** As in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
