package io.temperline.streams.emotion;

import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.conversation.Side;
import io.temperline.speech.window.BlockListener;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;

/**
 * Keeps blocks of both sides of a call, so that what came from one side after the other can be
 * heard side by side.
 */
final class BlockShelf {

  private record Block(long frame, float[] samples, double energy, int lostSamples) {}

  private final Map<Side, Queue<Block>> blocks = new EnumMap<>(Side.class);

  BlockShelf() {
    for (Side side : Side.values()) {
      blocks.put(side, new ArrayDeque<>());
    }
  }

  /**
   * @param frame where the block lies on the call's grid; for the rest see {@link BlockListener}
   */
  void put(Side side, long frame, float[] samples, int offset, double energy, int lostSamples) {
    float[] own = Arrays.copyOfRange(samples, offset, offset + Conversation.FRAME_SAMPLES);
    blocks.get(side).add(new Block(frame, own, energy, lostSamples));
  }

  /**
   * Lets the blocks be heard in the order of their frames, and drops them.
   *
   * @param listeners who takes the blocks of a side, by frame
   */
  void playTo(Function<Side, BlockListener> listeners) {
    Queue<Block> caller = blocks.get(Side.CALLER);
    Queue<Block> agent = blocks.get(Side.AGENT);
    while (!caller.isEmpty() || !agent.isEmpty()) {
      boolean agentIsNext =
          caller.isEmpty() || (!agent.isEmpty() && agent.peek().frame() <= caller.peek().frame());
      Block block = agentIsNext ? agent.remove() : caller.remove();
      listeners
          .apply(agentIsNext ? Side.AGENT : Side.CALLER)
          .block(block.frame(), block.samples(), 0, block.energy(), block.lostSamples());
    }
  }
}
