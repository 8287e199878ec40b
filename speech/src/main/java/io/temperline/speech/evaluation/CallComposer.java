package io.temperline.speech.evaluation;

import io.temperline.speech.augmentation.SpeechActivity;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.ComposedCall.Stretch;
import io.temperline.speech.model.CallerBaseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts calls together from the clips of each speaker: calm for 20 to 40 s, angry for at least
 * {@value #ANGRY_SECONDS} s, calm again; and as many calls that stay calm throughout. The silence
 * at a clip's ends is cut away, between clips there are pauses of 0.3 to 1.5 s, and a speaker with
 * few clips says them again. Calm is what is labelled neutral or calm. The same clips give the same
 * calls, speaker by speaker, whoever else is there.
 */
public final class CallComposer {

  /** Calls with anger per speaker, and as many without. */
  static final int CALLS = 3;

  static final int ANGRY_SECONDS = 12;

  private static final double SHORTEST_CALM_SECONDS = 20;
  private static final double LONGEST_CALM_SECONDS = 40;
  private static final double SHORTEST_PAUSE_SECONDS = 0.3;
  private static final double LONGEST_PAUSE_SECONDS = 1.5;

  private final long seed;

  /**
   * @param seed of all that is drawn
   */
  public CallComposer(long seed) {
    this.seed = seed;
  }

  /**
   * Speaker by speaker, first the calls with anger; a speaker without angry clips has none of
   * these, one without calm clips no call at all.
   */
  public List<ComposedCall> compose(List<HeardClip> clips) {
    Map<String, List<HeardClip>> speakers =
        clips.stream()
            .collect(
                Collectors.groupingBy(
                    clip -> clip.clip().corpus() + '/' + clip.clip().speaker(),
                    TreeMap::new,
                    Collectors.toList()));
    List<ComposedCall> calls = new ArrayList<>();
    speakers.forEach((speaker, own) -> calls.addAll(callsOf(speaker, own)));
    return calls;
  }

  private List<ComposedCall> callsOf(String speaker, List<HeardClip> clips) {
    List<float[]> calm = spoken(clips, CallerBaseline.CALM);
    List<float[]> angry = spoken(clips, Set.of(Evaluation.ANGER));
    Random random = new Random(seed ^ speaker.hashCode());
    List<ComposedCall> calls = new ArrayList<>();
    for (int i = 0; i < CALLS && !calm.isEmpty() && !angry.isEmpty(); i++) {
      calls.add(angryCall(speaker, calm, angry, random));
    }
    for (int i = 0; i < CALLS && !calm.isEmpty(); i++) {
      CallTrack track = new CallTrack();
      talk(track, calm, calmSeconds(random) + calmSeconds(random), random);
      calls.add(new ComposedCall(speaker, track.muLaw(), Optional.empty()));
    }
    return calls;
  }

  private static ComposedCall angryCall(
      String speaker, List<float[]> calm, List<float[]> angry, Random random) {
    CallTrack track = new CallTrack();
    talk(track, calm, calmSeconds(random), random);
    Stretch anger = talk(track, angry, ANGRY_SECONDS, random);
    talk(track, calm, calmSeconds(random), random);
    return new ComposedCall(speaker, track.muLaw(), Optional.of(anger));
  }

  /** Clips in random order, until they and the pauses between them are so long. */
  private static Stretch talk(CallTrack track, List<float[]> clips, double seconds, Random random) {
    track.pause(between(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, random));
    long fromMs = track.lengthMs();
    List<float[]> order = new ArrayList<>(clips);
    for (int i = 0; ; i++) {
      if (i % order.size() == 0) {
        Collections.shuffle(order, random);
      }
      track.speak(order.get(i % order.size()));
      if (track.lengthMs() - fromMs >= seconds * 1000) {
        return new Stretch(fromMs, track.lengthMs());
      }
      track.pause(between(SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, random));
    }
  }

  private static double calmSeconds(Random random) {
    return between(SHORTEST_CALM_SECONDS, LONGEST_CALM_SECONDS, random);
  }

  private static double between(double low, double high, Random random) {
    return low + random.nextDouble() * (high - low);
  }

  private static List<float[]> spoken(List<HeardClip> clips, Set<String> emotions) {
    return clips.stream()
        .filter(clip -> emotions.contains(clip.clip().emotion()))
        .map(HeardClip::samples)
        .filter(samples -> samples.length > 0)
        .map(CallComposer::withoutSilentEnds)
        .toList();
  }

  private static float[] withoutSilentEnds(float[] samples) {
    SpeechActivity activity = SpeechActivity.of(samples);
    return Arrays.copyOfRange(samples, activity.from(), activity.to());
  }
}
