package springboot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

// [spring-properties]
/** What the properties below {@code ai-gateway} say. Null if one is missing. */
@ConfigurationProperties("ai-gateway")
record AiGatewayProperties(
    String accountId,
    String apiToken,
    String baseUrl,
    Duration callTimeout,
    String gateway,
    Duration cacheTtl) {

  /** Without the token. */
  @Override
  public String toString() {
    return "gateway " + gateway + " of account " + accountId;
  }
}
// [/spring-properties]
