package io.temperline.rules;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The vocabulary of the rules: what an expression can ask about a call at a window. Emotions,
 * valence and arousal are the caller's smoothed state; on a window that was not scored they are as
 * the last scored one left them.
 */
public enum Figure {
  ANGER("anger", FigureType.NUMBER, Range.SHARE, "How likely the caller is angry."),
  EMOTIONS(
      "emotions",
      FigureType.NUMBERS,
      Range.SHARE,
      "The same for every emotion of the model by its label, as in `emotions[\"sad\"]`."),
  VALENCE("valence", FigureType.NUMBER, Range.within(1), "How pleasant the caller sounds."),
  AROUSAL("arousal", FigureType.NUMBER, Range.within(1), "How stirred the caller sounds."),
  ANGER_TREND_10S("anger_trend_10s", FigureType.NUMBER, Range.within(1), Trend.of("anger", 10)),
  ANGER_TREND_30S("anger_trend_30s", FigureType.NUMBER, Range.within(1), Trend.of("anger", 30)),
  ANGER_TREND_60S("anger_trend_60s", FigureType.NUMBER, Range.within(1), Trend.of("anger", 60)),
  VALENCE_TREND_10S(
      "valence_trend_10s", FigureType.NUMBER, Range.within(2), Trend.of("valence", 10)),
  VALENCE_TREND_30S(
      "valence_trend_30s", FigureType.NUMBER, Range.within(2), Trend.of("valence", 30)),
  VALENCE_TREND_60S(
      "valence_trend_60s", FigureType.NUMBER, Range.within(2), Trend.of("valence", 60)),
  AROUSAL_TREND_10S(
      "arousal_trend_10s", FigureType.NUMBER, Range.within(2), Trend.of("arousal", 10)),
  AROUSAL_TREND_30S(
      "arousal_trend_30s", FigureType.NUMBER, Range.within(2), Trend.of("arousal", 30)),
  AROUSAL_TREND_60S(
      "arousal_trend_60s", FigureType.NUMBER, Range.within(2), Trend.of("arousal", 60)),
  CALLER_LOUDNESS(
      "caller_loudness", FigureType.NUMBER, "dBFS", "Level of the caller's speech in the window."),
  AGENT_LOUDNESS(
      "agent_loudness", FigureType.NUMBER, "dBFS", "Level of the agent's last 10 s of speech."),
  CALLER_PITCH_RISE(
      "caller_pitch_rise",
      FigureType.NUMBER,
      "semitones",
      "Pitch of the caller above that of the caller's own beginning."),
  SPEAKING_RATE(
      "speaking_rate",
      FigureType.NUMBER,
      "syllables/s",
      "How fast the caller spoke in the last 10 s of speech."),
  SILENCE("silence", FigureType.SPAN, "duration", "Time since anybody spoke."),
  OVERLAP("overlap", FigureType.NUMBER, Range.SHARE, "Share of the last 10 s in which both speak."),
  AGENT_INTERRUPTS(
      "agent_interrupts",
      FigureType.COUNT,
      "count",
      "How often the agent has cut in on the caller so far."),
  CALLER_INTERRUPTS(
      "caller_interrupts",
      FigureType.COUNT,
      "count",
      "How often the caller has cut in on the agent so far."),
  TALK_SHARE(
      "talk_share", FigureType.NUMBER, Range.SHARE, "The caller's share of all speech so far."),
  ON_HOLD("on_hold", FigureType.FLAG, "true or false", "Whether the call is on hold."),
  HOLD("hold", FigureType.SPAN, "duration", "Length of the present hold, 0 s if there is none."),
  HOLD_TOTAL("hold_total", FigureType.SPAN, "duration", "Time on hold so far."),
  HOLDS("holds", FigureType.COUNT, "count", "How often the call was put on hold so far."),
  CALL_AGE("call_age", FigureType.SPAN, "duration", "Time since the call began."),
  QUEUE("queue", FigureType.TEXT, "name", "The queue that the call is in."),
  LANGUAGE("language", FigureType.TEXT, "BCP 47", "The call's language, for instance `de-AT`."),
  DIRECTION("direction", FigureType.TEXT, "name", "`inbound` or `outbound`."),
  ATTRIBUTES(
      "attributes",
      FigureType.TEXTS,
      "names",
      "What else is known of the call, as in `attributes[\"tier\"]`."),
  HOLDING(
      "holding", FigureType.SPAN, "duration", "How long the rule has held. In annotations only."),
  PEAK(
      "peak",
      FigureType.NUMBER,
      "as `updates.value`",
      "Highest `updates.value` since the rule began to hold. In annotations only.");

  private static final Map<String, Figure> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Figure::word, Function.identity()));

  private final String word;
  private final FigureType type;
  private final String unit;
  private final Optional<Range> range;
  private final String meaning;

  /** Of a number, its range is its unit. */
  Figure(String word, FigureType type, Range range, String meaning) {
    this(word, type, range.toString(), Optional.of(range), meaning);
  }

  Figure(String word, FigureType type, String unit, String meaning) {
    this(
        word,
        type,
        unit,
        Optional.of(Range.FROM_ZERO)
            .filter(zero -> type == FigureType.COUNT || type == FigureType.SPAN),
        meaning);
  }

  Figure(String word, FigureType type, String unit, Optional<Range> range, String meaning) {
    this.word = word;
    this.type = type;
    this.unit = unit;
    this.range = range;
    this.meaning = meaning;
  }

  /** The figure of that name, if there is one. */
  public static Optional<Figure> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** What expressions call it. */
  public String word() {
    return word;
  }

  /** What kind of value it has. */
  public FigureType type() {
    return type;
  }

  /** Unit or range. */
  public String unit() {
    return unit;
  }

  /** Where its values always are, if that is known. */
  Optional<Range> range() {
    return range;
  }

  /** One sentence. */
  public String meaning() {
    return meaning;
  }

  /** True of what tells of the alert rather than of the call: no moment carries it. */
  public boolean inAnnotationsOnly() {
    return this == HOLDING || this == PEAK;
  }

  private static final class Trend {

    private static String of(String figure, int seconds) {
      return "`%s` now minus its mean over the scored windows that ended in the %d s before; not known while the call's first scored window ended less than %d s ago, or where none ended in that time."
          .formatted(figure, seconds, seconds);
    }
  }
}
