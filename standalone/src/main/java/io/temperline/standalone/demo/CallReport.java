package io.temperline.standalone.demo;

import io.temperline.schemas.CallHistory;

/** Says how a call went, once it is over. */
interface CallReport {

  /** What stands above the calls, if anything. */
  default void begin() {}

  void tell(CallHistory history);
}
