package io.github.aigateway.benchmark.stockokhttp;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.internal.Streams;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** In the place of what the stock output makes of a union: keeps the JSON, and refuses nothing. */
@JsonAdapter(AnyJson.Adapter.class)
public final class AnyJson {

  private final JsonElement json;

  private AnyJson(JsonElement json) {
    this.json = json;
  }

  /** As each generated model has it. */
  public static void validateJsonElement(JsonElement json) {}

  /** Reads and writes the JSON as it is. */
  public static final class Adapter extends TypeAdapter<AnyJson> {

    @Override
    public AnyJson read(JsonReader in) {
      return new AnyJson(JsonParser.parseReader(in));
    }

    @Override
    public void write(JsonWriter out, AnyJson value) throws IOException {
      Streams.write(value.json, out);
    }
  }
}
