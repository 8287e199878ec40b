package io.temperline.streams.emotion;

import io.temperline.schemas.Analysis;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallerInformed;
import io.temperline.streams.state.CallState;
import io.temperline.streams.state.Permission;

/** Which analyses a call allows, by what its events say. */
final class Permissions {

  private final CallState state;
  private final boolean followConversations;

  /**
   * @param state where they are kept
   */
  Permissions(CallState state, EmotionConfig config) {
    this.state = state;
    followConversations = config.followConversations();
  }

  /** What holds before any event has said something. */
  static Permission unasked(EmotionConfig config) {
    return config.callersAreInformed() ? Permission.GRANTED : Permission.UNDECIDED;
  }

  void learn(CallEvent event) {
    state.setPermission(after(event, Analysis.EMOTION, state.getPermission()));
    state.setConversationPermission(
        after(event, Analysis.CONVERSATION, state.getConversationPermission()));
  }

  /** An analysis that was once ruled out stays so; a caller may be told later than at the start. */
  private static Permission after(CallEvent event, Analysis analysis, Permission before) {
    boolean isRuledOut = event.getAnalyses() != null && !event.getAnalyses().contains(analysis);
    if (isRuledOut || before == Permission.NOT_PERMITTED) {
      return Permission.NOT_PERMITTED;
    }
    if (event.getCallerInformed() == CallerInformed.NOT_INFORMED) {
      return Permission.CALLER_NOT_INFORMED;
    }
    return event.getCallerInformed() == CallerInformed.INFORMED ? Permission.GRANTED : before;
  }

  /** Whether all that is analysed here is allowed or is not; before, it may still be either. */
  boolean areDecided() {
    return state.getPermission() != Permission.UNDECIDED
        && (state.getConversationPermission() != Permission.UNDECIDED || !followConversations);
  }

  boolean ruleOutConversation() {
    return state.getConversationPermission() == Permission.NOT_PERMITTED;
  }

  /** Whether the conversation's figures may be told. */
  boolean grantConversation() {
    return state.getConversationPermission() == Permission.GRANTED;
  }
}
