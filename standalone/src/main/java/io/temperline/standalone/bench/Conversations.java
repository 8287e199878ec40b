package io.temperline.standalone.bench;

import io.temperline.gateway.replay.CallDetails;
import io.temperline.gateway.replay.RecordedCall;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Direction;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.window.WindowConfig;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls of any length, made of recorded conversations one after the other, with their pauses. Calls
 * share the audio of a few, so that a thousand of them take little memory.
 */
public final class Conversations {

  /** As many different calls as there are beginnings in the recordings. */
  private static final int DIFFERENT = 16;

  /** Calls begin within this time, so that their windows do not all end at once. */
  private static final int BEGIN_WITHIN_MS = 1000;

  private static final byte SILENCE = (byte) 0xFF;

  private final byte[] caller;
  private final byte[] agent;

  public Conversations(List<RecordedCall> recordings) {
    ByteArrayOutputStream callers = new ByteArrayOutputStream();
    ByteArrayOutputStream agents = new ByteArrayOutputStream();
    for (RecordedCall recording : recordings) {
      int samples = Math.toIntExact(recording.durationMs() * TelephoneLine.SAMPLE_RATE / 1000);
      callers.writeBytes(padded(recording.caller(), samples));
      agents.writeBytes(padded(recording.agent().orElse(new byte[0]), samples));
    }
    caller = callers.toByteArray();
    agent = agents.toByteArray();
  }

  private static byte[] padded(byte[] side, int samples) {
    byte[] padded = Arrays.copyOf(side, samples);
    if (side.length < samples) {
      Arrays.fill(padded, side.length, samples, SILENCE);
    }
    return padded;
  }

  /** Two-channel calls as planned, whose callers were told of the analysis. */
  public List<RecordedCall> calls(LoadPlan plan) {
    return calls(plan, CallerInformed.INFORMED);
  }

  List<RecordedCall> calls(LoadPlan plan, CallerInformed informed) {
    List<RecordedCall> different = new ArrayList<>();
    for (int i = 0; i < Math.min(DIFFERENT, plan.calls()); i++) {
      int from = Math.toIntExact((long) caller.length * i / DIFFERENT);
      int samples = plan.seconds() * TelephoneLine.SAMPLE_RATE;
      different.add(
          new RecordedCall(
              "",
              around(caller, from, samples),
              Optional.of(around(agent, from, samples)),
              CallDetails.UNKNOWN));
    }
    List<RecordedCall> calls = new ArrayList<>();
    for (int i = 0; i < plan.calls(); i++) {
      RecordedCall audio = different.get(i % different.size());
      calls.add(
          new RecordedCall(
              "%s-%05d".formatted(plan.name(), i),
              audio.caller(),
              audio.agent(),
              details(i, (long) BEGIN_WITHIN_MS * i / plan.calls(), informed)));
    }
    return calls;
  }

  private static CallDetails details(int call, long startsAfterMs, CallerInformed informed) {
    return new CallDetails(
        "customer-" + call,
        "agent-" + call,
        "load",
        "en-GB",
        Direction.INBOUND,
        informed,
        startsAfterMs,
        List.of(),
        Map.of());
  }

  private static byte[] around(byte[] loop, int from, int samples) {
    byte[] cut = new byte[samples];
    for (int done = 0; done < samples; ) {
      int at = (from + done) % loop.length;
      int count = Math.min(samples - done, loop.length - at);
      System.arraycopy(loop, at, cut, done, count);
      done += count;
    }
    return cut;
  }

  /** How many windows the callers' sides of calls have. */
  public static long windows(List<RecordedCall> calls, WindowConfig grid) {
    return windowsByCall(calls, grid).values().stream().mapToLong(n -> n).sum();
  }

  /** The same by the call's id. */
  public static Map<String, Long> windowsByCall(List<RecordedCall> calls, WindowConfig grid) {
    return calls.stream()
        .collect(Collectors.toMap(RecordedCall::callId, call -> windows(call, grid)));
  }

  private static long windows(RecordedCall call, WindowConfig grid) {
    long ms = call.caller().length * 1000L / TelephoneLine.SAMPLE_RATE;
    long beyondFirst = ms - grid.length().toMillis();
    return beyondFirst < 0 ? 0 : beyondFirst / grid.hop().toMillis() + 1;
  }
}
