package io.temperline.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.jflac.metadata.StreamInfo;

/** Reads FLAC (RFC 9639) of any bit depth. */
final class FlacFile {

  private FlacFile() {}

  static Recording read(Path file, InputStream in) throws IOException {
    FLACDecoder decoder = new FLACDecoder(in);
    Collecting collecting = new Collecting(decoder);
    decoder.addFrameListener(collecting);
    try {
      decoder.decode();
    } catch (IndexOutOfBoundsException | NullPointerException e) {
      // The decoder does not check what it reads: damage shows as these.
      throw damaged(file);
    }
    if (decoder.getBadFrames() > 0) {
      throw damaged(file);
    }
    StreamInfo info = decoder.getStreamInfo();
    if (info == null || collecting.samples == null) {
      throw damaged(file);
    }
    // The decoder takes the end of the file for the end of the audio; only the count tells. It is 0
    // where the encoder did not know it.
    return collecting.samples.finish(file, info.getSampleRate(), info.getTotalSamples());
  }

  private static UnreadableRecordingException damaged(Path file) {
    return new UnreadableRecordingException(file, "the FLAC stream is damaged; copy it again");
  }

  private static final class Collecting implements FrameListener {

    private final FLACDecoder decoder;
    private SampleCollector samples;
    private float fullScale;

    Collecting(FLACDecoder decoder) {
      this.decoder = decoder;
    }

    @Override
    public void processMetadata(Metadata metadata) {
      if (metadata instanceof StreamInfo info) {
        samples = new SampleCollector(info.getChannels());
        fullScale = 1L << (info.getBitsPerSample() - 1);
      }
    }

    @Override
    public void processFrame(Frame frame) {
      int count = frame.header.blockSize;
      samples.ensureRoomFor(count);
      for (int c = 0; c < samples.channels(); c++) {
        int[] decoded = decoder.getChannelData()[c].getOutput();
        for (int i = 0; i < count; i++) {
          samples.put(c, i, decoded[i] / fullScale);
        }
      }
      samples.advance(count);
    }

    @Override
    public void processError(String message) {
      // Counted by the decoder as a bad frame.
    }
  }
}
