package io.temperline.speech.analysis;

import static io.temperline.speech.audio.TelephoneLine.SAMPLE_RATE;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.ConversationFigures;
import io.temperline.speech.conversation.Side;
import io.temperline.speech.window.BlockCutter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lets a conversation hear a recorded call as it hears a live one: both sides side by side. */
public final class RecordedConversation {

  /** As much as a packet of a telephone line mostly carries. */
  private static final int PACKET = SAMPLE_RATE / 50;

  private RecordedConversation() {}

  /**
   * What was known of a call at moments of it, as on a live line: the sides come packet by packet,
   * the caller's before the agent's. The call begins at 0 ms.
   *
   * @param momentsMs at which the figures are taken, as soon as so much of the caller was heard;
   *     ascending, none beyond the caller's end
   * @param conversation has heard nothing yet, but may know of holds
   * @param caller the caller's side as {@link TelephoneLine#carry} delivers it
   * @param agent the agent's side, aligned with the caller's
   */
  public static List<ConversationFigures> figuresAt(
      List<Long> momentsMs, Conversation conversation, byte[] caller, Optional<byte[]> agent) {
    BlockCutter ofCaller = new BlockCutter(0, conversation.listenTo(Side.CALLER, 0));
    BlockCutter ofAgent = new BlockCutter(0, conversation.listenTo(Side.AGENT, 0));
    List<ConversationFigures> figures = new ArrayList<>();
    for (int at = 0; figures.size() < momentsMs.size(); at += PACKET) {
      append(ofCaller, caller, at, PACKET);
      long heardMs = (at + PACKET) * 1000L / SAMPLE_RATE;
      while (figures.size() < momentsMs.size() && momentsMs.get(figures.size()) <= heardMs) {
        figures.add(conversation.figures());
      }
      if (agent.isPresent()) {
        append(ofAgent, agent.get(), at, PACKET);
      }
    }
    return figures;
  }

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
      append(ofCaller, caller, at, SAMPLE_RATE);
      if (agent.isPresent()) {
        append(ofAgent, agent.get(), at, SAMPLE_RATE);
      }
    }
    conversation.end();
  }

  private static void append(BlockCutter cutter, byte[] muLaw, int at, int most) {
    if (at < muLaw.length) {
      int until = Math.min(at + most, muLaw.length);
      cutter.append(TelephoneLine.heard(Arrays.copyOfRange(muLaw, at, until)), 0, until - at);
    }
  }
}
