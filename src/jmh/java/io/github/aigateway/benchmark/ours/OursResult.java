package io.github.aigateway.benchmark.ours;

/** This library in the style that returns a {@code Result}. */
public final class OursResult extends Ours {

  public OursResult(String url) throws Exception {
    super(url);
    super.get();
  }

  @Override
  public Object get() {
    return gateways.tryGet(ID).orElseThrow();
  }

  @Override
  public Object list() {
    return gateways.tryList(hundred()).orElseThrow();
  }

  @Override
  public Object put() {
    return gateways.tryUpdate(ID, update()).orElseThrow();
  }
}
