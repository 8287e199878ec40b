package io.temperline.streams.emotion;

import io.temperline.schemas.TrustedClasses;
import java.io.File;
import java.util.Properties;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/** The listening stores without a topology around them. */
final class OpenStores {

  private OpenStores() {}

  static CallStores in(File stateDir) {
    return new CallStores(contextIn(stateDir));
  }

  /** A context that has them. */
  static MockProcessorContext<String, CallOutcome> contextIn(File stateDir) {
    TrustedClasses.trustOurs();
    var context =
        new MockProcessorContext<String, CallOutcome>(new Properties(), new TaskId(0, 0), stateDir);
    for (StoreBuilder<?> builder : CallStores.builders()) {
      var store = builder.withLoggingDisabled().withCachingDisabled().build();
      store.init(context.getStateStoreContext(), store);
    }
    return context;
  }
}
