package io.temperline.dashboard.source;

import io.temperline.schemas.EmotionEvent;
import java.time.Instant;

/** Is told of every window that is read, before the floor is. */
public interface EmotionWatch {

  /**
   * @param asOf when this was news, by the dashboard's clock
   */
  void heard(EmotionEvent event, Instant asOf);
}
