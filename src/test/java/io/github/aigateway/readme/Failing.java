package io.github.aigateway.readme;

import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.AlreadyExistsException;
import io.github.aigateway.ApiError;
import io.github.aigateway.ApiException;
import io.github.aigateway.BadRequestException;
import io.github.aigateway.Gateways;
import io.github.aigateway.InvalidResponseException;
import io.github.aigateway.NotFoundException;
import io.github.aigateway.RequestOptions;
import io.github.aigateway.TransportException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.ErrorResponse;
import io.github.aigateway.model.GatewayResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import retrofit2.Response;

/** The README's snippets on failures; {@link FailingTest} runs them. */
final class Failing {

  private Failing() {}

  static void catching(Gateways gateways, CreateGatewayRequest request, List<String> log) {
    // [errors]
    try {
      gateways.create(request);
    } catch (AlreadyExistsException taken) {
      log.add("There is one already.");
    } catch (BadRequestException refused) {
      for (ApiError error : refused.errors()) {
        log.add(error.code() + " at " + error.path() + ": " + error.message());
      }
    } catch (ApiException refused) {
      log.add("Status " + refused.status() + ", request " + refused.requestId());
    } catch (TransportException lost) {
      log.add("No response: " + lost.reason());
    } catch (InvalidResponseException odd) {
      log.add("A response that makes no sense: " + odd.getMessage());
    }
    // [/errors]
  }

  static String bare(AiGatewayClient client, String accountId) throws IOException {
    // [bare]
    Response<GatewayResponse> response = client.api().getGateway(accountId, "my-gateway").execute();
    if (!response.isSuccessful()) {
      ErrorResponse refused = ErrorResponse.fromJson(response.errorBody().string());
      return response.code() + ": " + refused.getErrors();
    }
    // [/bare]
    return "found";
  }

  static void deleteIfThere(Gateways gateways, List<String> log) {
    // [delete-if-there]
    try {
      gateways.delete("my-gateway");
    } catch (NotFoundException gone) {
      log.add(gone.mayHaveBeenApplied() ? "Deleted by an earlier attempt." : "Was not there.");
    }
    // [/delete-if-there]
  }

  static void limits(Gateways gateways, List<String> log) {
    // [limits]
    Gateways hurried =
        gateways.with(
            RequestOptions.builder()
                .attemptTimeout(Duration.ofMillis(500))
                .callTimeout(Duration.ofSeconds(2))
                .build());
    try {
      hurried.get("my-gateway");
    } catch (TransportException late) {
      if (late.reason() == TransportException.Reason.TIMEOUT) {
        log.add("No response after " + late.attempts() + " attempts.");
      }
    }
    // [/limits]
  }
}
