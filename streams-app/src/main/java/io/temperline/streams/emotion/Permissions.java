package io.temperline.streams.emotion;

import io.temperline.schemas.Analysis;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallerInformed;
import io.temperline.streams.state.Permission;

/** Whether a caller's emotion may be scored, by what call events say. */
final class Permissions {

  private Permissions() {}

  /** An analysis that was once ruled out stays so; a caller may be told later than at the start. */
  static Permission after(CallEvent event, Permission before) {
    boolean emotionIsRuledOut =
        event.getAnalyses() != null && !event.getAnalyses().contains(Analysis.EMOTION);
    if (emotionIsRuledOut || before == Permission.NOT_PERMITTED) {
      return Permission.NOT_PERMITTED;
    }
    if (event.getCallerInformed() == CallerInformed.NOT_INFORMED) {
      return Permission.CALLER_NOT_INFORMED;
    }
    return event.getCallerInformed() == CallerInformed.INFORMED ? Permission.GRANTED : before;
  }
}
