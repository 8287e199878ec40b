package io.temperline.streams.query;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.RecordJson;
import io.temperline.streams.customer.CustomerStage;
import io.temperline.streams.history.HistoryStage;
import io.temperline.streams.state.CustomerState;
import io.temperline.streams.state.HistoryState;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Finds answers in the state stores of this instance, or says which instance has them. */
final class Questions {

  private static final String MOVING =
      "calls are being moved between instances: ask again in a few seconds";

  private final KafkaStreams streams;
  private final HostInfo self;

  Questions(KafkaStreams streams, HostInfo self) {
    this.streams = streams;
    this.self = self;
  }

  /** Either an answer, or the instance that has it. */
  record Found(Answer answer, HostInfo elsewhere) {}

  Found callsOf(String customerId) {
    return look(
        CustomerStage.STORE,
        customerId,
        partition ->
            this.<CustomerState>get(CustomerStage.STORE, partition, customerId)
                .map(customer -> CustomerAnswer.of(customerId, customer))
                .orElseGet(() -> Answer.unknown("no calls of a customer '" + customerId + "'")));
  }

  Found call(String callId) {
    return look(
        HistoryStage.LIVE,
        callId,
        partition ->
            history(HistoryStage.LIVE, partition, callId)
                .or(() -> history(HistoryStage.COMPLETED, partition, callId))
                .map(history -> Answer.of(RecordJson.of(history)))
                .orElseGet(
                    () ->
                        Answer.unknown(
                            "no call '%s' that lives, or is over and has alerts to be judged"
                                .formatted(callId))));
  }

  private Optional<CallHistory> history(String store, int partition, String callId) {
    return this.<HistoryState>get(store, partition, callId).flatMap(HistoryStage::told);
  }

  private Found look(String store, String key, IntFunction<Answer> here) {
    try {
      KeyQueryMetadata place =
          streams.queryMetadataForKey(store, key, Serdes.String().serializer());
      if (place == null || place.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return new Found(Answer.notNow(MOVING), null);
      }
      return place.activeHost().equals(self)
          ? new Found(here.apply(place.partition()), null)
          : new Found(null, place.activeHost());
    } catch (InvalidStateStoreException | IllegalStateException e) {
      return new Found(Answer.notNow(MOVING), null);
    }
  }

  private <V> Optional<V> get(String store, int partition, String key) {
    return Optional.ofNullable(
        streams
            .store(
                StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, V>keyValueStore())
                    .withPartition(partition))
            .get(key));
  }
}
