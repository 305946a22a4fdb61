package io.github.aigateway.benchmark.stocknative;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/** In the place of what the stock output makes of a union: keeps the JSON, and refuses nothing. */
public final class AnyJson {

  private final JsonNode json;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AnyJson(JsonNode json) {
    this.json = json;
  }

  @JsonValue
  public JsonNode json() {
    return json;
  }

  /** As each generated model has it. */
  public String toUrlQueryString(String prefix) {
    throw new UnsupportedOperationException();
  }
}
