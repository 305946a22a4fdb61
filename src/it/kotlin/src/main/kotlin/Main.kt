import io.github.aigateway.AiGatewayClient
import io.github.aigateway.NotFoundException
import io.github.aigateway.model.CreateGatewayRequest
import io.github.aigateway.model.DlpProfiles
import io.github.aigateway.testing.FakeAiGateway

fun main() {
  FakeAiGateway.start().use { fake ->
    AiGatewayClient.builder()
        .apiToken(fake.apiToken())
        .accountId(fake.accountId())
        .baseUrl(fake.baseUrl())
        .build()
        .use { client ->
          val gateways = client.gateways()
          val created =
              gateways.create(CreateGatewayRequest.withDefaults().id("kotlin").cacheTtl(null).build())
          println("created: " + created.id.length + " " + created.cacheTtl?.toInt())
          val edited = gateways.edit("kotlin") { it.cacheTtl(60) }
          println("edited: " + edited.cacheTtl?.toInt())
          val profiles = (edited.dlp as? DlpProfiles)?.profiles.orEmpty()
          println("profiles: " + profiles.size)
          println("async: " + gateways.async().delete("kotlin").join().id)
          try {
            gateways.get("kotlin")
          } catch (gone: NotFoundException) {
            println("deleted: " + gone.status())
          }
        }
  }
}
