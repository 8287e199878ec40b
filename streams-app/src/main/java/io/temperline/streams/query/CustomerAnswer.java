package io.temperline.streams.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.temperline.schemas.RecordJson;
import io.temperline.streams.state.CustomerCall;
import io.temperline.streams.state.CustomerState;
import java.util.List;
import java.util.OptionalDouble;

/** What is known of a customer, as JSON. */
final class CustomerAnswer {

  private CustomerAnswer() {}

  static Answer of(String customerId, CustomerState customer) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("customerId", customerId);
    OptionalDouble trend = angerTrend(customer.getCalls());
    if (trend.isPresent()) {
      json.put("angerTrend", (float) trend.getAsDouble());
    } else {
      json.putNull("angerTrend");
    }
    json.set("calls", RecordJson.of(customer.getCalls()));
    return Answer.of(json);
  }

  /**
   * The mean anger of the later half of the completed calls, less that of the earlier half; the one
   * in the middle belongs to neither.
   */
  static OptionalDouble angerTrend(List<CustomerCall> calls) {
    double[] anger =
        calls.stream()
            .filter(call -> call.getComplete() && call.getWindowsScored() > 0)
            .mapToDouble(CustomerCall::getMeanAnger)
            .toArray();
    int half = anger.length / 2;
    if (half == 0) {
      return OptionalDouble.empty();
    }
    double rise = 0;
    for (int i = 0; i < half; i++) {
      rise += anger[anger.length - 1 - i] - anger[i];
    }
    return OptionalDouble.of(rise / half);
  }
}
