package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.speech.conversation.Conversation;
import io.temperline.speech.window.BlockCutter;
import io.temperline.streams.state.AudioChunk;
import io.temperline.streams.state.ChannelState;
import java.util.List;

/**
 * A channel that takes part in the call's conversation and of which nothing else is of interest.
 */
final class HeardChannel implements KeptChannel {

  private final Channel channel;
  private final ChannelState state;
  private final LiveConversation conversation;
  private final ChannelAudio audio;

  /** A channel as the stores remember it; for a new one they remember nothing. */
  HeardChannel(
      String callId,
      Channel channel,
      ChannelState state,
      EmotionConfig config,
      LiveConversation conversation,
      CallStores stores) {
    this.channel = channel;
    this.state = state;
    this.conversation = conversation;
    ChunkLog chunks = new ChunkLog(callId, channel, stores);
    List<AudioChunk> left = chunks.restore();
    // What the conversation has heard of it before, it passes over.
    long firstBlock = firstBlock(left);
    audio =
        new ChannelAudio(
            callId,
            channel,
            state,
            config.reorderingBound(),
            conversation,
            stores,
            chunks,
            new BlockCutter(firstBlock, conversation.listenTo(channel, state)));
    audio.restore(left, firstBlock * Conversation.FRAME_SAMPLES);
    release();
  }

  private static long firstBlock(List<AudioChunk> left) {
    return left.isEmpty()
        ? 0
        : Math.floorDiv(
            left.get(0).getStartSample() + Conversation.FRAME_SAMPLES - 1,
            Conversation.FRAME_SAMPLES);
  }

  @Override
  public ChannelAudio audio() {
    return audio;
  }

  @Override
  public JitterBuffer.Fate hear(AudioFrame frame) {
    JitterBuffer.Fate fate = audio.hear(frame);
    release();
    return fate;
  }

  private void release() {
    audio.releaseBefore(conversation.neededFrom(channel, state));
  }
}
