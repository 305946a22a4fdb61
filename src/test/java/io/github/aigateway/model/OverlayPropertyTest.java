package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.aigateway.internal.json.Overlay;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Any gateway becomes as wanted by one update, which leaves the rest of it alone. Each run is one
 * seed, which a failure names, and which makes the same again.
 */
class OverlayPropertyTest {

  private static final Shape GATEWAY = Shape.named("Gateway");
  private static final Shape REQUEST = Shape.named("CreateGatewayRequest");
  private static final Overlay<CreateGatewayRequest, Gateway, UpdateGatewayRequest> OVERLAY =
      new Overlay<>(CreateGatewayRequest.ADAPTER, Gateway.ADAPTER, UpdateGatewayRequest.ADAPTER);

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void oneUpdateBringsWhatIsWantedAndKeepsTheRest(@ForAll long seed) {
    Gateway before = Gateway.fromJson(new RandomJson(seed).of(GATEWAY));
    CreateGatewayRequest wanted = CreateGatewayRequest.fromJson(new RandomJson(~seed).of(REQUEST));
    String sent = OVERLAY.update(wanted, before).toJson();
    Gateway after = applied(before, sent);
    assertEquals(List.of(), OVERLAY.unmet(wanted, after), sent);
    JsonObject asked = SameJson.parse(wanted.toJson()).getAsJsonObject();
    JsonObject rest = SameJson.parse(sent).getAsJsonObject();
    JsonObject expected = Samples.carriedOver(before.toJson());
    asked.keySet().forEach(rest::remove);
    asked.keySet().forEach(expected::remove);
    assertEquals(expected, rest);
  }

  /** What the update leaves out is gone, but for what only the API sets. */
  private static Gateway applied(Gateway before, String sent) {
    JsonObject after = SameJson.parse(sent).getAsJsonObject();
    JsonObject old = SameJson.parse(before.toJson()).getAsJsonObject();
    for (String name : GATEWAY.members().keySet()) {
      if (!Shape.named("UpdateGatewayRequest").members().containsKey(name) && old.has(name)) {
        after.add(name, old.get(name));
      }
    }
    return Gateway.fromJson(SameJson.print(after));
  }
}
