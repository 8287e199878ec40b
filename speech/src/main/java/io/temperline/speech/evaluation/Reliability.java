package io.temperline.speech.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: of the clips that the model is 70 % sure of, 70 %
 * should be right. A clip's confidence is the top probability of the closed set, the labels that
 * occur sharing all probability; it falls into bin m of {@value #BINS} of equal width where it lies
 * in ((m - 1) / {@value #BINS}, m / {@value #BINS}]. The expected calibration error is the mean
 * over the bins, weighted by their clips, of |share of right clips - mean confidence| (Naeini,
 * Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI
 * 2015; Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", ICML 2017).
 *
 * @param expectedCalibrationError [0, 1], 0 for perfect calibration
 * @param bins {@value #BINS}, from the lowest confidence to the highest
 */
public record Reliability(double expectedCalibrationError, List<Bin> bins) {

  /** As many as Guo et al. take. */
  public static final int BINS = 15;

  /**
   * The clips whose confidence lies in a range.
   *
   * @param from lowest confidence, exclusive
   * @param to highest confidence, inclusive
   * @param clips how many there are
   * @param confidence their mean confidence, 0 where there are none
   * @param accuracy share of them that is right, 0 where there are none
   */
  public record Bin(double from, double to, int clips, double confidence, double accuracy) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * @param judged at least one clip
   */
  static Reliability of(List<JudgedClip> judged) {
    ClosedSet set = ClosedSet.of(judged);
    int[] clips = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    for (JudgedClip clip : judged) {
      int recognised = set.recognised(clip);
      double sure = set.share(clip, set.labels().get(recognised));
      int bin = binOf(sure);
      clips[bin]++;
      confidence[bin] += sure;
      right[bin] += recognised == set.truth(clip) ? 1 : 0;
    }
    double error = 0;
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int count = Math.max(clips[i], 1);
      bins.add(
          new Bin(
              i / (double) BINS,
              (i + 1) / (double) BINS,
              clips[i],
              confidence[i] / count,
              right[i] / (double) count));
      error += Math.abs(right[i] - confidence[i]) / judged.size();
    }
    return new Reliability(error, bins);
  }

  private static int binOf(double confidence) {
    int bin = (int) Math.ceil(confidence * BINS) - 1;
    return Math.max(0, Math.min(BINS - 1, bin));
  }
}
