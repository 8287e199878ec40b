package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.streams.state.ChannelEnd;

/** A channel of which nothing is of interest but that somebody is still there. */
final class UnheardChannel implements CallChannel {

  private final String callId;
  private final Channel channel;
  private final CallStores stores;
  private final ChannelKey key;
  private ChannelEnd end;

  /** A channel as the stores remember it; for a new one they remember nothing. */
  UnheardChannel(String callId, Channel channel, CallStores stores) {
    this.callId = callId;
    this.channel = channel;
    this.stores = stores;
    key = ChannelKey.only(callId, channel);
    end = stores.end(callId, channel).orElse(new ChannelEnd(-1L, 0L));
  }

  @Override
  public JitterBuffer.Fate hear(AudioFrame frame) {
    long untilMs = Frames.endMs(frame);
    if (untilMs > end.getUntilMs()) {
      end = new ChannelEnd(frame.getSequence(), untilMs);
      stores.putEnd(key, end);
    }
    return JitterBuffer.Fate.TAKEN;
  }

  @Override
  public boolean hasBegun() {
    return end.getUntilMs() > 0;
  }

  @Override
  public boolean hasPlaced(long sequence) {
    return end.getSequence() >= sequence;
  }

  @Override
  public long lastSequence() {
    return end.getSequence();
  }

  @Override
  public long heardUntilMs() {
    return end.getUntilMs();
  }

  @Override
  public void drain() {
    // Its frames wait for nothing.
  }

  @Override
  public void delete() {
    stores.deleteEnd(callId, channel);
  }
}
