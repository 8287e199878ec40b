package io.temperline.streams.emotion;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells how far the partitions of the audio topic have been heard. */
@FunctionalInterface
public interface AudioProgress {

  /** Where whatever is written is heard before anybody asks. */
  AudioProgress IMMEDIATE = partition -> CompletableFuture.completedFuture(new Progress(0, 0));

  /**
   * @return what holds at some moment after the question; fails where nobody answers
   */
  CompletionStage<Progress> of(int partition);

  /**
   * How far a partition has been heard.
   *
   * @param heardTo the offset behind what was heard for good
   * @param endsAt the offset behind what was written
   */
  record Progress(long heardTo, long endsAt) {}
}
