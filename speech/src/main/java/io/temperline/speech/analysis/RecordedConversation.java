package io.temperline.speech.analysis;

import static io.temperline.speech.audio.TelephoneLine.SAMPLE_RATE;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.Side;
import io.temperline.speech.window.BlockCutter;
import java.util.Arrays;
import java.util.Optional;

/** Lets a conversation hear a recorded call as it hears a live one: both sides side by side. */
public final class RecordedConversation {

  private RecordedConversation() {}

  /**
   * Plays a whole call, which begins at 0 ms.
   *
   * @param conversation has heard nothing yet, but may know of holds
   * @param caller the caller's side as {@link TelephoneLine#carry} delivers it
   * @param agent the agent's side, aligned with the caller's
   */
  public static void play(Conversation conversation, byte[] caller, Optional<byte[]> agent) {
    BlockCutter ofCaller = new BlockCutter(0, conversation.listenTo(Side.CALLER, 0));
    BlockCutter ofAgent = new BlockCutter(0, conversation.listenTo(Side.AGENT, 0));
    int samples = Math.max(caller.length, agent.map(side -> side.length).orElse(0));
    for (int at = 0; at < samples; at += SAMPLE_RATE) {
      appendSecond(ofCaller, caller, at);
      if (agent.isPresent()) {
        appendSecond(ofAgent, agent.get(), at);
      }
    }
    conversation.end();
  }

  private static void appendSecond(BlockCutter cutter, byte[] muLaw, int at) {
    if (at < muLaw.length) {
      int until = Math.min(at + SAMPLE_RATE, muLaw.length);
      cutter.append(TelephoneLine.heard(Arrays.copyOfRange(muLaw, at, until)), 0, until - at);
    }
  }
}
