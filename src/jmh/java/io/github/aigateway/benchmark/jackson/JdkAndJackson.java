package io.github.aigateway.benchmark.jackson;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.aigateway.benchmark.Peer;
import io.github.aigateway.benchmark.plain.Envelope;
import io.github.aigateway.benchmark.plain.Gateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What a good engineer writes with the HTTP client of the JDK and Jackson. */
public final class JdkAndJackson implements Peer {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(new Names())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(Include.NON_NULL)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .build();
  private final ObjectReader one = mapper.readerFor(new TypeReference<Envelope<Gateway>>() {});
  private final ObjectReader many =
      mapper.readerFor(new TypeReference<Envelope<List<Gateway>>>() {});
  private final String gateways;
  private Gateway last;

  public JdkAndJackson(String url) {
    gateways = url + "accounts/" + ACCOUNT + "/ai-gateway/gateways";
  }

  @Override
  public Gateway get() throws Exception {
    last = call(request("/" + ID).build(), one);
    return last;
  }

  @Override
  public List<Gateway> list() throws Exception {
    return call(request("?per_page=100").build(), many);
  }

  @Override
  public Gateway put() throws Exception {
    byte[] json = mapper.writeValueAsBytes(last);
    return call(
        request("/" + ID)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(json))
            .build(),
        one);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateways + path))
        .header("Authorization", "Bearer " + TOKEN)
        .header("Accept", "application/json");
  }

  private <T> T call(HttpRequest request, ObjectReader reader) throws Exception {
    HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException("status " + response.statusCode());
      }
      Envelope<T> envelope = reader.readValue(body);
      if (!envelope.success) {
        throw new IOException("no success");
      }
      return envelope.result;
    }
  }

  /** Those of the API, of which one is in camel case unlike its siblings. */
  private static final class Names extends PropertyNamingStrategies.SnakeCaseStrategy {

    @Override
    public String translate(String field) {
      return field.equals("limitType") ? field : super.translate(field);
    }
  }
}
