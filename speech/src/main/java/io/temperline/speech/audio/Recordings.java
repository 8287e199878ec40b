package io.temperline.speech.audio;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads recordings from files: WAV (linear, floating point, mu-law, A-law) and FLAC. */
public final class Recordings {

  /** Samples per second that a recording has at least. */
  public static final int LOWEST_RATE = 8_000;

  /** Samples per second that a recording has at most. */
  public static final int HIGHEST_RATE = 48_000;

  private Recordings() {}

  /** Whether the file's name says that it is a recording that {@link #read} understands. */
  public static boolean isNamedAsOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".wav") || name.endsWith(".flac");
  }

  /**
   * Reads a whole file. What it is is told by its first bytes, not by its name.
   *
   * @throws UnreadableRecordingException if the file is missing, empty, cut off, damaged, no WAV or
   *     FLAC, without a sample, or of a rate outside 8,000 to 48,000 Hz
   */
  public static Recording read(Path file) {
    requireReadableFile(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Recording recording = read(file, in);
      requireUsableRate(file, recording.sampleRate());
      return recording;
    } catch (EOFException e) {
      throw new UnreadableRecordingException(file, "cut off in its header; copy it again", e);
    } catch (IOException e) {
      throw new UnreadableRecordingException(
          file, "cannot be read (" + e.getMessage() + "); copy it again", e);
    }
  }

  private static Recording read(Path file, InputStream in) throws IOException {
    return switch (magic(in)) {
      case "" ->
          throw new UnreadableRecordingException(
              file, "the file is empty; record or copy it again");
      case "RIFF" -> WavFile.read(file, in);
      case "fLaC" -> FlacFile.read(file, in);
      default ->
          throw new UnreadableRecordingException(
              file, "neither a WAV nor a FLAC file; convert it to one of them");
    };
  }

  private static String magic(InputStream in) throws IOException {
    in.mark(4);
    String magic = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
    in.reset();
    return magic;
  }

  private static void requireReadableFile(Path file) {
    if (!Files.exists(file)) {
      throw new UnreadableRecordingException(file, "no such file; check the path");
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableRecordingException(file, "a folder; name a WAV or FLAC file in it");
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableRecordingException(file, "no permission to read it; change its mode");
    }
  }

  private static void requireUsableRate(Path file, int rate) {
    if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
      throw new UnreadableRecordingException(
          file,
          String.format(
              Locale.ROOT,
              "%,d Hz is outside %,d to %,d Hz; resample it",
              rate,
              LOWEST_RATE,
              HIGHEST_RATE));
    }
  }
}
