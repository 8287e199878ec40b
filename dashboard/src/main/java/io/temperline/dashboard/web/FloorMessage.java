package io.temperline.dashboard.web;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.source.SourceStatus;
import java.util.List;

/**
 * What the floor's page is sent.
 *
 * @param now the dashboard's clock, epoch ms
 */
@Serdeable
record FloorMessage(long now, SourceStatus source, News floor) {

  /**
   * The floor, or what is new of it.
   *
   * @param snapshot whether this is all there is; otherwise it adds to what was sent before
   * @param revision the state of the floor that this leads to
   * @param calls calls; where it is no snapshot those that changed, each with its id, what is
   *     different, and the new points of its sparkline
   * @param removed ids of calls that are no longer shown
   */
  @Serdeable
  record News(
      boolean snapshot,
      long revision,
      @ArraySchema(schema = @Schema(implementation = CallSummary.class)) List<JsonNode> calls,
      List<String> removed) {

    boolean tellsSomething() {
      return snapshot || !calls.isEmpty() || !removed.isEmpty();
    }
  }
}
