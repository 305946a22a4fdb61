import io.github.aigateway.ApiException
import io.github.aigateway.Gateways
import io.github.aigateway.Result
import io.github.aigateway.model.CreateGatewayRequest
import io.github.aigateway.model.Gateway

// The compiler must refuse the lines that say so, and no other.

fun nullable(gateway: Gateway): List<Any> =
    listOf(
        gateway.id.length,
        gateway.cacheTtl.toInt(), // refused
        gateway.dlp.toString(),
        gateway.dlp!!.hashCode(),
        gateway.rateLimitingTechnique.value(), // refused
        gateway.rateLimitingTechnique?.value() ?: "none",
    )

fun results(gateways: Gateways, failure: ApiException): List<Any?> =
    listOf(
        gateways.get("kotlin").id.length,
        gateways.list().items().first().id.length,
        failure.requestId().length, // refused
        failure.requestId()?.length,
    )

fun arguments(gateways: Gateways) {
  gateways.get(null) // refused
  CreateGatewayRequest.builder().cacheTtl(null)
  CreateGatewayRequest.builder().id(null) // refused
}

fun generic(result: Result<Gateway>): Int = result.fold({ it.value().id.length }, { it.attempts() })
