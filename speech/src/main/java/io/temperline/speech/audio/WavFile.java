package io.temperline.speech.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/**
 * Reads WAV. The JDK finds the format and the bytes; samples are decoded here, since the JDK
 * divides 16-bit samples by 32767 and has no float for companded ones.
 */
final class WavFile {

  /** Programs that write into a pipe announce about this many bytes or more, not knowing better. */
  private static final long UNKNOWN_LENGTH = 0x7FFF_0000L;

  private static final int FRAMES_AT_ONCE = 8192;

  private static final int MOST_CHANNELS = 32;

  private WavFile() {}

  static Recording read(Path file, InputStream in) throws IOException {
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(in)) {
      return read(file, audio);
    } catch (UnsupportedAudioFileException e) {
      throw new UnreadableRecordingException(
          file,
          "its WAV header is cut off or of an unknown kind; copy it again or convert it to 16-bit"
              + " linear WAV",
          e);
    }
  }

  private static Recording read(Path file, AudioInputStream audio) throws IOException {
    AudioFormat format = audio.getFormat();
    requireUsableFrames(file, format);
    SampleReader reader = readerOf(file, format);
    SampleCollector samples = new SampleCollector(format.getChannels());
    int frameSize = format.getFrameSize();
    int sampleSize = frameSize / format.getChannels();
    byte[] bytes = new byte[FRAMES_AT_ONCE * frameSize];
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes)
            .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (int read; (read = audio.readNBytes(bytes, 0, bytes.length)) >= frameSize; ) {
      int frames = read / frameSize;
      samples.ensureRoomFor(frames);
      for (int i = 0; i < frames; i++) {
        for (int c = 0; c < samples.channels(); c++) {
          samples.put(c, i, reader.sample(buffer, i * frameSize + c * sampleSize));
        }
      }
      samples.advance(frames);
    }
    int rate = Math.round(format.getSampleRate());
    long announced = audio.getFrameLength();
    boolean known = announced >= 0 && announced * frameSize < UNKNOWN_LENGTH;
    return known ? samples.finish(file, rate, announced) : samples.finish(file, rate);
  }

  private static void requireUsableFrames(Path file, AudioFormat format) {
    int channels = format.getChannels();
    int bytes = format.getFrameSize();
    if (channels < 1
        || channels > MOST_CHANNELS
        || bytes % channels != 0
        || bytes < channels
        || bytes > 8 * channels) {
      throw new UnreadableRecordingException(
          file,
          "WAV with %d channels in %d bytes, where 1 to %d are read; convert it to stereo"
              .formatted(channels, bytes, MOST_CHANNELS));
    }
  }

  private interface SampleReader {
    float sample(ByteBuffer buffer, int at);
  }

  private static SampleReader readerOf(Path file, AudioFormat format) {
    Encoding encoding = format.getEncoding();
    int bytes = format.getFrameSize() / format.getChannels();
    if (encoding.equals(Encoding.ULAW)) {
      return (buffer, at) -> AudioCodec.PCMU.decodeAt(buffer.array(), at);
    }
    if (encoding.equals(Encoding.ALAW)) {
      return (buffer, at) -> AudioCodec.PCMA.decodeAt(buffer.array(), at);
    }
    if (encoding.equals(Encoding.PCM_FLOAT) && bytes == 4) {
      return ByteBuffer::getFloat;
    }
    if (encoding.equals(Encoding.PCM_FLOAT) && bytes == 8) {
      return (buffer, at) -> (float) buffer.getDouble(at);
    }
    if (encoding.equals(Encoding.PCM_UNSIGNED) && bytes == 1) {
      return (buffer, at) -> ((buffer.get(at) & 0xFF) - 128) / 128f;
    }
    if (encoding.equals(Encoding.PCM_SIGNED) && bytes == 2) {
      return (buffer, at) -> buffer.getShort(at) / 32768f;
    }
    if (encoding.equals(Encoding.PCM_SIGNED) && bytes == 3) {
      return (buffer, at) -> littleEndian24(buffer, at) / 8388608f;
    }
    if (encoding.equals(Encoding.PCM_SIGNED) && bytes == 4) {
      return (buffer, at) -> buffer.getInt(at) / 2147483648f;
    }
    throw new UnreadableRecordingException(
        file, "WAV with samples of type " + format + "; convert it to 16-bit linear WAV");
  }

  private static int littleEndian24(ByteBuffer buffer, int at) {
    return buffer.get(at + 2) << 16 | (buffer.getShort(at) & 0xFFFF);
  }
}
