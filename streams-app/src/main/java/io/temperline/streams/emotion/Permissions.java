package io.temperline.streams.emotion;

import io.temperline.schemas.Analysis;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallerInformed;
import io.temperline.streams.state.Permission;

/** Whether an analysis is allowed, by what call events say. */
final class Permissions {

  private Permissions() {}

  /** An analysis that was once ruled out stays so; a caller may be told later than at the start. */
  static Permission after(CallEvent event, Analysis analysis, Permission before) {
    boolean isRuledOut = event.getAnalyses() != null && !event.getAnalyses().contains(analysis);
    if (isRuledOut || before == Permission.NOT_PERMITTED) {
      return Permission.NOT_PERMITTED;
    }
    if (event.getCallerInformed() == CallerInformed.NOT_INFORMED) {
      return Permission.CALLER_NOT_INFORMED;
    }
    return event.getCallerInformed() == CallerInformed.INFORMED ? Permission.GRANTED : before;
  }
}
