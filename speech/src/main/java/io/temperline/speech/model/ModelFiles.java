package io.temperline.speech.model;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where a model lies: {@code model.json}, and {@code weights.bin} in DJL's own parameter format or
 * the TorchScript file that the manifest names.
 */
public final class ModelFiles {

  /** The manifest's file. */
  public static final String MANIFEST = "model.json";

  /** The weights' file. */
  public static final String WEIGHTS = "weights.bin";

  private static final String SHIPPED = "shipped";

  private final String place;
  private final Opener opener;

  @FunctionalInterface
  private interface Opener {
    InputStream open(String name) throws IOException;
  }

  private ModelFiles(String place, Opener opener) {
    this.place = place;
    this.opener = opener;
  }

  /** The model that comes with the program. */
  public static ModelFiles shipped() {
    return new ModelFiles(
        "the shipped model",
        name -> {
          InputStream in = ModelFiles.class.getResourceAsStream(SHIPPED + "/" + name);
          if (in == null) {
            throw new NoSuchFileException(name);
          }
          return in;
        });
  }

  /** The model in a folder. */
  public static ModelFiles in(Path folder) {
    return new ModelFiles(
        "the model in " + folder,
        name -> {
          if (Files.isRegularFile(folder)) {
            throw new NotDirectoryException(folder.toString());
          }
          return Files.newInputStream(folder.resolve(name));
        });
  }

  /**
   * What the model says of itself; the weights are not read.
   *
   * @throws UnusableModelException where the manifest is missing or says something impossible
   */
  public ModelManifest manifest() {
    byte[] json = bytes(MANIFEST);
    try {
      return new ManifestJson().read(json);
    } catch (JsonProcessingException e) {
      throw unusable(MANIFEST + " is no valid manifest: " + ManifestProblem.of(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Fills an initialised network with the weights.
   *
   * @throws UnusableModelException where they are missing, damaged, or of another architecture
   */
  public void load(EmotionNetwork network, NDManager manager) {
    byte[] weights = bytes(WEIGHTS);
    requireChecksum(WEIGHTS, weights, manifest().weightsSha256());
    Map<String, Shape> expected = shapes(network);
    try {
      network.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(weights)));
    } catch (IOException | MalformedModelException | RuntimeException e) {
      throw misfit(e);
    }
    // DJL takes over whatever shapes it reads.
    if (!shapes(network).equals(expected)) {
      throw misfit(null);
    }
  }

  /**
   * Writes a model to a folder, which is made where it is missing.
   *
   * @return the manifest as written, with the checksum of the weights
   */
  public static ModelManifest write(Path folder, ModelManifest manifest, EmotionNetwork network)
      throws IOException {
    ByteArrayOutputStream weights = new ByteArrayOutputStream();
    network.saveParameters(new DataOutputStream(weights));
    ModelManifest written = manifest.withWeights(sha256(weights.toByteArray()));
    Files.createDirectories(folder);
    Files.write(folder.resolve(WEIGHTS), weights.toByteArray());
    Files.write(folder.resolve(MANIFEST), new ManifestJson().write(written));
    return written;
  }

  private static Map<String, Shape> shapes(EmotionNetwork network) {
    Map<String, Shape> shapes = new HashMap<>();
    for (Pair<String, Parameter> parameter : network.getParameters()) {
      shapes.put(parameter.getKey(), parameter.getValue().getArray().getShape());
    }
    return shapes;
  }

  /**
   * The network's file as it is, for its checksum where the manifest gives one.
   *
   * @throws UnusableModelException where it is missing, or damaged
   */
  byte[] network(ModelManifest manifest) {
    byte[] network = bytes(manifest.network().file());
    if (!manifest.weightsSha256().isEmpty()) {
      requireChecksum(manifest.network().file(), network, manifest.weightsSha256());
    }
    return network;
  }

  private void requireChecksum(String name, byte[] bytes, String expected) {
    if (!sha256(bytes).equals(expected)) {
      throw unusable(
          name + " does not have the checksum that " + MANIFEST + " gives: copy both again", null);
    }
  }

  private byte[] bytes(String name) {
    try (InputStream in = opener.open(name)) {
      return in.readAllBytes();
    } catch (NoSuchFileException e) {
      throw unusable(
          "%s is missing; name a folder with %s and the network's file, which is %s where training"
                  .formatted(name, MANIFEST, WEIGHTS)
              + " wrote it",
          e);
    } catch (NotDirectoryException e) {
      throw unusable("that is a file; name the folder that holds " + MANIFEST, e);
    } catch (IOException | InvalidPathException e) {
      throw unusable(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private UnusableModelException misfit(Exception cause) {
    return unusable(WEIGHTS + " does not fit the network of " + MANIFEST, cause);
  }

  /** An exception whose message says which model this is about. */
  UnusableModelException unusable(String problem, Exception cause) {
    return new UnusableModelException("cannot use " + place + ": " + problem, cause);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
