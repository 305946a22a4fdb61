package springboot;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AiGatewayClientBuilder;
import io.github.aigateway.model.CreateGatewayRequest;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// [spring-configuration]
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiGatewayProperties.class)
class AiGatewayConfiguration {

  /** Spring closes it with the context. */
  @Bean
  AiGatewayClient aiGatewayClient(AiGatewayProperties properties) {
    AiGatewayClientBuilder builder = AiGatewayClient.builder();
    PropertyMapper unlessNull = PropertyMapper.get();
    unlessNull.from(properties::accountId).to(builder::accountId);
    unlessNull.from(properties::apiToken).to(builder::apiToken);
    unlessNull.from(properties::baseUrl).to(builder::baseUrl);
    unlessNull.from(properties::callTimeout).to(builder::callTimeout);
    return builder.build();
  }

  /** If it fails, so does the start of the application. */
  @Bean
  ApplicationRunner ensureGateway(AiGatewayClient client, AiGatewayProperties properties) {
    return arguments ->
        client
            .gateways()
            .ensure(
                CreateGatewayRequest.withDefaults()
                    .id(properties.gateway())
                    .cacheTtl(properties.cacheTtl().toSeconds())
                    .build());
  }
}
// [/spring-configuration]
