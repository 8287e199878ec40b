package io.temperline.speech.features.pitch;

import io.temperline.speech.features.FrameSink;
import java.util.ArrayList;
import java.util.List;

/**
 * The second half of pYIN (Mauch and Dixon 2014): the likeliest path through the frames' candidates
 * by Viterbi's algorithm. A state is a pitch of the grid, voiced or unvoiced. From frame to frame
 * the pitch moves by a triangular distribution whose width is 35.92 octaves a second, and voicing
 * changes with probability 0.01; a signal begins anywhere. All constants are those of librosa's
 * {@code pyin}, and so is the smallest double that stands for a probability of zero.
 */
final class PitchPath implements FrameSink {

  private static final double OCTAVES_PER_SECOND = 35.92;
  private static final double LOG_STAY = StrictMath.log(0.99);
  private static final double LOG_SWITCH = StrictMath.log(0.01);
  private static final double LOG_ZERO = StrictMath.log(Double.MIN_NORMAL);

  private final PitchGrid grid;
  private final int pitches;
  private final int reach;
  private final FrameSink next;

  /** [pitch from][reach + pitch to - pitch from], the logarithm of the move's probability. */
  private final double[][] moves;

  private final List<short[]> cameFrom = new ArrayList<>();
  private double[] before;
  private double[] now;

  PitchPath(PitchGrid grid, int sampleRate, int hop, FrameSink next) {
    this.grid = grid;
    this.next = next;
    pitches = grid.size();
    int semitones = (int) Math.rint(OCTAVES_PER_SECOND * 12 * hop / sampleRate);
    reach = semitones * PitchGrid.PER_SEMITONE / 2;
    requireSmallEnough(semitones);
    moves = moves();
    before = new double[2 * pitches];
    now = new double[2 * pitches];
  }

  @Override
  public void accept(float[] probable) {
    short[] from = new short[2 * pitches];
    int best = argmax(before);
    for (int state = 0; state < now.length; state++) {
      double observed = observed(probable, state);
      if (cameFrom.isEmpty()) {
        now[state] = observed - StrictMath.log(2 * pitches);
      } else {
        from[state] = (short) comesFrom(state, best);
        now[state] = observed + before[from[state]] + move(from[state], state);
      }
    }
    cameFrom.add(from);
    double[] swap = before;
    before = now;
    now = swap;
  }

  @Override
  public void end() {
    int[] path = new int[cameFrom.size()];
    int state = argmax(before);
    for (int frame = path.length - 1; frame >= 0; frame--) {
      path[frame] = state;
      state = cameFrom.get(frame)[state];
    }
    float[] pitch = new float[2];
    for (int at : path) {
      pitch[0] = at < pitches ? (float) grid.hz(at) : 0;
      pitch[1] = at < pitches ? 1 : 0;
      next.accept(pitch);
    }
    next.end();
  }

  private double observed(float[] probable, int state) {
    double probability = state < pitches ? probable[state] : (double) probable[pitches] / pitches;
    return StrictMath.log(probability + Double.MIN_NORMAL);
  }

  /** The likeliest state before, the lowest of equals: one within reach, or the best of all. */
  private int comesFrom(int state, int best) {
    int chosen = best;
    double likeliest = before[best] + move(best, state);
    int pitch = state % pitches;
    for (int voicing = 0; voicing <= pitches; voicing += pitches) {
      int last = voicing + Math.min(pitches - 1, pitch + reach);
      for (int from = voicing + Math.max(0, pitch - reach); from <= last; from++) {
        double likelihood = before[from] + move(from, state);
        if (likelihood > likeliest || likelihood == likeliest && from < chosen) {
          likeliest = likelihood;
          chosen = from;
        }
      }
    }
    return chosen;
  }

  private double move(int from, int to) {
    int pitch = from % pitches;
    int by = to % pitches - pitch;
    if (Math.abs(by) > reach) {
      return LOG_ZERO;
    }
    boolean stays = from < pitches == to < pitches;
    return moves[pitch][reach + by] + (stays ? LOG_STAY : LOG_SWITCH);
  }

  /** Triangular, cut off at the ends of the grid, each row summing to one. */
  private double[][] moves() {
    double[][] logs = new double[pitches][2 * reach + 1];
    for (int pitch = 0; pitch < pitches; pitch++) {
      double sum = 0;
      for (int by = -reach; by <= reach; by++) {
        boolean inside = pitch + by >= 0 && pitch + by < pitches;
        sum += inside ? reach + 1 - Math.abs(by) : 0;
      }
      for (int by = -reach; by <= reach; by++) {
        logs[pitch][reach + by] = StrictMath.log((reach + 1 - Math.abs(by)) / sum);
      }
    }
    return logs;
  }

  private void requireSmallEnough(int semitones) {
    if (semitones * PitchGrid.PER_SEMITONE + 1 > pitches || 2 * pitches > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the pitch moves over up to "
              + semitones
              + " semitones in a hop, more than it may: shorten the hop or widen the range");
    }
  }

  private static int argmax(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
