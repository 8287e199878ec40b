package io.temperline.speech.features.pitch;

import io.temperline.speech.features.FrameFunction;
import java.util.Arrays;

/**
 * The first half of pYIN (Mauch and Dixon 2014): how probable each pitch of the grid is, given a
 * frame. Instead of one threshold for YIN's dips there are a hundred, weighted by a beta
 * distribution of shape (2, 18); at each the dips below share its weight, shorter periods getting
 * more (a Boltzmann distribution of parameter 2); where none is below, the deepest dip gets a
 * hundredth of it. All constants are those of librosa's {@code pyin}. Not thread-safe.
 */
final class PitchCandidates implements FrameFunction {

  private static final int THRESHOLDS = 100;
  private static final double BOLTZMANN = 2;
  private static final double NO_DIP = 0.01;

  /** What is left of a probability of one by rounding is less. */
  private static final double ROUNDING = 1e-12;

  private final int sampleRate;
  private final PitchGrid grid;
  private final PeriodDips dips;
  private final double[] weights = betaWeights();
  private final int[] troughs;
  private final double[] probabilities;
  private final double[] placed;

  PitchCandidates(PitchRange range) {
    sampleRate = range.sampleRate();
    grid = PitchGrid.over(range);
    dips = new PeriodDips(range);
    troughs = new int[dips.size()];
    probabilities = new double[dips.size()];
    placed = new double[grid.size()];
  }

  /**
   * @param probable a value per pitch of the grid and a last one, the probability that the frame is
   *     not voiced
   */
  @Override
  public void apply(float[] frame, float[] probable) {
    dips.compute(frame);
    int count = findTroughs();
    Arrays.fill(probabilities, 0, count, 0);
    for (int i = 1; i <= THRESHOLDS; i++) {
      share(weights[i - 1], (double) i / THRESHOLDS, count);
    }
    place(count, probable);
  }

  private int findTroughs() {
    int count = 0;
    for (int i = 0; i < dips.size(); i++) {
      if (dips.isDip(i)) {
        troughs[count++] = i;
      }
    }
    return count;
  }

  private void share(double weight, double threshold, int count) {
    int below = 0;
    int deepest = 0;
    for (int i = 0; i < count; i++) {
      below += dips.depth(troughs[i]) < threshold ? 1 : 0;
      deepest = dips.depth(troughs[i]) < dips.depth(troughs[deepest]) ? i : deepest;
    }
    if (below == 0 && count > 0) {
      probabilities[deepest] += NO_DIP * weight;
    }
    double part =
        (1 - StrictMath.exp(-BOLTZMANN)) / (1 - StrictMath.exp(-BOLTZMANN * below)) * weight;
    for (int i = 0; i < count; i++) {
      if (dips.depth(troughs[i]) < threshold) {
        probabilities[i] += part;
        part *= StrictMath.exp(-BOLTZMANN);
      }
    }
  }

  /** Of two periods at one place of the grid the longer stays, as in librosa. */
  private void place(int count, float[] probable) {
    Arrays.fill(placed, 0);
    for (int i = 0; i < count; i++) {
      int index = grid.indexOf(sampleRate / dips.period(troughs[i]));
      if (probabilities[i] > 0 && index < grid.size()) {
        placed[index] = probabilities[i];
      }
    }
    for (int i = 0; i < placed.length; i++) {
      probable[i] = (float) placed[i];
    }
    double unvoiced = 1;
    for (double probability : placed) {
      unvoiced -= probability;
    }
    probable[grid.size()] = unvoiced < ROUNDING ? 0 : (float) unvoiced;
  }

  /** The beta distribution of shape (2, 18) between thresholds: 1 - (1-x)^19 - 19 x (1-x)^18. */
  private static double[] betaWeights() {
    double[] weights = new double[THRESHOLDS];
    double before = 0;
    for (int i = 1; i <= THRESHOLDS; i++) {
      double x = (double) i / THRESHOLDS;
      double upTo = 1 - StrictMath.pow(1 - x, 19) - 19 * x * StrictMath.pow(1 - x, 18);
      weights[i - 1] = upTo - before;
      before = upTo;
    }
    return weights;
  }
}
