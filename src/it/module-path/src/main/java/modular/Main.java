package modular;

import com.google.gson.Gson;
import io.github.aigateway.AiGatewayClient;
import io.github.aigateway.Gateways;
import io.github.aigateway.NotFoundException;
import io.github.aigateway.model.CreateGatewayRequest;
import io.github.aigateway.model.Gateway;
import io.github.aigateway.testing.FakeAiGateway;

/** Calls from a named module, and what the library shows of itself to one. */
public final class Main {

  private Main() {}

  /** Makes the calls, and prints what {@code verify.groovy} looks for. */
  public static void main(String... args) {
    try (FakeAiGateway fake = FakeAiGateway.start()) {
      calls(fake.client().gateways());
    }

    Module library = AiGatewayClient.class.getModule();
    System.out.println("module " + library.getDescriptor().toNameAndVersion());
    library.getPackages().stream()
        .sorted()
        .filter(library::isExported)
        .forEach(name -> System.out.println("exports " + name));
    System.out.println("class path [" + System.getProperty("java.class.path") + "]");
  }

  private static void calls(Gateways gateways) {
    gateways.create(CreateGatewayRequest.withDefaults().id("modular").build());
    Gateway edited = gateways.edit("modular", update -> update.cacheTtl(60));
    System.out.println("edited: " + edited.getCacheTtl() + " s");
    System.out.println("async: " + gateways.async().get("modular").join().getId());
    // Gson makes the adapter of a model itself, by an annotation.
    Gson gson = new Gson();
    System.out.println("Gson: " + gson.fromJson(gson.toJson(edited), Gateway.class).equals(edited));
    for (Gateway listed : gateways.listAll()) {
      gateways.delete(listed.getId());
    }
    try {
      gateways.get("modular");
    } catch (NotFoundException gone) {
      System.out.println("deleted: " + gone.status());
    }
  }
}
