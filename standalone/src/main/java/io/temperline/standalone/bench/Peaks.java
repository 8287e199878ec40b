package io.temperline.standalone.bench;

import io.temperline.standalone.process.ChildJvm;
import java.io.IOException;

/** The most memory that a process was seen to use. */
final class Peaks {

  private final ChildJvm process;
  private long heapBytes;
  private long residentBytes;

  Peaks(ChildJvm process) {
    this.process = process;
  }

  void look() throws IOException {
    heapBytes = Math.max(heapBytes, process.jmx().heapUsed());
    residentBytes = Math.max(residentBytes, process.residentBytes());
  }

  double heapBytes() {
    return heapBytes;
  }

  double residentBytes() {
    return residentBytes;
  }
}
