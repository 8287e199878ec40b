package io.temperline.streams;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One call on the floor, told as it happens. Its clock moves as somebody speaks. */
final class PhoneCall {

  static final Duration FRAME = Duration.ofMillis(20);

  private final Floor floor;
  private final String callId;
  private final Map<Channel, Long> nextSequence = new EnumMap<>(Channel.class);
  private Instant now;
  private Codec codec = Codec.PCMU;
  private int sampleRate = 8000;
  private UnaryOperator<List<AudioFrame>> network = frames -> frames;

  PhoneCall(Floor floor, String callId, Instant start) {
    this.floor = floor;
    this.callId = callId;
    now = start;
  }

  PhoneCall speaking(Codec codec, int sampleRate) {
    this.codec = codec;
    this.sampleRate = sampleRate;
    return this;
  }

  /** From now on frames reach the floor as this network delivers them. */
  PhoneCall over(UnaryOperator<List<AudioFrame>> network) {
    this.network = network;
    return this;
  }

  PhoneCall starts() {
    return tell(CallEventType.STARTED, CallerInformed.UNKNOWN);
  }

  PhoneCall starts(CallerInformed informed) {
    return tell(CallEventType.STARTED, informed);
  }

  PhoneCall isHeld() {
    return tell(CallEventType.HELD, CallerInformed.UNKNOWN);
  }

  PhoneCall isResumed() {
    return tell(CallEventType.RESUMED, CallerInformed.UNKNOWN);
  }

  PhoneCall ends() {
    return tell(CallEventType.ENDED, CallerInformed.UNKNOWN);
  }

  /** It ends, and its gateway does not say which frames were the last. */
  PhoneCall hangsUp() {
    floor.receive(event(CallEventType.ENDED, CallerInformed.UNKNOWN).build());
    return this;
  }

  /** From here on its gateway counts the frames anew. */
  PhoneCall countsAnew() {
    nextSequence.clear();
    return this;
  }

  /** Wall-clock time passes in which nothing is heard of it. */
  PhoneCall passes(Duration time) {
    floor.waits(time);
    return this;
  }

  /** Time passes in which no frame is sent. */
  PhoneCall pauses(Duration time) {
    now = now.plus(time);
    return this;
  }

  PhoneCall callerSpeaks(Voice voice, Duration time) {
    return speaks(Channel.CALLER, voice, time);
  }

  PhoneCall agentSpeaks(Voice voice, Duration time) {
    return speaks(Channel.AGENT, voice, time);
  }

  private PhoneCall speaks(Channel channel, Voice voice, Duration time) {
    network.apply(frames(channel, voice, time)).forEach(floor::receive);
    floor.waits(Duration.ofMillis(250));
    return this;
  }

  private List<AudioFrame> frames(Channel channel, Voice voice, Duration time) {
    List<AudioFrame> frames = new ArrayList<>();
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(FRAME)) {
      frames.add(frame(channel, voice));
    }
    return frames;
  }

  /** The next frame of a channel; the call's clock stands still. */
  AudioFrame frame(Channel channel, Voice voice) {
    long sequence = nextSequence.merge(channel, 1L, Long::sum) - 1;
    return AudioFrame.newBuilder()
        .setCallId(callId)
        .setChannel(channel)
        .setSequence(sequence)
        .setCapturedAt(now)
        .setCodec(codec)
        .setSampleRate(sampleRate)
        .setPayload(ByteBuffer.wrap(voice.frame(now, codec, sampleRate)))
        .build();
  }

  private PhoneCall tell(CallEventType type, CallerInformed informed) {
    Map<String, Long> last = new HashMap<>();
    nextSequence.forEach((channel, next) -> last.put(channel.name(), next - 1));
    floor.receive(
        event(type, informed)
            .setLastSequences(type == CallEventType.ENDED ? last : Map.of())
            .build());
    floor.waits(Duration.ofMillis(250));
    return this;
  }

  private CallEvent.Builder event(CallEventType type, CallerInformed informed) {
    return CallEvent.newBuilder()
        .setCallId(callId)
        .setType(type)
        .setEffectiveAt(now)
        .setCallerInformed(informed)
        .setCustomerId(type == CallEventType.STARTED ? "customer-of-" + callId : null)
        .setQueue(type == CallEventType.STARTED ? "billing" : null);
  }
}
