import io.github.aigateway.AiGatewayClient
import io.github.aigateway.Gateways
import io.github.aigateway.NotFoundException
import io.github.aigateway.model.CreateGatewayRequest
import io.github.aigateway.model.DlpProfiles
import io.github.aigateway.model.Gateway
import io.github.aigateway.testing.FakeAiGateway

fun main() {
  FakeAiGateway.start().use { fake ->
    AiGatewayClient.builder()
        .apiToken(fake.apiToken())
        .accountId(fake.accountId())
        .baseUrl(fake.baseUrl())
        .build()
        .use { client -> calls(client.gateways()) }
  }
}

fun calls(gateways: Gateways) {
  // [kotlin]
  val created: Gateway =
      gateways.create(CreateGatewayRequest.withDefaults().id("kotlin").cacheTtl(null).build())
  val id: String = created.id
  val seconds: Long? = created.cacheTtl

  val edited = gateways.edit("kotlin") { it.cacheTtl(60) }
  val profiles: List<String> = (edited.dlp as? DlpProfiles)?.profiles.orEmpty()
  // [/kotlin]
  println("created: " + id.length + " " + seconds?.toInt())
  println("edited: " + edited.cacheTtl?.toInt())
  println("profiles: " + profiles.size)
  println("async: " + gateways.async().delete("kotlin").join().id)
  try {
    gateways.get("kotlin")
  } catch (gone: NotFoundException) {
    println("deleted: " + gone.status())
  }
}
