package io.temperline.speech.audio;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.jflac.metadata.StreamInfo;

/** Reads FLAC (RFC 9639) of any bit depth. */
final class FlacFile {

  private static final int STREAM_INFO = 0;
  private static final int STREAM_INFO_BYTES = 34;
  private static final byte[] SOLE_STREAM_INFO = {
    'f', 'L', 'a', 'C', (byte) 0x80, 0, 0, STREAM_INFO_BYTES
  };

  private FlacFile() {}

  static Recording read(Path file, InputStream in) throws IOException {
    FLACDecoder decoder = new FLACDecoder(withStreamInfoAlone(file, in));
    Collecting collecting = new Collecting(file, decoder);
    decoder.addFrameListener(collecting);
    try {
      decoder.decode();
    } catch (UnreadableRecordingException e) {
      throw e;
    } catch (RuntimeException e) {
      // The decoder does not check what it reads: damage shows as indices out of bounds and such.
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

  /** Without other metadata: the decoder would believe whatever length is written in it. */
  private static InputStream withStreamInfoAlone(Path file, InputStream in) throws IOException {
    DataInputStream blocks = new DataInputStream(in);
    blocks.skipNBytes(4);
    byte[] info = null;
    boolean last = false;
    while (!last) {
      int header = blocks.readInt();
      int length = header & 0xFFFFFF;
      last = header < 0;
      if ((header >> 24 & 0x7F) == STREAM_INFO && length == STREAM_INFO_BYTES) {
        info = new byte[length];
        blocks.readFully(info);
      } else {
        blocks.skipNBytes(length);
      }
    }
    if (info == null) {
      throw damaged(file);
    }
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(SOLE_STREAM_INFO), new ByteArrayInputStream(info), in)));
  }

  private static UnreadableRecordingException damaged(Path file) {
    return new UnreadableRecordingException(file, "the FLAC stream is damaged; copy it again");
  }

  private static final class Collecting implements FrameListener {

    /** Bytes between frames, or tags after the last one, which the decoder skips. */
    private static final String LOST_SYNC = "FindSync LOST_SYNC";

    /** The file is cut off; how much is there is told in the end. */
    private static final String END_OF_FILE = "EOFException";

    private final Path file;
    private final FLACDecoder decoder;
    private SampleCollector samples;
    private float fullScale;

    Collecting(Path file, FLACDecoder decoder) {
      this.file = file;
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
      // Nobody needs the rest, and the decoder can stumble over one bad frame for ever.
      if (!message.startsWith(LOST_SYNC) && !message.contains(END_OF_FILE)) {
        throw damaged(file);
      }
    }
  }
}
