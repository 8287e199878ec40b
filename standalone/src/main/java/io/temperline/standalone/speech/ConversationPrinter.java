package io.temperline.standalone.speech;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.temperline.speech.conversation.ConversationFigures;
import io.temperline.speech.conversation.HoldFigures;
import io.temperline.speech.conversation.OverlapFigures;
import io.temperline.speech.conversation.ResponseFigures;
import io.temperline.speech.conversation.SideFigures;
import io.temperline.speech.conversation.SilenceFigures;
import io.temperline.speech.conversation.VoiceFigures;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Prints a call's conversation: a block for people, or one JSON object a call. */
final class ConversationPrinter {

  private static final String UNKNOWN = "-";
  private static final String AGAINST_THE_BEGINNING = "at the end against the beginning ";

  private final ObjectMapper mapper = new ObjectMapper().registerModule(nullsForTheUnknown());
  private final PrintWriter out;
  private final boolean json;

  ConversationPrinter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(String call, ConversationFigures figures) throws IOException {
    out.println(json ? mapper.writeValueAsString(new Named(call, figures)) : block(call, figures));
    out.flush();
  }

  private static String block(String call, ConversationFigures figures) {
    SideFigures caller = figures.caller();
    SideFigures agent = figures.agent();
    return String.join(
        System.lineSeparator(),
        call
            + ": "
            + seconds(figures.untilMs() - figures.fromMs())
            + ", "
            + seconds(figures.knownMs())
            + " of it of both sides",
        line("", "caller", "agent"),
        line("speech", seconds(caller.speechMs()), seconds(agent.speechMs())),
        line("talk share", share(caller.talkShare()), share(agent.talkShare())),
        line("turns", caller.turns(), agent.turns()),
        line("interruptions begun", caller.interruptions(), agent.interruptions()),
        line(
            "longest monologue",
            seconds(caller.longestMonologueMs()),
            seconds(agent.longestMonologueMs())),
        line("response, mean", mean(caller.responses()), mean(agent.responses())),
        line("response, median", median(caller.responses()), median(agent.responses())),
        line("response, 90 % within", p90(caller.responses()), p90(agent.responses())),
        line("response, longest", longest(caller.responses()), longest(agent.responses())),
        line("syllables a second", rate(caller), rate(agent)),
        line("loudness", level(caller), level(agent)),
        one("caller's pitch", pitch(figures.callerVoice())),
        one(
            "caller's loudness",
            AGAINST_THE_BEGINNING + number("%+.1f dB", figures.callerVoice().levelRiseDb())),
        one("silence", silence(figures.silence())),
        one("overlap", overlap(figures.overlap())),
        one("turns a minute", number("%.1f", figures.turnsPerMinute())),
        one("on hold", hold(figures.hold())));
  }

  private static String line(String what, Object caller, Object agent) {
    return String.format(Locale.ROOT, "  %-22s%12s%12s", what, caller, agent).stripTrailing();
  }

  private static String one(String what, String figure) {
    return String.format(Locale.ROOT, "  %-22s  %s", what, figure);
  }

  private static String mean(ResponseFigures responses) {
    return seconds(responses.meanMs());
  }

  private static String median(ResponseFigures responses) {
    return seconds(responses.medianMs());
  }

  private static String p90(ResponseFigures responses) {
    return seconds(responses.p90Ms());
  }

  private static String longest(ResponseFigures responses) {
    return seconds(responses.longestMs());
  }

  private static String rate(SideFigures side) {
    return number("%.1f", side.syllablesPerSecond());
  }

  private static String level(SideFigures side) {
    return number("%.1f dBFS", side.levelDbfs());
  }

  private static String pitch(VoiceFigures voice) {
    return number("%.0f Hz", voice.pitchHz())
        + ", "
        + AGAINST_THE_BEGINNING
        + number("%+.2f semitones", voice.pitchRiseSemitones());
  }

  private static String silence(SilenceFigures silence) {
    return share(silence.share())
        + ", longest "
        + seconds(silence.longestMs())
        + ", at the end "
        + seconds(silence.currentMs());
  }

  private static String overlap(OverlapFigures overlap) {
    return share(overlap.share()) + ", of the last 10 s " + share(overlap.recentShare());
  }

  private static String hold(HoldFigures hold) {
    return hold.count() + " times, " + seconds(hold.totalMs());
  }

  private static String share(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble())
        : UNKNOWN;
  }

  private static String number(String format, OptionalDouble number) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : UNKNOWN;
  }

  private static String seconds(OptionalLong ms) {
    return ms.isPresent() ? seconds(ms.getAsLong()) : UNKNOWN;
  }

  private static String seconds(long ms) {
    return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }

  private static SimpleModule nullsForTheUnknown() {
    return new SimpleModule()
        .addSerializer(
            OptionalDouble.class, orNull(value -> value.isPresent() ? value.getAsDouble() : null))
        .addSerializer(
            OptionalLong.class, orNull(value -> value.isPresent() ? value.getAsLong() : null));
  }

  private static <T> JsonSerializer<T> orNull(Function<T, Number> known) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator generator, SerializerProvider provider)
          throws IOException {
        generator.writePOJO(known.apply(value));
      }
    };
  }

  private record Named(String call, ConversationFigures conversation) {}
}
