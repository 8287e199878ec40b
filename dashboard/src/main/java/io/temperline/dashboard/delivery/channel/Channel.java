package io.temperline.dashboard.delivery.channel;

/** A way to tell somebody. */
public interface Channel {

  /**
   * Tries once, and gives up in bounded time; all that goes wrong on the way is an answer.
   *
   * @throws InterruptedException where this thread is to end; the notice may have arrived
   */
  Answer deliver(Notice notice) throws InterruptedException;

  /** Where it goes, for people; holds no secret. */
  String address();
}
