package io.temperline.dashboard.floor;

import io.temperline.dashboard.floor.CallDetail.Figures;
import io.temperline.dashboard.floor.CallDetail.Stretch;
import io.temperline.schemas.CallHistory;
import java.util.List;

/** What a call's page takes from its history. */
final class Histories {

  private Histories() {}

  /**
   * @param start when the call began, epoch ms
   */
  static List<Stretch> stretches(CallHistory history, long start) {
    return history.getTimeline().stream().map(stretch -> placed(stretch, start)).toList();
  }

  static Figures figures(CallHistory history) {
    return new Figures(
        history.getWindowsScored(),
        history.getWindowsNotScored(),
        history.getNotScoredReasons(),
        history.getSecondsByEmotion(),
        history.getPeakAnger(),
        history.getMeanAnger());
  }

  private static Stretch placed(io.temperline.schemas.Stretch stretch, long start) {
    return new Stretch(
        start + stretch.getStartMs(),
        start + stretch.getEndMs(),
        stretch.getEmotion(),
        stretch.getReason() == null ? null : stretch.getReason().name(),
        stretch.getPeakAnger());
  }
}
