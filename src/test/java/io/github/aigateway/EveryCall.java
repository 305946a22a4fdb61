package io.github.aigateway;

import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.UpdateGatewayRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each call that can be made: the {@link Calls}, and those that are made of them. */
enum EveryCall {
  CREATE(Calls.CREATE),
  LIST(Calls.LIST),
  GET(Calls.GET),
  FIND(null),
  URL(Calls.URL),
  UPDATE(Calls.UPDATE),
  EDIT(null),
  ENSURE(null),
  DELETE(Calls.DELETE);

  /** A gateway with all that an edit needs. */
  static final String GATEWAY = CreateGatewayRequest.withDefaults().id(Calls.ID).build().toJson();

  private final @Nullable Calls operation;

  EveryCall(@Nullable Calls operation) {
    this.operation = operation;
  }

  /** Those that make a single request if nothing goes wrong. */
  static List<EveryCall> ofOneRequest() {
    return Arrays.stream(values()).filter(call -> call.requests() == 1).toList();
  }

  /** Those that are sent again if a request or its response is lost: all but a create. */
  static List<EveryCall> repeatable() {
    return Arrays.stream(values()).filter(call -> call != CREATE).toList();
  }

  boolean changes() {
    return operation == null ? this != FIND : operation.changes();
  }

  /** How many requests there are if nothing goes wrong. */
  int requests() {
    return this == EDIT || this == ENSURE ? 2 : 1;
  }

  /** Returns the value or throws the failure, whatever the style. */
  Object call(Style style, Gateways gateways) {
    if (operation != null) {
      return style.call(operation, gateways);
    }
    return switch (this) {
      case FIND ->
          style.call(
              () -> gateways.find(Calls.ID),
              () -> gateways.tryFind(Calls.ID),
              () -> gateways.async().find(Calls.ID));
      case ENSURE -> EnsureTest.ensure(style, gateways, EnsureStep.WANTED);
      default ->
          style.call(
              () -> gateways.edit(Calls.ID, this::edit),
              () -> gateways.tryEdit(Calls.ID, this::edit),
              () -> gateways.async().edit(Calls.ID, this::edit));
    };
  }

  private void edit(UpdateGatewayRequest.Builder update) {
    update.cacheTtl(1_000);
  }

  /** What the API sends for a request of this method and path. */
  static String success(String method, String path) {
    String result = GATEWAY;
    if (path.contains("/url/")) {
      result = "\"https://gateway.example/existing/openai\"";
    } else if (method.equals("GET") && path.endsWith("/gateways")) {
      result = "[" + GATEWAY + "]";
    }
    return "{\"success\":true,\"result\":" + result + "}";
  }
}
