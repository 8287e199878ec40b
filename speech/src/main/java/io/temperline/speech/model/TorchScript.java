package io.temperline.speech.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A network of the user's own in a TorchScript file, as {@code torch.jit.script(network).save(…)}
 * writes it.
 *
 * @param file its name in the model's folder
 * @param input what it takes
 * @param output what it gives
 */
public record TorchScript(
    @JsonProperty("torchScript") String file, NetworkInput input, NetworkOutput output)
    implements ModelNetwork {

  public TorchScript {
    if (file.isBlank()) {
      throw new IllegalArgumentException("torchScript must name a file");
    }
  }
}
