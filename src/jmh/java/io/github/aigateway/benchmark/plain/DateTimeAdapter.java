package io.github.aigateway.benchmark.plain;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.OffsetDateTime;

/** Date-times for Gson, which knows none. */
public final class DateTimeAdapter extends TypeAdapter<OffsetDateTime> {

  /** A Gson that knows them. */
  public static Gson gson() {
    return new GsonBuilder()
        .registerTypeAdapter(OffsetDateTime.class, new DateTimeAdapter().nullSafe())
        .create();
  }

  @Override
  public OffsetDateTime read(JsonReader in) throws IOException {
    return OffsetDateTime.parse(in.nextString());
  }

  @Override
  public void write(JsonWriter out, OffsetDateTime value) throws IOException {
    out.value(value.toString());
  }
}
