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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Where a model lies: {@code model.json} and {@code weights.bin}, DJL's own parameter format. */
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
  static ModelFiles shipped() {
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
        "the model in " + folder, name -> Files.newInputStream(folder.resolve(name)));
  }

  /**
   * @throws UnusableModelException where the manifest is missing or says something impossible
   */
  ModelManifest manifest() {
    try {
      return new ManifestJson().read(bytes(MANIFEST));
    } catch (JsonProcessingException e) {
      throw unusable(MANIFEST + " is no valid manifest: " + firstLine(e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw unusable(MANIFEST + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Fills an initialised network with the weights.
   *
   * @throws UnusableModelException where they are missing, damaged, or of another architecture
   */
  public void load(EmotionNetwork network, NDManager manager) {
    load(network, manifest(), manager);
  }

  void load(EmotionNetwork network, ModelManifest manifest, NDManager manager) {
    try {
      byte[] weights = bytes(WEIGHTS);
      if (!sha256(weights).equals(manifest.weightsSha256())) {
        throw unusable(
            WEIGHTS + " does not have the checksum that " + MANIFEST + " gives: copy both again",
            null);
      }
      Map<String, Shape> expected = shapes(network);
      network.loadParameters(manager, new DataInputStream(new ByteArrayInputStream(weights)));
      // DJL takes over whatever shapes it reads.
      if (!shapes(network).equals(expected)) {
        throw new MalformedModelException("shapes differ");
      }
    } catch (IOException e) {
      throw unusable(WEIGHTS + " cannot be read: " + e.getMessage(), e);
    } catch (MalformedModelException | RuntimeException e) {
      if (e instanceof UnusableModelException unusable) {
        throw unusable;
      }
      throw unusable(WEIGHTS + " does not fit the network of " + MANIFEST, e);
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

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = opener.open(name)) {
      return in.readAllBytes();
    } catch (NoSuchFileException e) {
      throw unusable(
          name
              + " is missing; name a folder that training wrote, with "
              + MANIFEST
              + " and "
              + WEIGHTS,
          e);
    }
  }

  private UnusableModelException unusable(String problem, Exception cause) {
    return new UnusableModelException("cannot use " + place + ": " + problem, cause);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("unreadable");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
